import ArgumentParser
import CanonicalJSON
import Reporting

struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Legt een id uit: betekenis, bron, binding, status en waar het gebruikt wordt.")

    @Argument(
        help: ArgumentHelp("Id van een norm, document, activiteit, aanduiding, doel, vraag, ...", valueName: "id"))
    var id: String

    @OptionGroup(title: "Huis en lagen") var house: HouseOptions
    @OptionGroup var day: DayOption

    @Option(help: "Vorm van het antwoord: text of json.")
    var format: OutputFormat = .text

    func run() throws {
        let workspace = try Workspace.open(house)
        let explainer = HouseExplainer(index: workspace.index, on: try day.day())
        let explanations = explainer.explain(id)
        guard !explanations.isEmpty else {
            let near = explainer.suggestions(for: id)
            throw Failure.message(
                "`\(id)` bestaat niet in dit huis",
                help: near.isEmpty
                    ? "zoek een activiteit met `kompas activities --search`"
                    : "bedoelt u \(near.map { "`\($0)`" }.joined(separator: " of "))?")
        }
        switch format {
        case .json: Terminal.out(JSONValue.array(explanations.map(\.json)).pretty())
        case .text:
            Terminal.out(
                explanations.map {
                    TextExplanation($0, width: Terminal.width, isColoured: Terminal.isColoured).render()
                }
                .joined(separator: "\n"))
        }
    }
}
