internal import CGEOS

/// A geometry in RD (EPSG:28992): a point, line or polygon, or several of one kind. Never empty, never changed.
///
/// GEOS does the computing. A value is shared between threads freely: the geometry behind it never changes.
///
/// ## Topics
/// - Making: ``GeometryReader``, ``init(wkb:)``, ``rectangle(_:)``, ``point(x:y:)``
/// - Measuring: ``areaSquareMetres``, ``lengthMetres``, ``boundingBox``, ``distance(to:)``
/// - Deriving: ``buffer(metres:quadrantSegments:)``, ``intersection(with:)``, ``subtracting(_:)``, ``union(_:)``
/// - Writing: ``wkb()``, ``geoJSON(in:transformer:)``
/// - Many questions about one shape: ``PreparedShape``
public struct Shape: Sendable {
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case point = "Point"
        case multiPoint = "MultiPoint"
        case line = "LineString"
        case multiLine = "MultiLineString"
        case polygon = "Polygon"
        case multiPolygon = "MultiPolygon"

        /// 0 for points, 1 for lines, 2 for polygons.
        public var dimension: Int {
            switch self {
            case .point, .multiPoint: 0
            case .line, .multiLine: 1
            case .polygon, .multiPolygon: 2
            }
        }
    }

    /// The CRS of every shape.
    public static let crs = CRS.rd
    public var crs: CRS { Self.crs }

    public let kind: Kind
    public let boundingBox: BoundingBox
    /// Square metres in the RD plane; 0 for points and lines.
    public let areaSquareMetres: Double
    /// Metres; the whole boundary of a polygon, 0 for points.
    public let lengthMetres: Double
    let owner: GEOSGeometryOwner

    /// Takes what GEOS made; a collection is reduced to its parts of the highest dimension.
    /// - Returns: `nil` for an empty geometry.
    init?(_ owner: GEOSGeometryOwner, in context: GEOSContext) throws(GeometryError) {
        var owner = owner
        // Returns a type number, or -1 on error.
        if Self.kind(ofType: GEOSGeomTypeId_r(context.handle, owner.pointer)) == nil {
            guard let part = try context.highestDimension(of: owner) else { return nil }
            owner = part
        }
        // Returns 1 for empty, 0 for not empty, 2 on error.
        guard GEOSisEmpty_r(context.handle, owner.pointer) == 0,
            let kind = Self.kind(ofType: GEOSGeomTypeId_r(context.handle, owner.pointer))
        else { return nil }
        self.kind = kind
        self.owner = owner
        boundingBox = context.boundingBox(of: owner)
        areaSquareMetres = kind.dimension == 2 ? try context.area(of: owner) : 0
        lengthMetres = kind.dimension > 0 ? try context.length(of: owner) : 0
    }

    private static func kind(ofType type: Int32) -> Kind? {
        switch type {
        case Int32(GEOS_POINT.rawValue): .point
        case Int32(GEOS_LINESTRING.rawValue), Int32(GEOS_LINEARRING.rawValue): .line
        case Int32(GEOS_POLYGON.rawValue): .polygon
        case Int32(GEOS_MULTIPOINT.rawValue): .multiPoint
        case Int32(GEOS_MULTILINESTRING.rawValue): .multiLine
        case Int32(GEOS_MULTIPOLYGON.rawValue): .multiPolygon
        default: nil
        }
    }

    /// The extent of this shape by its own dimension: area, length, or number of points.
    public var measure: Double {
        switch kind.dimension {
        case 2: areaSquareMetres
        case 1: lengthMetres
        default: Double(partCount)
        }
    }

    /// How many points, lines or polygons it consists of.
    public var partCount: Int {
        let owner = owner
        // Returns the number, or -1 on error.
        return (try? GEOSContext.use { context in Int(GEOSGetNumGeometries_r(context.handle, owner.pointer)) }) ?? 1
    }

    /// How many positions it is written with.
    public var vertexCount: Int {
        let owner = owner
        // Returns the number, or -1 on error.
        return (try? GEOSContext.use { context in Int(GEOSGetNumCoordinates_r(context.handle, owner.pointer)) }) ?? 0
    }
}

extension GEOSContext {
    func area(of geometry: GEOSGeometryOwner) throws(GeometryError) -> Double {
        var area = 0.0
        // Returns 1, or 0 on error.
        guard GEOSArea_r(handle, geometry.pointer, &area) == 1 else { throw failure("measuring an area") }
        return area
    }

    func length(of geometry: GEOSGeometryOwner) throws(GeometryError) -> Double {
        var length = 0.0
        // Returns 1, or 0 on error.
        guard GEOSLength_r(handle, geometry.pointer, &length) == 1 else { throw failure("measuring a length") }
        return length
    }

    func boundingBox(of geometry: GEOSGeometryOwner) -> BoundingBox {
        var box = BoundingBox.empty
        // Returns 1, or 0 on error (an empty geometry), which leaves the box empty.
        _ = GEOSGeom_getExtent_r(handle, geometry.pointer, &box.minX, &box.minY, &box.maxX, &box.maxY)
        return box
    }

    /// The parts of a collection with the highest dimension, as one geometry; `nil` when there are none.
    func highestDimension(of collection: GEOSGeometryOwner) throws(GeometryError) -> GEOSGeometryOwner? {
        var parts: [(dimension: Int32, part: OpaquePointer)] = []
        collect(collection.pointer, into: &parts)
        guard let highest = parts.map(\.dimension).max() else { return nil }
        var chosen: [OpaquePointer?] = []
        for part in parts where part.dimension == highest {
            // Returns a copy that the caller frees, or NULL on error.
            chosen.append(GEOSGeom_clone_r(handle, part.part))
        }
        if chosen.count == 1 { return try own(chosen[0], "taking a part") }
        let type = [GEOS_MULTIPOINT, GEOS_MULTILINESTRING, GEOS_MULTIPOLYGON][Int(highest)]
        // Takes ownership of the parts; returns a geometry that the caller frees, or NULL on error.
        return try own(
            GEOSGeom_createCollection_r(handle, Int32(type.rawValue), &chosen, UInt32(chosen.count)), "collecting parts"
        )
    }

    private func collect(_ geometry: OpaquePointer, into parts: inout [(dimension: Int32, part: OpaquePointer)]) {
        // Returns 1 for empty, 0 for not empty, 2 on error.
        guard GEOSisEmpty_r(handle, geometry) == 0 else { return }
        // Returns a type number, or -1 on error.
        if GEOSGeomTypeId_r(handle, geometry) < Int32(GEOS_MULTIPOINT.rawValue) {
            // Returns 0, 1 or 2, or -1 on error.
            let dimension = GEOSGeom_getDimensions_r(handle, geometry)
            if (0...2).contains(dimension) { parts.append((dimension, geometry)) }
            return
        }
        // Returns the number, or -1 on error.
        for place in 0..<max(0, GEOSGetNumGeometries_r(handle, geometry)) {
            // Returns a part that stays with its owner, or NULL on error.
            if let part = GEOSGetGeometryN_r(handle, geometry, place) { collect(part, into: &parts) }
        }
    }
}
