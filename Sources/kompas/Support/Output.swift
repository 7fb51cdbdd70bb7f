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

    /// The same for what is no text.
    static func write(_ data: Data, to file: String?) throws {
        guard let file, file != "-" else { return FileHandle.standardOutput.write(data) }
        do {
            try data.write(to: URL(filePath: file), options: .atomic)
        } catch {
            throw Failure.message(
                "`\(file)` kan niet worden geschreven", help: "bestaat de map en mag u daar schrijven?")
        }
    }

    /// The bytes of a file, or of standard input for `-`.
    static func read(_ file: String) throws -> [UInt8] {
        if file == "-" {
            return withoutMark([UInt8](try FileHandle.standardInput.readToEnd() ?? Data()))
        }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder) else {
            throw Failure.message("het bestand `\(file)` bestaat niet", help: "kijk naar de naam en de map")
        }
        if isFolder.boolValue {
            throw Failure.message("`\(file)` is een map", help: "geef een bestand, of - voor standaardinvoer")
        }
        do {
            return withoutMark([UInt8](try Data(contentsOf: URL(filePath: file))))
        } catch {
            throw Failure.message("`\(file)` kan niet worden gelezen", help: "mag u het lezen?")
        }
    }

    /// Some editors put a byte order mark before UTF-8; nobody can see it.
    private static func withoutMark(_ bytes: [UInt8]) -> [UInt8] {
        bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    }
}
