import CanonicalJSON
import Geometry

/// A place as text in a field: what a person types or pastes, and what stands there for what is kept.
enum PlaceText {
    /// Larger shapes do not stand in a field; they are kept as they are.
    static let mostPositions = 2_000

    struct Problem: Error {
        var texts: [String]
    }

    /// Reads a list of places, or a GeoJSON geometry or Feature in RD.
    /// - Returns: the place; `nil` for an empty text.
    static func shape(from text: String) throws(Problem) -> Shape? {
        let text = text.trimmed
        if text.isEmpty { return nil }
        if text.hasPrefix("{") { return try shape(fromJSON: text) }
        let list = CoordinateList(text)
        guard let geometry = list.geometry else {
            throw Problem(texts: list.problems.map { "Regel \($0.line): \($0.message)" })
        }
        return try shape(geometry)
    }

    private static func shape(fromJSON text: String) throws(Problem) -> Shape {
        guard let value = try? JSONValue.parse(text) else {
            throw Problem(texts: ["Dit is geen GeoJSON. Plak de hele tekst, van { tot en met }."])
        }
        return try shape(value["type"]?.string == "Feature" ? value["geometry"] ?? .null : value)
    }

    private static func shape(_ geometry: JSONValue) throws(Problem) -> Shape {
        do { return try GeometryReader(crs: .rd).read(geometry) } catch {
            throw Problem(texts: error.problems.map { "De vorm klopt niet: \($0.message)." })
        }
    }

    /// What stands in the field for a place; `nil` when it is too large for one.
    static func text(of shape: Shape) -> String? {
        shape.vertexCount <= mostPositions ? try? shape.coordinateList() : nil
    }
}
