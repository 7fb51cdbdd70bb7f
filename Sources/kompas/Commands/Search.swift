import ArgumentParser
import CanonicalJSON
import NormEngine
import PolicyModel
import PolicySearch
import Reporting

struct Search: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Zoekt in alles wat het huis zegt, met gewone woorden.")

    @Argument(help: ArgumentHelp("Waar u naar zoekt; tikfouten mogen.", valueName: "woorden"))
    var words: [String]

    @Option(help: ArgumentHelp("Alleen dit soort, zoals norm of goal; mag vaker.", valueName: "soort"))
    var kind: [String] = []

    @Option(help: ArgumentHelp("Alleen wat in dit document staat.", valueName: "id"))
    var document: String?

    @Option(help: ArgumentHelp("Hoeveel resultaten, ten hoogste 200.", valueName: "aantal"))
    var limit = 10

    @OptionGroup(title: "Huis en lagen") var house: HouseOptions
    @OptionGroup var day: DayOption

    @Option(help: "Vorm van het antwoord: text of json.")
    var format: OutputFormat = .text

    func validate() throws {
        guard (1...200).contains(limit) else { throw ValidationError("`--limit` is een getal van 1 tot en met 200") }
    }

    func run() throws {
        let workspace = try Workspace.open(house)
        if let document, workspace.index.documents[document] == nil {
            let near = nearMisses(of: document, in: workspace.index.documents.keys)
            throw Failure.message(
                "het document `\(document)` bestaat niet in dit huis",
                help: near.isEmpty ? nil : "bedoelt u \(near.map { "`\($0)`" }.joined(separator: " of "))?")
        }
        let results = try PolicySearch(workspace.index).search(
            SearchQuery(
                words.joined(separator: " "), on: try day.day(), kinds: try kinds(), document: document, limit: limit))
        switch format {
        case .json: Terminal.out(results.json.pretty())
        case .text: Terminal.out(text(results))
        }
    }

    /// Kinds by the names that `kompas explain` uses, or by their Dutch words.
    private func kinds() throws -> Set<RecordKind> {
        var names: [String: RecordKind] = [:]
        for kind in RecordKind.allCases {
            names[Words.kind(kind)] = kind
            names[kind.rawValue] = kind
        }
        return Set(
            try kind.map { name in
                if let kind = names[name] { return kind }
                let near = nearMisses(of: name, in: names.keys)
                throw Failure.message(
                    "de soort `\(name)` bestaat niet",
                    help: near.isEmpty
                        ? "soorten zijn norm, goal, designation, document, term, ..."
                        : "bedoelt u \(near.map { "`\($0)`" }.joined(separator: " of "))?")
            })
    }

    private func text(_ results: SearchResults) -> String {
        var lines = notes(results)
        if results.hits.isEmpty { lines.append("Niets gevonden. Probeer een ander woord.") }
        let width = results.hits.map { Words.kind($0.key.kind).count }.max() ?? 0
        for hit in results.hits {
            let kind = Words.kind(hit.key.kind)
            let padding = String(repeating: " ", count: width - kind.count + 2)
            lines.append(kind + padding + hit.plainTitle)
            lines.append(String(repeating: " ", count: width + 2) + id(hit.key))
        }
        if results.total > results.hits.count { lines.append("en nog \(results.total - results.hits.count)") }
        return lines.joined(separator: "\n")
    }

    private func notes(_ results: SearchResults) -> [String] {
        var lines = results.corrections.map { "`\($0.asked)` komt niet voor; gezocht is naar `\($0.used)`." }
        lines += results.unknownWords.map { "`\($0)` komt niet voor." }
        lines += results.suggestions.map { "Bedoelt u `\($0.used)`?" }
        if results.isLoose, results.withAllWords == 0 {
            lines.append("Niets heeft al deze woorden; dit heeft er een of meer van.")
        } else if results.isLoose {
            lines.append("Alle woorden: \(results.withAllWords). Daarna komt wat er een of meer van heeft.")
        }
        return lines
    }

    private func id(_ key: RecordKey) -> String { key.owner.map { "\($0) / \(key.id)" } ?? key.id }
}
