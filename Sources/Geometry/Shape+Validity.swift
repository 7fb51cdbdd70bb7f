internal import CGEOS

/// Why a geometry is not valid, and where.
public struct ShapeFault: Sendable, Hashable {
    /// The reason in the words of GEOS, such as `Self-intersection`.
    public var reason: String
    /// The place in RD, when there is one.
    public var place: Position?

    public init(reason: String, place: Position?) {
        self.reason = reason
        self.place = place
    }
}

extension Shape {
    /// `nil` for a valid shape.
    public func fault() throws(GeometryError) -> ShapeFault? {
        try GEOSContext.use { (context) throws(GeometryError) in try context.fault(of: owner) }
    }

    /// A valid shape of the same extent and kind; a shape that is valid already comes back as it is.
    /// `nil` when nothing of its kind is left.
    public func repaired() throws(GeometryError) -> Shape? {
        if try fault() == nil { return self }
        let shape = try Self.madeIfNotEmpty { (context) throws(GeometryError) in
            // Returns a geometry that the caller frees, or NULL on error.
            try context.own(GEOSMakeValid_r(context.handle, owner.pointer), "repairing")
        }
        return shape?.kind.dimension == kind.dimension ? shape : nil
    }
}

extension GEOSContext {
    func fault(of geometry: GEOSGeometryOwner) throws(GeometryError) -> ShapeFault? {
        var reason: UnsafeMutablePointer<CChar>?
        var location: OpaquePointer?
        // Returns 1 for valid, 0 for not valid, 2 on error; the caller frees reason and location.
        let answer = GEOSisValidDetail_r(handle, geometry.pointer, 0, &reason, &location)
        defer {
            GEOSFree_r(handle, reason)
            if let location { GEOSGeom_destroy_r(handle, location) }
        }
        if try truth(answer, "checking a geometry") { return nil }
        var place: Position?
        var (x, y) = (0.0, 0.0)
        // Both return 1, or 0 on error.
        if let location, GEOSGeomGetX_r(handle, location, &x) == 1, GEOSGeomGetY_r(handle, location, &y) == 1 {
            place = Position(x: x, y: y)
        }
        return ShapeFault(reason: reason.map { String(cString: $0) } ?? "not valid", place: place)
    }
}
