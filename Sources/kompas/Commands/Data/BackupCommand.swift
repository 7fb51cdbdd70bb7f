import ArgumentParser
import CanonicalJSON
import Casework
import Foundation
import Store

struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Maakt een reservekopie van alle gegevens, ook terwijl de server draait.",
        discussion: """
            De kopie is van één moment en staat in één bestand. Voordat het zijn naam krijgt, wordt de keten in de kopie \
            nagelopen; is die niet heel, dan komt er geen bestand.
            """)

    @OptionGroup var data: DataOptions

    @Option(name: [.short, .long], help: ArgumentHelp("Het bestand voor de kopie.", valueName: "bestand"))
    var output: String

    @Option(help: "Vorm van het antwoord: text of json.")
    var format: OutputFormat = .text

    func run() async throws {
        let store = try data.openExisting()
        let report: ChainReport
        do { report = try await store.backUp(to: URL(filePath: output)) } catch {
            throw DataOptions.failure(error, data.folder)
        }
        switch format {
        case .json: Terminal.out(report.json.pretty())
        case .text:
            Terminal.out("De kopie staat in `\(output)`: \(report.words).")
            Terminal.out("Stand: \(report.head)")
        }
    }
}
