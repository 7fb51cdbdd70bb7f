import ArgumentParser
import CanonicalJSON
import Casework
import Foundation
import Store

struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Zet een reservekopie terug, nadat die is nagelopen.",
        discussion: "Stop eerst de server. Gegevens die er al staan, blijven staan, tenzij u --force geeft.")

    @Argument(help: ArgumentHelp("De kopie van `kompas backup`.", valueName: "bestand"))
    var file: String

    @OptionGroup var data: DataOptions

    @Flag(help: "Vervang gegevens die er al staan; wat er was, wordt ernaast bewaard.")
    var force = false

    @Option(help: "Vorm van het antwoord: text of json.")
    var format: OutputFormat = .text

    func run() throws {
        let report: ChainReport
        let earlier: URL?
        do {
            (report, earlier) = try Store.restore(URL(filePath: file), to: data.folder, replaces: force)
        } catch {
            throw DataOptions.failure(error, data.folder)
        }
        switch format {
        case .json:
            var object = report.json.object ?? JSONObject()
            object["earlier"] = earlier.map { .string($0.path) } ?? .null
            Terminal.out(JSONValue.object(object).pretty())
        case .text:
            Terminal.out("De gegevens staan in `\(data.folder.path)`: \(report.words).")
            if let earlier { Terminal.out("Wat er stond, is bewaard als `\(earlier.lastPathComponent)`.") }
            Terminal.out("Stand: \(report.head)")
        }
    }
}
