import CanonicalJSON
import GeoImport
import Geometry

/// The words and the JSON of a finished import.
struct ImportReportText {
    let report: ImportReport
    /// More ids than these are not written out.
    private static let idLimit = 10

    init(_ report: ImportReport) { self.report = report }

    func text(_ format: OutputFormat) -> String { format == .json ? json.pretty() : words }

    private var words: String {
        var lines = [
            "Laag `\(report.layer)` staat bij de aanduiding `\(report.designation)`: \(count(report.features, "gebied", "gebieden"))"
                + " met \(count(report.vertices, "punt", "punten"))."
        ]
        if !report.repaired.isEmpty {
            lines.append(
                "Hersteld: de geometrie van \(count(report.repaired.count, "gebied", "gebieden")) (\(list(report.repaired)))."
            )
        }
        if !report.withoutGeometry.isEmpty {
            lines.append(
                "Weggelaten: \(count(report.withoutGeometry.count, "gebied", "gebieden")) zonder geometrie"
                    + " (\(list(report.withoutGeometry))).")
        }
        if report.isTransformed {
            lines.append(
                report.grid.map { "Omgerekend naar RD met het grid `\($0)`." }
                    ?? "Omgerekend naar RD zonder grid: tot 25 cm ernaast. Zet `\(Transformer.gridFile)` in een map van PROJ_DATA."
            )
        }
        return lines.joined(separator: "\n")
    }

    private func count(_ number: Int, _ one: String, _ many: String) -> String {
        "\(number) \(number == 1 ? one : many)"
    }

    private func list(_ ids: [String]) -> String {
        let rest = ids.count - Self.idLimit
        return ids.prefix(Self.idLimit).joined(separator: ", ") + (rest > 0 ? " en nog \(rest)" : "")
    }

    private var json: JSONValue {
        let box = report.boundingBox
        return [
            "layer": .string(report.layer), "designation": .string(report.designation),
            "features": .number(Double(report.features)), "vertices": .number(Double(report.vertices)),
            "repaired": .array(report.repaired.map { .string($0) }),
            "withoutGeometry": .array(report.withoutGeometry.map { .string($0) }),
            "boundingBox": [.number(box.minX), .number(box.minY), .number(box.maxX), .number(box.maxY)],
            "transformed": .bool(report.isTransformed), "grid": report.grid.map { .string($0) } ?? .null,
        ]
    }
}
