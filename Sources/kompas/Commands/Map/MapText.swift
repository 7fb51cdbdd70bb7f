import Foundation
import Geometry
import NormEngine
import OpportunityMap
import PolicyModel
import Reporting

/// A map in words.
struct MapText {
    let index: HouseIndex

    func everywhere(_ change: MapDifference.EverywhereChange) -> String {
        let title = index.norms[change.norm]?.title ?? change.norm
        return "  \(words(.applies(change.effect))): \(title): \(OpportunityWords.text(change.before)) -> "
            + "\(OpportunityWords.text(change.after)) [\(change.norm)]"
    }

    func text(_ result: OpportunityResult, _ table: HectaresTable, sketches: SketchedLayers?) -> String {
        var lines = [
            "\(activities(result)) op \(result.activity.question.asOf)",
            "cellen van \(number(result.grid.cellMetres)) m; \(footprint(result)); \(number(table.domainHectares)) ha in het gebied",
            "",
            pad("klasse", 34) + "hectare".leftPadded(12) + "± ha".leftPadded(10),
        ]
        for row in table.rows where row.hectares > 0 {
            lines.append(
                pad(words(row.kind), 34) + number(row.hectares).leftPadded(12)
                    + number(row.marginHectares).leftPadded(10))
        }
        lines += ["", "Een cel kan in meer klassen vallen. ± zegt hoeveel de maat van de cellen kan schelen."]
        if let sketches { lines.append(sketches.text(width: Numbers.length(sketches.widthMetres))) }
        let everywhere = result.everywhere
        if !everywhere.isEmpty {
            lines += ["", "Overal hetzelfde, wat de plek ook is:"]
            for item in everywhere {
                let state = item.applies ? "" : " (niet te beslissen)"
                lines.append(
                    "  \(words(.applies(item.effect))): \(index.norms[item.norm]?.title ?? item.norm)\(state) [\(item.norm)]"
                )
            }
        }
        for kind in Zone.Kind.allCases { lines += zones(kind, table) }
        return lines.joined(separator: "\n")
    }

    private func zones(_ kind: Zone.Kind, _ table: HectaresTable) -> [String] {
        let numbers = table.zones.indices.filter { table.zones[$0].kind == kind && table.zoneHectares[$0] > 0 }
        guard !numbers.isEmpty else { return [] }
        let title =
            switch kind {
            case .municipality: "Per gemeente"
            case .region: "Per regio"
            case .settlementRing: "Naar afstand tot een kern"
            }
        var lines = ["", "\(title), in hectare:"]
        for number in numbers {
            lines.append("  \(table.zones[number].name) (\(self.number(table.zoneHectares[number])))")
            for row in table.rows where row.perZone[number] > 0 {
                lines.append("    " + pad(words(row.kind), 32) + self.number(row.perZone[number]).leftPadded(12))
            }
        }
        return lines
    }

    func text(_ fit: NearestFit) -> String {
        var lines: [String] = []
        if fit.places.isEmpty {
            lines.append("Er is geen plek gevonden waar niets tegenhoudt of onbeslist is.")
            if !fit.possible.isEmpty {
                lines += [
                    "Op deze plekken staat niet vast dat iets tegenhoudt; ga na wat er onbeslist is "
                        + "(`--at` vertelt het van een plek):"
                ]
            }
        }
        for place in fit.places + fit.possible {
            lines.append(
                "\(Int(place.centre.x)),\(Int(place.centre.y))  op \(number(place.distanceMetres)) m")
            for kind in place.remaining { lines.append("    \(words(kind))") }
        }
        if !fit.everywhere.isEmpty {
            lines += ["", "Houdt overal tegen of is overal onbeslist; een andere plek helpt daar niet:"]
            for item in fit.everywhere {
                let state = item.applies ? "" : " (niet te beslissen)"
                lines.append(
                    "  \(words(.applies(item.effect))): \(index.norms[item.norm]?.title ?? item.norm)\(state) [\(item.norm)]"
                )
            }
        }
        return lines.joined(separator: "\n")
    }

    private func activities(_ result: OpportunityResult) -> String {
        result.activity.question.part.activities.map { index.activities[$0]?.label ?? $0 }.joined(separator: ", ")
    }

    private func footprint(_ result: OpportunityResult) -> String {
        switch result.footprint {
        case .point: "een punt per cel: over de ruimte die een plan inneemt zegt deze kaart niets"
        case .disc(let hectares): "een schijf van \(number(hectares)) ha om het midden van elke cel"
        }
    }

    /// The class in words.
    func words(_ kind: OpportunityClass) -> String { OpportunityWords(index: index).text(kind) }

    private func pad(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }

    private func number(_ value: Double) -> String { MapNumber.text(value) }
}

/// Numbers as people read them here: a comma, and dots between thousands.
enum MapNumber {
    static func text(_ value: Double) -> String {
        let rounded = (value * 10).rounded() / 10
        let whole = Int(rounded)
        let tenth = Int(((rounded - Double(whole)) * 10).rounded())
        var digits = String(abs(whole))
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits.removeLast(3)
        }
        groups.insert(digits, at: 0)
        return (value < 0 ? "-" : "") + groups.joined(separator: ".") + (tenth == 0 ? "" : ",\(abs(tenth))")
    }
}

extension String {
    func leftPadded(_ width: Int) -> String { String(repeating: " ", count: Swift.max(0, width - count)) + self }
}
