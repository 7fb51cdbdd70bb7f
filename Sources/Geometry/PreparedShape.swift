internal import CGEOS

/// A shape made ready for many questions. Belongs to one thread: GEOS builds its indexes at the first question.
public final class PreparedShape {
    public let shape: Shape
    private let prepared: OpaquePointer

    public init(_ shape: Shape) throws(GeometryError) {
        self.shape = shape
        prepared = try GEOSContext.use { (context) throws(GeometryError) in
            // Returns a prepared geometry that the caller frees before the geometry itself, or NULL on error.
            guard let prepared = GEOSPrepare_r(context.handle, shape.owner.pointer) else {
                throw context.failure("preparing a geometry")
            }
            return prepared
        }
    }

    deinit {
        let prepared = self.prepared
        try? GEOSContext.use { context in GEOSPreparedGeom_destroy_r(context.handle, prepared) }
    }

    /// Whether they share a place.
    public func intersects(_ other: Shape) throws(GeometryError) -> Bool {
        try GEOSContext.use { (context) throws(GeometryError) in
            // Returns 1 for true, 0 for false, 2 on error.
            try context.truth(
                GEOSPreparedIntersects_r(context.handle, prepared, other.owner.pointer), "intersecting")
        }
    }

    /// Whether the other lies wholly inside; its border may lie on this one's.
    public func covers(_ other: Shape) throws(GeometryError) -> Bool {
        try GEOSContext.use { (context) throws(GeometryError) in
            // Returns 1 for true, 0 for false, 2 on error.
            try context.truth(GEOSPreparedCovers_r(context.handle, prepared, other.owner.pointer), "comparing")
        }
    }

    /// Whether the other lies strictly inside, away from the border.
    public func containsProperly(_ other: Shape) throws(GeometryError) -> Bool {
        try GEOSContext.use { (context) throws(GeometryError) in
            // Returns 1 for true, 0 for false, 2 on error.
            try context.truth(
                GEOSPreparedContainsProperly_r(context.handle, prepared, other.owner.pointer), "comparing")
        }
    }

    /// Metres between the nearest places of both; 0 when they touch.
    public func distance(to other: Shape) throws(GeometryError) -> Double {
        try GEOSContext.use { (context) throws(GeometryError) in
            var metres = 0.0
            // Returns 1, or 0 on error.
            guard GEOSPreparedDistance_r(context.handle, prepared, other.owner.pointer, &metres) == 1 else {
                throw context.failure("measuring a distance")
            }
            return metres
        }
    }
}
