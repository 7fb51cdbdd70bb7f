import ArgumentParser
import CanonicalJSON
import Geometry
import NormEngine
import OpportunityMap
import PolicyModel

struct PressureCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pressure",
        abstract: "Toont waar het schuurt: welke opgaven, bescherming en kansen op één plek samenkomen.",
        discussion: "Het is een stapel en geen score: elke claim staat er met zijn beleid bij.")

    @Option(help: ArgumentHelp("Zijde van een cel in meters.", valueName: "meters"))
    var cell = 100.0

    @Option(help: ArgumentHelp("Hoeveel plekken er ten hoogste komen.", valueName: "aantal"))
    var limit = 10

    @OptionGroup(title: "Huis en lagen") var house: HouseOptions
    @OptionGroup var day: DayOption

    @Option(help: "Vorm van het antwoord: text of json.")
    var format: OutputFormat = .text

    func validate() throws {
        guard (1...1000).contains(limit) else { throw ValidationError("--limit moet een aantal van 1 tot 1000 zijn") }
        guard CellGrid.cellSizes.contains(cell) else {
            throw ValidationError(OpportunityError.cellSize(cell).description)
        }
    }

    func run() throws {
        let workspace = try Workspace.open(house)
        let day = try day.day()
        var flags = GridFlags()
        flags.cell = cell
        flags.footprint = nil
        let maker = try flags.maker(workspace)
        let pressure = try LongWork.run { work in
            try PressureMap(
                index: workspace.index, layers: workspace.layers, maker: maker, asOf: day, limit: limit, work: work)
        }
        switch format {
        case .json: Terminal.out(try pressure.json.canonicalString)
        case .text: Terminal.out(text(pressure, workspace.index))
        }
        if workspace.contentIsBroken { throw KompasExit.incomplete }
    }

    private func text(_ pressure: PressureMap, _ index: HouseIndex) -> String {
        var lines = ["Claims per plek, in hectare (cellen van \(MapNumber.text(pressure.grid.cellMetres)) m):"]
        for (count, hectares) in pressure.hectaresByCount.sorted(by: { $0.key < $1.key }) {
            lines.append("\(count)".leftPadded(5) + MapNumber.text(hectares).leftPadded(14))
        }
        for (number, spot) in pressure.hotSpots.enumerated() {
            lines += [
                "",
                "\(number + 1). \(Int(spot.centre.x)),\(Int(spot.centre.y)): \(spot.claims.count) claims op \(MapNumber.text(spot.hectares)) ha",
            ]
            for kind in PressureMap.Kind.allCases {
                let claims = spot.claims.map { pressure.claims[$0] }.filter { $0.kind == kind }
                guard !claims.isEmpty else { continue }
                lines.append("   \(kind.words)")
                for claim in claims {
                    let first = claim.norms.first ?? ""
                    let effect = index.norms[first].map { "\(OpportunityWords.text($0.effect)): \($0.title)" } ?? first
                    lines.append("     \(effect) [\(claim.norms.joined(separator: ", "))]")
                }
            }
        }
        return lines.joined(separator: "\n")
    }
}

extension PressureMap.Kind {
    var words: String {
        switch self {
        case .task: "opgaven"
        case .protection: "bescherming"
        case .opportunity: "kansen"
        }
    }
}
