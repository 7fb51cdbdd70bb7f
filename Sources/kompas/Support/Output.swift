import Foundation

/// Writes a result to standard output or, whole or not at all, to a file.
enum Output {
    static func write(_ text: String, to file: String?) throws {
        guard let file, file != "-" else { return Terminal.out(text) }
        do {
            try Data((text.hasSuffix("\n") ? text : text + "\n").utf8).write(to: URL(filePath: file), options: .atomic)
        } catch {
            throw Failure.message(
                "`\(file)` kan niet worden geschreven", help: "bestaat de map en mag u daar schrijven?")
        }
    }

    /// The bytes of a file, or of standard input for `-`.
    static func read(_ file: String) throws -> [UInt8] {
        if file == "-" {
            return [UInt8](try FileHandle.standardInput.readToEnd() ?? Data())
        }
        do {
            return [UInt8](try Data(contentsOf: URL(filePath: file)))
        } catch {
            throw Failure.message("`\(file)` kan niet worden gelezen", help: "bestaat het bestand?")
        }
    }
}
