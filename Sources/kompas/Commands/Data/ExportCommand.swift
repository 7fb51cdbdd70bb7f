import ArgumentParser
import CanonicalJSON
import Foundation
import Store

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Schrijft alles wat mensen deden als JSON, één waarde per regel.",
        discussion: """
            Accounts zonder wachtwoorden, plannen, gebeurtenissen, teksten en gepubliceerde afwegingen, van één moment. Kan \
            terwijl de server draait. Bevat persoonsgegevens: bewaar het zorgvuldig.
            """)

    @OptionGroup var data: DataOptions

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("Het bestand; anders naar standaarduitvoer.", valueName: "bestand"))
    var output: String?

    func run() async throws {
        let store = try data.openExisting()
        do {
            guard let output else {
                try await store.export { Terminal.line(try $0.canonical()) }
                return
            }
            try await store.export(to: URL(filePath: output))
        } catch {
            throw DataOptions.failure(error, data.folder)
        }
    }
}
