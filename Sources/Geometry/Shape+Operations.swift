internal import CGEOS

extension Shape {
    /// All places within so many metres; with a negative number all places that far inside. Arcs become so many
    /// segments a quarter. `nil` when nothing is left.
    public func buffered(metres: Double, quadrantSegments: Int = 64) throws(GeometryError) -> Shape? {
        try Self.madeIfNotEmpty { (context) throws(GeometryError) in
            // Returns a geometry that the caller frees, or NULL on error.
            try context.own(
                GEOSBuffer_r(context.handle, owner.pointer, metres, Int32(quadrantSegments)), "making a buffer")
        }
    }

    /// All places within so many metres, which must be positive.
    public func buffer(metres: Double, quadrantSegments: Int = 64) throws(GeometryError) -> Shape {
        guard let shape = try buffered(metres: metres, quadrantSegments: quadrantSegments) else {
            throw GeometryError(message: "the buffer is empty")
        }
        return shape
    }

    /// What both share, of the highest dimension they share; `nil` when they share nothing.
    public func intersection(with other: Shape) throws(GeometryError) -> Shape? {
        guard boundingBox.intersects(other.boundingBox) else { return nil }
        return try Self.madeIfNotEmpty { (context) throws(GeometryError) in
            // Returns a geometry that the caller frees, or NULL on error.
            try context.own(GEOSIntersection_r(context.handle, owner.pointer, other.owner.pointer), "intersecting")
        }
    }

    /// The square metres that both share.
    public func sharedAreaSquareMetres(with other: Shape) throws(GeometryError) -> Double {
        guard boundingBox.intersects(other.boundingBox) else { return 0 }
        return try GEOSContext.use { (context) throws(GeometryError) in
            // Returns a geometry that the caller frees, or NULL on error.
            let shared = GEOSIntersection_r(context.handle, owner.pointer, other.owner.pointer)
            guard let shared else { throw context.failure("intersecting") }
            defer { GEOSGeom_destroy_r(context.handle, shared) }
            var area = 0.0
            // Returns 1, or 0 on error.
            guard GEOSArea_r(context.handle, shared, &area) == 1 else { throw context.failure("measuring an area") }
            return area
        }
    }

    /// What is left of this shape; `nil` when that is nothing.
    public func subtracting(_ other: Shape) throws(GeometryError) -> Shape? {
        guard boundingBox.intersects(other.boundingBox) else { return self }
        return try Self.madeIfNotEmpty { (context) throws(GeometryError) in
            // Returns a geometry that the caller frees, or NULL on error.
            try context.own(GEOSDifference_r(context.handle, owner.pointer, other.owner.pointer), "subtracting")
        }
    }

    /// The union of shapes; of mixed dimensions only the highest is kept. `nil` for no shapes.
    public static func union(_ shapes: [Shape]) throws(GeometryError) -> Shape? {
        if shapes.count < 2 { return shapes.first }
        return try madeIfNotEmpty { (context) throws(GeometryError) in
            // Returns copies that the collection takes, or NULL on error.
            var copies = shapes.map { GEOSGeom_clone_r(context.handle, $0.owner.pointer) }
            let type = Int32(GEOS_GEOMETRYCOLLECTION.rawValue)
            // Takes the copies; returns a geometry that the caller frees, or NULL on error.
            let collection = try context.own(
                GEOSGeom_createCollection_r(context.handle, type, &copies, UInt32(copies.count)), "collecting shapes")
            // Returns a geometry that the caller frees, or NULL on error.
            return try context.own(GEOSUnaryUnion_r(context.handle, collection.pointer), "uniting")
        }
    }

    /// The part inside a rectangle; fast, for cutting. `nil` when nothing is inside.
    public func clipped(to box: BoundingBox) throws(GeometryError) -> Shape? {
        try intersection(with: .rectangle(box))
    }

    /// The single points, lines or polygons.
    public func parts() throws(GeometryError) -> [Shape] {
        if kind == .point || kind == .line || kind == .polygon { return [self] }
        return try GEOSContext.use { (context) throws(GeometryError) in
            var parts: [Shape] = []
            for place in 0..<max(0, GEOSGetNumGeometries_r(context.handle, owner.pointer)) {
                // Returns a part that stays with its owner, or NULL on error; the copy is freed by us.
                let part = GEOSGetGeometryN_r(context.handle, owner.pointer, place)
                let copy = try context.own(part.flatMap { GEOSGeom_clone_r(context.handle, $0) }, "taking a part")
                if let shape = try Shape(copy, in: context) { parts.append(shape) }
            }
            return parts
        }
    }

    /// Metres between the nearest places of both; 0 when they touch.
    public func distance(to other: Shape) throws(GeometryError) -> Double {
        try GEOSContext.use { (context) throws(GeometryError) in
            var metres = 0.0
            // Returns 1, or 0 on error.
            guard GEOSDistance_r(context.handle, owner.pointer, other.owner.pointer, &metres) == 1 else {
                throw context.failure("measuring a distance")
            }
            return metres
        }
    }

    /// Whether they share a place.
    public func intersects(_ other: Shape) throws(GeometryError) -> Bool {
        try GEOSContext.use { (context) throws(GeometryError) in
            // Returns 1 for true, 0 for false, 2 on error.
            try context.truth(GEOSIntersects_r(context.handle, owner.pointer, other.owner.pointer), "intersecting")
        }
    }

    /// A place that certainly lies in it.
    public func innerPosition() throws(GeometryError) -> Position {
        let point = try Self.made { (context) throws(GeometryError) in
            // Returns a geometry that the caller frees, or NULL on error.
            try context.own(GEOSPointOnSurface_r(context.handle, owner.pointer), "finding an inner point")
        }
        return Position(x: point.boundingBox.minX, y: point.boundingBox.minY)
    }

    /// The middle of gravity as a point shape.
    public func centroid() throws(GeometryError) -> Shape {
        try Self.made { (context) throws(GeometryError) in
            // Returns a geometry that the caller frees, or NULL on error.
            try context.own(GEOSGetCentroid_r(context.handle, owner.pointer), "finding the centroid")
        }
    }

    /// The outlines of polygons, the ends of lines; `nil` for points and closed lines.
    public func boundary() throws(GeometryError) -> Shape? {
        try Self.madeIfNotEmpty { (context) throws(GeometryError) in
            // Returns a geometry that the caller frees, or NULL on error.
            try context.own(GEOSBoundary_r(context.handle, owner.pointer), "taking the boundary")
        }
    }
}

extension GEOSContext {
    func truth(_ answer: CChar, _ doing: String) throws(GeometryError) -> Bool {
        if answer == 2 { throw failure(doing) }
        return answer == 1
    }
}
