public import CanonicalJSON
import Geometry
import PolicyModel

extension OpportunityResult {
    /// A GeoJSON FeatureCollection in RD: per class its cells as a MultiPolygon.
    public func polygonFile(label: (OpportunityClass) -> String) -> JSONValue {
        PolygonFile.collection(
            classes.filter { $0.cellCount > 0 }.map { item in
                PolygonFile.feature(
                    item.plane, id: item.kind.id,
                    [
                        "class": .string(item.kind.id), "label": .string(label(item.kind)),
                        "hectares": .number(item.hectares), "cellMetres": .number(grid.cellMetres),
                    ])
            })
    }
}

/// Planes as GeoJSON.
public enum PolygonFile {
    /// The cells of a plane as one MultiPolygon.
    public static func feature(_ plane: BitPlane, id: String, _ properties: JSONValue) -> JSONValue {
        let coordinates = PolygonTracer(plane).polygons().map { polygon in
            JSONValue.array(polygon.map { ring in .array(ring.map { .array([.number($0.x), .number($0.y)]) }) })
        }
        return [
            "type": "Feature", "id": .string(id), "properties": properties,
            "geometry": ["type": "MultiPolygon", "coordinates": .array(coordinates)],
        ]
    }

    public static func collection(_ features: [JSONValue]) -> JSONValue {
        [
            "type": "FeatureCollection",
            "crs": ["type": "name", "properties": ["name": "urn:ogc:def:crs:EPSG::28992"]],
            "features": .array(features),
        ]
    }
}
