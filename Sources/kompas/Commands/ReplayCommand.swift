import ArgumentParser
import Assessment
import CanonicalJSON
import Publication

struct ReplayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Maakt een rapport opnieuw en zegt of er hetzelfde uitkomt.",
        discussion: """
            Antwoordt identical, identical-under-other-engine of differs met JSON-pointers naar wat verschilt. Van een \
            openbaar verslag wordt ook nagegaan of het is wat er is gepubliceerd: record-whole of record-changed.
            """)

    @Argument(
        help: ArgumentHelp("Rapport of openbaar verslag in JSON, of - voor standaardinvoer.", valueName: "rapport"))
    var file: String

    @Option(help: "Vorm van het antwoord: text of json.")
    var format: OutputFormat = .text

    @OptionGroup(title: "Huis en lagen") var house: HouseOptions

    func run() throws {
        let given = try read()
        let report = Replay.report(in: given)
        let outcome: ReplayOutcome
        var isRecordWhole: Bool?
        do {
            var options = house
            options.demo = try Replay.request(of: report).request.demo
            let replay = Replay(assessor: try Workspace.open(options).assessor)
            outcome = try replay.compare(report)
            if PublishedJSON.isOne(given) {
                isRecordWhole = RecordCheck(try PublishedJSON(given), replay: replay).isUntouched
            }
        } catch let refused as ReplayRefused {
            throw Failure.message(refused.message)
        } catch let unreadable as PublicationUnreadable {
            throw Failure.message(unreadable.message)
        } catch let refused as InputRefused {
            throw Failure.input(refused.problems, format: format)
        }
        write(outcome, isRecordWhole)
        if case .differs = outcome { throw KompasExit.inputIsWrong }
        if isRecordWhole == false { throw KompasExit.inputIsWrong }
    }

    private func read() throws -> JSONValue {
        do {
            return try JSONValue.parse(try Output.read(file))
        } catch let error as JSONSyntaxError {
            throw Failure.input([Failure.syntax(error)], format: format)
        }
    }

    private func write(_ outcome: ReplayOutcome, _ isRecordWhole: Bool?) {
        var pointers: [String] = []
        if case .differs(let found) = outcome { pointers = found }
        let record = isRecordWhole.map { $0 ? "record-whole" : "record-changed" }
        switch format {
        case .json:
            var object = JSONObject([
                ("outcome", .string(outcome.word)), ("pointers", .array(pointers.map(JSONValue.string))),
            ])
            if let record { object["record"] = .string(record) }
            Terminal.out(JSONValue.object(object).pretty())
        case .text:
            Terminal.out(outcome.word)
            for pointer in pointers { Terminal.out("  " + pointer) }
            if let record { Terminal.out(record) }
        }
    }
}
