import PolicyModel
import ArgumentParser
import CanonicalJSON
import NormEngine

struct Activities: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "activities", abstract: "Toont de activiteiten, of zoekt ze met gewone woorden.")

    @Option(help: ArgumentHelp("Zoek met gewone woorden; tikfouten mogen.", valueName: "woorden"))
    var search: String?

    @OptionGroup(title: "Huis en lagen") var house: HouseOptions

    @Option(help: "Vorm van het antwoord: text of json.")
    var format: OutputFormat = .text

    func run() throws {
        let workspace = try Workspace.open(house)
        let results: [ActivitySearch.Result]
        if let search {
            results = ActivitySearch(index: workspace.index).search(search)
        } else {
            results = workspace.index.house.activities.sorted { $0.id < $1.id }
                .map { ActivitySearch.Result(id: $0.id, label: $0.label, score: 1) }
        }
        switch format {
        case .json:
            let list = results.map { result -> JSONValue in
                ["id": .string(result.id), "label": .string(result.label), "score": .number(result.score)]
            }
            Terminal.out(try JSONValue.object(JSONObject([("results", .array(list))])).canonicalString)
        case .text:
            if results.isEmpty {
                Terminal.out(
                    "Niets gevonden. Misschien zegt dit huis er niets over. Probeer een ander woord, of `kompas activities` voor de hele lijst."
                )
            }
            let width = results.map(\.id.count).max() ?? 0
            for result in results {
                Terminal.out(result.id + String(repeating: " ", count: width - result.id.count + 2) + result.label)
            }
        }
    }
}
