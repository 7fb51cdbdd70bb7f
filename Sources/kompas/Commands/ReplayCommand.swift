import ArgumentParser
import Assessment
import CanonicalJSON

struct ReplayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Maakt een rapport opnieuw en zegt of er hetzelfde uitkomt.",
        discussion: "Antwoordt identical, identical-under-other-engine of differs met JSON-pointers naar wat verschilt."
    )

    @Argument(help: ArgumentHelp("Rapport in JSON, of - voor standaardinvoer.", valueName: "rapport"))
    var file: String

    @Option(help: "Vorm van het antwoord: text of json.")
    var format: OutputFormat = .text

    @OptionGroup(title: "Huis en lagen") var house: HouseOptions

    func run() throws {
        let report: JSONValue
        do {
            report = try JSONValue.parse(try Output.read(file))
        } catch let error as JSONSyntaxError {
            throw Failure.input([Failure.syntax(error)], format: format)
        }
        let outcome: ReplayOutcome
        do {
            var options = house
            options.demo = try Replay.request(of: report).request.demo
            outcome = try Replay(assessor: Workspace.open(options).assessor).compare(report)
        } catch let refused as ReplayRefused {
            throw Failure.message(refused.message)
        } catch let refused as InputRefused {
            throw Failure.input(refused.problems, format: format)
        }
        var pointers: [String] = []
        if case .differs(let found) = outcome { pointers = found }
        switch format {
        case .json:
            let object: JSONValue = [
                "outcome": .string(outcome.word), "pointers": .array(pointers.map(JSONValue.string)),
            ]
            Terminal.out(object.pretty())
        case .text:
            Terminal.out(outcome.word)
            for pointer in pointers { Terminal.out("  " + pointer) }
        }
        if case .differs = outcome { throw KompasExit.inputIsWrong }
    }
}
