import CanonicalJSON
import Geometry

/// A place as text in a field: what a person types or pastes, and what stands there for what is kept.
enum PlaceText {
    /// Larger shapes do not stand in a field; they are kept as they are.
    static let mostPositions = 2_000

    struct Problem: Error {
        var texts: [String]
    }

    /// Reads a GeoJSON geometry or Feature in RD.
    /// - Returns: the place, made valid or refused; `nil` for an empty text.
    static func shape(from text: String) throws(Problem) -> Shape? {
        guard !text.trimmed.isEmpty else { return nil }
        guard let value = try? JSONValue.parse(text) else {
            throw Problem(texts: ["Dit is geen plek die Kompas kan lezen."])
        }
        let geometry = value["type"]?.string == "Feature" ? value["geometry"] ?? .null : value
        do { return try GeometryReader(crs: .rd).read(geometry) } catch {
            throw Problem(texts: error.problems.map { "\($0.message.capitalizedStart)." })
        }
    }

    /// What stands in the field for a place; `nil` when it is too large for one.
    static func text(of shape: Shape) -> String? {
        guard let positions = try? shape.positions(), positions.count <= mostPositions,
            let json = try? shape.geoJSON(in: .rd).canonicalString
        else { return nil }
        return json
    }
}

extension String {
    var capitalizedStart: String { prefix(1).uppercased() + dropFirst() }
}
