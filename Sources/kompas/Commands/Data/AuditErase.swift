import Accounts
import ArgumentParser
import CanonicalJSON
import Casework
import Foundation
import Store
import WebApp

struct AuditErase: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase",
        abstract: "Wist teksten van een afgerond dossier voorgoed, op een grond die wordt vastgelegd.",
        discussion: """
            De keten blijft heel en bewaart dat het is gebeurd, waarom en op wiens besluit. Noem een functie, geen persoon. \
            `kompas audit texts` toont welke teksten er zijn. Reservekopieën houden wat er toen in stond.
            """)

    @OptionGroup var data: DataOptions

    @Argument(help: ArgumentHelp("De teksten, zoals 17.argument.", valueName: "tekst"))
    var texts: [String] = []

    @Option(help: ArgumentHelp("Het dossier van de teksten.", valueName: "dossier"))
    var dossier: String?

    @Flag(help: "Alle teksten waarvan de bewaartermijn voorbij is.")
    var expired = false

    @Option(help: ArgumentHelp("De grond.", valueName: "grond"))
    var ground: String

    @Option(help: ArgumentHelp("Wie het heeft besloten, als functie.", valueName: "functie"))
    var by: String

    @Option(help: "Vorm van het antwoord: text of json.")
    var format: OutputFormat = .text

    func validate() throws {
        if expired, !texts.isEmpty || dossier != nil {
            throw ValidationError("--expired gaat over alle dossiers; noem er geen teksten bij")
        }
        if !expired, texts.isEmpty || dossier == nil {
            throw ValidationError("noem het dossier met --dossier en de teksten, of geef --expired")
        }
    }

    func run() async throws {
        let store = try data.openExisting()
        do {
            let wanted =
                expired
                ? try await store.expiredTexts(at: Date()) : [(dossier: dossier ?? "", texts: texts)]
            var isWiped = true
            let numbers = Dictionary(
                try await store.dossiers().compactMap { summary in summary.number.map { (summary.id, $0) } },
                uniquingKeysWith: { first, _ in first })
            for part in wanted {
                let emptied = try await store.erase(
                    texts: part.texts, in: part.dossier, ground: ground, by: by, as: Self.terminal, at: Date())
                isWiped = isWiped && emptied
                if let number = numbers[part.dossier] { RecordShelf.throwAwayPDFs(of: number, in: data.folder) }
            }
            tell(wanted.flatMap(\.texts), dossiers: wanted.count)
            if !isWiped {
                Terminal.error(
                    "kompas: het logboek van de databank wordt gelezen; de gewiste tekst verdwijnt daaruit zodra dat kan"
                )
            }
        } catch let refused as CaseRefused {
            throw Failure.message(refused.problems.map(\.text).joined(separator: "\n  "))
        } catch is CaseNotFound {
            throw Failure.message("het dossier `\(dossier ?? "")` bestaat niet")
        } catch {
            throw DataOptions.failure(error, data.folder)
        }
    }

    private func tell(_ texts: [String], dossiers: Int) {
        switch format {
        case .json: Terminal.out(JSONValue.object(["erased": .array(texts.map { .string($0) })]).pretty())
        case .text:
            Terminal.out(
                "\(texts.count) \(texts.count == 1 ? "tekst" : "teksten") gewist in \(dossiers) \(dossiers == 1 ? "dossier" : "dossiers")."
            )
        }
    }

    /// Whoever may use the command line of the server.
    private static let terminal = CaseActor(
        account: "opdrachtregel", name: "opdrachtregel van de server", roles: [.administrator])
}
