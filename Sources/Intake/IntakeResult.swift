public import CanonicalJSON
public import Geometry

/// What was in a file: shapes in RD, with the few values that stood beside them.
public struct IntakeResult: Sendable {
    /// One shape with its values.
    public struct Feature: Sendable {
        public var shape: Shape
        /// The GeoJSON geometry in RD.
        public var geometry: JSONValue
        /// Texts, numbers and flags of the file; only to tell features apart.
        public var properties: JSONObject

        public init(shape: Shape, geometry: JSONValue, properties: JSONObject) {
            self.shape = shape
            self.geometry = geometry
            self.properties = properties
        }
    }

    public var features: [Feature]
    /// In which CRS the file was.
    public var crs: CRS
    public var notes: [IntakeNote]
    /// The layer that was read, when the file names it.
    public var layer: String?
    /// All shapes as one: overlapping polygons become one. `nil` when points, lines and polygons stand beside each other:
    /// then nothing may be lost. The reading program makes it, within its limits.
    public var whole: Shape?

    public init(features: [Feature], crs: CRS, notes: [IntakeNote], layer: String? = nil) {
        self.features = features
        self.crs = crs
        self.notes = notes
        self.layer = layer
    }

    /// Makes ``whole``. Costs time and memory: only for the reading program.
    public mutating func unite() throws(GeometryError) {
        guard Set(features.map(\.shape.kind.dimension)).count == 1 else { return }
        whole = try Shape.union(features.map(\.shape))
    }
}

extension IntakeResult {
    public static let schema = "kompas/intake/1"

    /// What the reading program hands over.
    public var json: JSONValue {
        [
            "crs": .string(crs.rawValue),
            "features": .array(
                features.map { ["geometry": $0.geometry, "properties": .object($0.properties)] }),
            "layer": layer.map(JSONValue.string) ?? .null, "notes": .array(notes.map(\.json)),
            "schema": .string(Self.schema),
            "whole": whole.flatMap { try? $0.geoJSON(in: .rd) } ?? .null,
        ]
    }

    /// Reads what ``json`` wrote, and believes nothing: every shape is checked again.
    init?(_ json: JSONValue, limits: IntakeLimits) {
        guard json["schema"]?.string == Self.schema, let crs = json["crs"]?.string.flatMap(CRS.init(rawValue:)),
            let list = json["features"]?.array, !list.isEmpty, list.count <= limits.features,
            let noted = json["notes"]?.array
        else { return nil }
        var features: [Feature] = []
        var vertices = 0
        for item in list {
            guard let geometry = item["geometry"], let properties = item["properties"]?.object,
                let shape = try? GeometryReader(crs: .rd).read(geometry)
            else { return nil }
            vertices += shape.vertexCount
            guard vertices <= limits.vertices else { return nil }
            features.append(Feature(shape: shape, geometry: geometry, properties: properties))
        }
        let notes = noted.compactMap { IntakeNote($0) }
        guard notes.count == noted.count else { return nil }
        self.init(features: features, crs: crs, notes: notes, layer: json["layer"]?.string)
        guard let united = json["whole"] else { return nil }
        if !united.isNull {
            guard let shape = try? GeometryReader(crs: .rd).read(united), shape.vertexCount <= limits.vertices else {
                return nil
            }
            whole = shape
        }
    }
}
