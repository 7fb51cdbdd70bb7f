import ArgumentParser
import CanonicalJSON
import Foundation
import NormEngine
import OpportunityMap
import PolicyModel

struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Vergelijkt twee varianten: een ander huis, andere lagen, een andere dag of een andere waarde.",
        discussion: """
            Wat de tweede variant anders heeft, staat achter --other-...; al het andere blijft gelijk. Het antwoord noemt de \
            hectares die van klasse veranderen, de regels die verschillen, en van bewaarde rapporten wat er per bevinding \
            anders wordt.
            """)

    @OptionGroup(title: "Het plan") var initiative: InitiativeFlags
    @OptionGroup(title: "De kaart") var grid: GridFlags
    @OptionGroup(title: "Huis en lagen") var house: HouseOptions
    @OptionGroup var day: DayOption
    @OptionGroup(title: "De tweede variant") var other: OtherVariant

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp(
            "Een bewaard rapport (JSON) dat in beide varianten opnieuw wordt gemaakt. Mag vaker.", valueName: "rapport")
    )
    var report: [String] = []

    @Option(help: ArgumentHelp("Schrijf de cellen die veranderen als plaatje.", valueName: "bestand.png"))
    var png: String?

    @Option(help: "Vorm van het antwoord: text of json.")
    var format: OutputFormat = .text

    func validate() throws {
        guard initiative.activity != nil || !report.isEmpty else {
            throw ValidationError("noem wat er gebeurt met --activity, of een rapport met --report")
        }
        guard other.isGiven else { throw ValidationError("zeg met --other-... wat er in de tweede variant anders is") }
    }

    func run() throws {
        let first = try Workspace.open(house)
        let second = try Workspace.open(other.house(house))
        let firstDay = try day.day()
        let secondDay = try other.day() ?? firstDay
        let norms = HouseDifference(before: first.index, after: second.index)
        var difference: MapDifference?
        if initiative.activity != nil {
            let plans = (
                try initiative.question(first, on: firstDay, format: format),
                try other.initiative(initiative).question(second, on: secondDay, format: format)
            )
            let cells = try grid.grid(of: first.layers)
            let makers = (try grid.maker(first, grid: cells), try grid.maker(second, grid: cells))
            difference = try LongWork.run { work in
                try MapDifference(
                    before: map(plans.0, first, makers.0, work), after: map(plans.1, second, makers.1, work))
            }
        }
        let reports = try report.map { try ReportChange($0, first, second, day: other.day()) }
        switch format {
        case .json:
            var object = JSONObject([("schema", "kompas/difference/1"), ("norms", norms.json)])
            object["map"] = difference?.json ?? .null
            object["reports"] = .array(reports.map(\.json))
            Terminal.out(try JSONValue.object(object).canonicalString)
        case .text: Terminal.out(text(norms, difference, reports, first.index))
        }
        if let png, let difference {
            let picture = try MapPainter(difference.plane, colour: Palette.Colour(158, 27, 50)).png()
            do {
                try Data(picture).write(to: URL(filePath: png), options: .atomic)
            } catch {
                throw Failure.message(
                    "`\(png)` kan niet worden geschreven", help: "bestaat de map en mag u daar schrijven?")
            }
        }
        if first.contentIsBroken || second.contentIsBroken { throw KompasExit.incomplete }
    }

    private func map(
        _ question: OpportunityQuestion, _ workspace: Workspace, _ maker: PlaneMaker, _ work: Work
    ) throws(OpportunityError) -> OpportunityResult {
        let activity = ActivityCompiler(index: workspace.index, layers: workspace.layers).compile(question)
        return try OpportunityMapper(maker: maker).map(activity, work: work)
    }

    private func text(
        _ norms: HouseDifference, _ difference: MapDifference?, _ reports: [ReportChange], _ index: HouseIndex
    ) -> String {
        let words = MapText(index: index)
        var lines: [String] = []
        if let difference {
            lines.append("\(MapNumber.text(difference.changedHectares)) ha verandert van klasse")
            for change in difference.changes {
                lines.append(
                    "  \(words.words(change.kind)): \(MapNumber.text(change.before)) -> \(MapNumber.text(change.after)) ha"
                        + " (erbij \(MapNumber.text(change.gained)), eraf \(MapNumber.text(change.lost)))")
            }
            if !difference.transitions.isEmpty { lines += ["", "Op de kaart verandert de kleur:"] }
            for item in difference.transitions {
                let from = item.from.map(words.words) ?? "niets gevonden"
                let to = item.to.map(words.words) ?? "niets gevonden"
                lines.append("  \(from) -> \(to): \(MapNumber.text(item.hectares)) ha")
            }
            if !difference.everywhere.isEmpty { lines += ["", "Verandert op elke plek:"] }
            lines += difference.everywhere.map { words.everywhere($0) }
        }
        if norms.added.isEmpty, norms.removed.isEmpty, norms.changed.isEmpty {
            lines += ["", "De regels zijn gelijk."]
        } else {
            lines += ["", "Regels die verschillen:"]
            lines += norms.added.map { "  nieuw: \($0)" } + norms.removed.map { "  weg: \($0)" }
            lines += norms.changed.map { "  anders: \($0.norm) (\($0.members.joined(separator: ", ")))" }
        }
        for report in reports {
            lines += ["", "\(report.file): \(report.changes.count) bevindingen veranderen"]
            lines += report.changes.map {
                "  \($0.finding): \($0.before ?? "geldt niet") -> \($0.after ?? "geldt niet")"
            }
        }
        return lines.joined(separator: "\n")
    }
}

/// What the second variant has otherwise.
struct OtherVariant: ParsableArguments {
    @Option(help: ArgumentHelp("Map met het andere huis.", valueName: "map"))
    var otherHouse: String?

    @Option(help: ArgumentHelp("Bestand met andere ingelezen kaartlagen.", valueName: "bestand"))
    var otherLayers: String?

    @Option(help: ArgumentHelp("Andere dag, JJJJ-MM-DD.", valueName: "dag"))
    var otherOn: String?

    @Option(help: ArgumentHelp("Andere diepte in meters onder maaiveld.", valueName: "van-tot"))
    var otherDepth: String?

    @Option(
        name: .customLong("other-set"), parsing: .singleValue,
        help: ArgumentHelp("Een andere waarde van een eigenschap. Mag vaker.", valueName: "naam=waarde"))
    var otherProperties: [String] = []

    var isGiven: Bool {
        !otherProperties.isEmpty || [otherHouse, otherLayers, otherOn, otherDepth].contains { $0 != nil }
    }

    func house(_ first: HouseOptions) -> HouseOptions {
        var options = first
        if let otherHouse { options.house = otherHouse }
        if let otherLayers { options.layers = otherLayers }
        return options
    }

    func day() throws -> PolicyDate? {
        guard let otherOn else { return nil }
        guard let day = PolicyDate(otherOn) else {
            throw ValidationError("`\(otherOn)` is geen dag; schrijf JJJJ-MM-DD")
        }
        return day
    }

    /// Later values of a property go before earlier ones.
    func initiative(_ first: InitiativeFlags) -> InitiativeFlags {
        var flags = first
        if let otherDepth { flags.depth = otherDepth }
        flags.properties += otherProperties
        return flags
    }
}
