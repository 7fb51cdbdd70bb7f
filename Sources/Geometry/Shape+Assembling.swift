internal import CGEOS

extension Shape {
    /// Builds a geometry from positions in RD: per part its lists of positions; of a polygon the shell comes first.
    static func assembled(
        _ kind: Kind, parts: [[Range<Int>]], positions: [Position]
    ) throws(GeometryError) -> Shape {
        try made { (context) throws(GeometryError) in
            var pieces: [OpaquePointer?] = []
            for part in parts { pieces.append(context.part(ofDimension: kind.dimension, part, positions)) }
            if pieces.contains(nil) {
                for case let piece? in pieces { GEOSGeom_destroy_r(context.handle, piece) }
                throw context.failure("building a geometry")
            }
            switch kind {
            case .point, .line, .polygon: return try context.own(pieces.first ?? nil, "building a geometry")
            case .multiPoint: return try context.collection(GEOS_MULTIPOINT, &pieces)
            case .multiLine: return try context.collection(GEOS_MULTILINESTRING, &pieces)
            case .multiPolygon: return try context.collection(GEOS_MULTIPOLYGON, &pieces)
            }
        }
    }

    /// A line through positions in RD.
    public static func line(_ positions: [Position]) throws(GeometryError) -> Shape {
        try assembled(.line, parts: [[positions.indices]], positions: positions)
    }

    /// A polygon from rings of positions in RD, each closed; the shell comes first.
    public static func polygon(_ rings: [[Position]]) throws(GeometryError) -> Shape {
        var positions: [Position] = []
        var ranges: [Range<Int>] = []
        for ring in rings {
            ranges.append(positions.count..<positions.count + ring.count)
            positions += ring
        }
        return try assembled(.polygon, parts: [ranges], positions: positions)
    }
}

extension GEOSContext {
    func collection(_ type: GEOSGeomTypes, _ pieces: inout [OpaquePointer?]) throws(GeometryError) -> GEOSGeometryOwner
    {
        // Takes ownership of the pieces; returns a geometry that the caller frees, or NULL on error.
        try own(
            GEOSGeom_createCollection_r(handle, Int32(type.rawValue), &pieces, UInt32(pieces.count)),
            "building a geometry")
    }

    func part(ofDimension dimension: Int, _ ranges: [Range<Int>], _ positions: [Position]) -> OpaquePointer? {
        guard let first = ranges.first else { return nil }
        switch dimension {
        case 0:
            guard let position = positions[first].first else { return nil }
            // Returns a geometry that the caller frees, or NULL on error.
            return GEOSGeom_createPointFromXY_r(handle, position.x, position.y)
        case 1:
            // Takes the sequence; returns a geometry that the caller frees, or NULL on error.
            return sequence(positions[first]).flatMap { GEOSGeom_createLineString_r(handle, $0) }
        default: return polygon(ranges, positions)
        }
    }

    private func polygon(_ ranges: [Range<Int>], _ positions: [Position]) -> OpaquePointer? {
        // Takes the sequence; returns a ring that the caller frees, or NULL on error.
        var rings = ranges.map { sequence(positions[$0]).flatMap { GEOSGeom_createLinearRing_r(handle, $0) } }
        guard !rings.contains(nil), let shell = rings.removeFirst() else {
            for case let ring? in rings { GEOSGeom_destroy_r(handle, ring) }
            return nil
        }
        // Takes ownership of the rings; returns a geometry that the caller frees, or NULL on error.
        return GEOSGeom_createPolygon_r(handle, shell, &rings, UInt32(rings.count))
    }

    private func sequence(_ positions: ArraySlice<Position>) -> OpaquePointer? {
        // Two doubles lie behind each other in a position.
        positions.withUnsafeBytes { bytes in
            let numbers = bytes.bindMemory(to: Double.self)
            // Copies the numbers; returns a sequence that the caller frees, or NULL on error.
            return GEOSCoordSeq_copyFromBuffer_r(handle, numbers.baseAddress, UInt32(positions.count), 0, 0)
        }
    }
}
