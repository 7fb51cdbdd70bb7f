internal import CGEOS
public import CanonicalJSON

extension Shape {
    /// The GeoJSON geometry in a CRS, its coordinates in the order of the axes of that CRS.
    /// - Parameter decimals: of each number; a tenth of a millimetre when left out.
    public func geoJSON(
        in crs: CRS, decimals: Int? = nil, transformer: Transformer = .standard
    ) throws(GeometryError) -> JSONValue {
        let writer = GeoJSONWriter(crs: crs, decimals: decimals ?? crs.decimals, transformer: transformer)
        let coordinates = try GEOSContext.use { (context) throws(GeometryError) in
            try writer.coordinates(of: owner.pointer, kind, in: context)
        }
        return ["type": .string(kind.rawValue), "coordinates": coordinates]
    }

    /// All positions in RD, ring after ring and part after part.
    public func positions() throws(GeometryError) -> [Position] {
        try GEOSContext.use { (context) throws(GeometryError) in
            var positions: [Position] = []
            try context.visitSequences(of: owner.pointer) { positions += $0 }
            return positions
        }
    }
}

private struct GeoJSONWriter {
    let crs: CRS
    let decimals: Int
    let transformer: Transformer

    func coordinates(
        of geometry: OpaquePointer, _ kind: Shape.Kind, in context: GEOSContext
    ) throws(GeometryError) -> JSONValue {
        switch kind {
        case .point: return try list(geometry, context).first ?? .array([])
        case .line: return .array(try list(geometry, context))
        case .polygon:
            var rings: [JSONValue] = []
            for ring in context.rings(of: geometry) { rings.append(.array(try list(ring, context))) }
            return .array(rings)
        case .multiPoint: return try parts(geometry, .point, context)
        case .multiLine: return try parts(geometry, .line, context)
        case .multiPolygon: return try parts(geometry, .polygon, context)
        }
    }

    private func parts(
        _ geometry: OpaquePointer, _ kind: Shape.Kind, _ context: GEOSContext
    ) throws(GeometryError) -> JSONValue {
        var parts: [JSONValue] = []
        for part in context.parts(of: geometry) { parts.append(try coordinates(of: part, kind, in: context)) }
        return .array(parts)
    }

    private func list(_ geometry: OpaquePointer, _ context: GEOSContext) throws(GeometryError) -> [JSONValue] {
        let positions = try context.positions(ofSimple: geometry)
        guard let moved = transformer.transform(positions, from: .rd, to: crs) else {
            throw GeometryError(message: "a position cannot be transformed to \(crs.rawValue)")
        }
        let scale = (0..<max(0, decimals)).reduce(1.0) { scale, _ in scale * 10 }
        return moved.map {
            .array([.number(($0.x * scale).rounded() / scale), .number(($0.y * scale).rounded() / scale)])
        }
    }
}

extension GEOSContext {
    func parts(of geometry: OpaquePointer) -> [OpaquePointer] {
        // Returns the number, or -1 on error.
        let count = max(0, GEOSGetNumGeometries_r(handle, geometry))
        // Returns a part that stays with its owner, or NULL on error.
        return (0..<count).compactMap { GEOSGetGeometryN_r(handle, geometry, $0) }
    }

    /// The shell and then the holes of a polygon; they stay with it.
    func rings(of polygon: OpaquePointer) -> [OpaquePointer] {
        // Both return a ring that stays with its owner, or NULL on error.
        let shell = GEOSGetExteriorRing_r(handle, polygon)
        // Returns the number, or -1 on error.
        let count = max(0, GEOSGetNumInteriorRings_r(handle, polygon))
        return [shell].compactMap { $0 } + (0..<count).compactMap { GEOSGetInteriorRingN_r(handle, polygon, $0) }
    }

    /// The positions of a point, line or ring.
    func positions(ofSimple geometry: OpaquePointer) throws(GeometryError) -> [Position] {
        // Returns a sequence that stays with its owner, or NULL on error.
        guard let sequence = GEOSGeom_getCoordSeq_r(handle, geometry) else { throw failure("reading coordinates") }
        var size: UInt32 = 0
        // Returns 1, or 0 on error.
        guard GEOSCoordSeq_getSize_r(handle, sequence, &size) == 1 else { throw failure("reading coordinates") }
        var numbers = [Double](repeating: 0, count: 2 * Int(size))
        // Returns 1, or 0 on error.
        guard GEOSCoordSeq_copyToBuffer_r(handle, sequence, &numbers, 0, 0) == 1 else {
            throw failure("reading coordinates")
        }
        return (0..<Int(size)).map { Position(x: numbers[2 * $0], y: numbers[2 * $0 + 1]) }
    }

    /// Visits every list of positions in a geometry.
    func visitSequences(of geometry: OpaquePointer, _ visit: ([Position]) -> Void) throws(GeometryError) {
        // Returns a type number, or -1 on error.
        let type = GEOSGeomTypeId_r(handle, geometry)
        if type >= Int32(GEOS_MULTIPOINT.rawValue) {
            for part in parts(of: geometry) { try visitSequences(of: part, visit) }
        } else if type == Int32(GEOS_POLYGON.rawValue) {
            for ring in rings(of: geometry) { visit(try positions(ofSimple: ring)) }
        } else {
            visit(try positions(ofSimple: geometry))
        }
    }
}
