import ArgumentParser
import CanonicalJSON
import Casework
import Store

struct AuditVerify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Loopt de hele keten na en noemt alles wat niet is zoals het werd geschreven.",
        discussion: """
            Kan terwijl de server draait. Schrijf de stand die u krijgt ergens anders op; geef haar later mee met --head, \
            dan blijkt ook of er aan het eind iets is afgeknipt. Afloop 1 als de keten niet heel is.
            """)

    @OptionGroup var data: DataOptions

    @Option(help: ArgumentHelp("Een stand die u eerder opschreef.", valueName: "HASH@NUMMER"))
    var head: String?

    @Option(help: "Vorm van het antwoord: text of json.")
    var format: OutputFormat = .text

    private var known: ChainHead? { head.flatMap { ChainHead($0) } }

    func validate() throws {
        if let head, known == nil {
            throw ValidationError("`\(head)` is geen stand; die ziet eruit als HASH@NUMMER, met 64 tekens voor de @")
        }
    }

    func run() async throws {
        let store = try data.openExisting()
        let report: ChainReport
        do { report = try await store.verify(known: known) } catch { throw DataOptions.failure(error, data.folder) }
        switch format {
        case .json: Terminal.out(report.json.pretty())
        case .text:
            Terminal.out("\(report.isWhole ? "De keten is heel" : "De keten is NIET heel"): \(report.words).")
            for fault in report.faults { Terminal.out("  " + fault.text) }
            Terminal.out("Stand: \(report.head)")
        }
        if !report.isWhole { throw KompasExit.inputIsWrong }
    }
}
