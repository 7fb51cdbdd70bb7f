internal import CGEOS

extension Shape {
    /// Reads well-known binary in RD.
    public init(wkb: some Collection<UInt8>) throws(GeometryError) {
        let result: Result<Shape, GeometryError> =
            wkb.withContiguousStorageIfAvailable { Self.reading($0) }
            ?? Array(wkb).withUnsafeBufferPointer { Self.reading($0) }
        self = try result.get()
    }

    private static func reading(_ bytes: UnsafeBufferPointer<UInt8>) -> Result<Shape, GeometryError> {
        do throws(GeometryError) {
            return .success(
                try GEOSContext.use { (context) throws(GeometryError) in
                    guard let shape = try Shape(context.read(wkb: bytes), in: context) else {
                        throw GeometryError(message: "the geometry is empty")
                    }
                    return shape
                })
        } catch {
            return .failure(error)
        }
    }

    /// The well-known binary of this shape, in RD.
    public func wkb() throws(GeometryError) -> [UInt8] {
        try GEOSContext.use { (context) throws(GeometryError) in try context.wkb(of: owner) }
    }

    /// Reads well-known text in RD.
    public init(wkt: String) throws(GeometryError) {
        self = try GEOSContext.use { (context) throws(GeometryError) in
            // Returns a reader, or NULL; freed below.
            let reader = GEOSWKTReader_create_r(context.handle)
            defer { GEOSWKTReader_destroy_r(context.handle, reader) }
            // Returns a geometry that the caller frees, or NULL on error.
            let owner = try context.own(GEOSWKTReader_read_r(context.handle, reader, wkt), "reading WKT")
            guard let shape = try Shape(owner, in: context) else {
                throw GeometryError(message: "the geometry is empty")
            }
            return shape
        }
    }

    /// A point, in metres RD.
    public static func point(x: Double, y: Double) throws(GeometryError) -> Shape {
        try made { (context) throws(GeometryError) in
            // Returns a geometry that the caller frees, or NULL on error.
            try context.own(GEOSGeom_createPointFromXY_r(context.handle, x, y), "making a point")
        }
    }

    /// A rectangle along the axes, in metres RD.
    public static func rectangle(_ box: BoundingBox) throws(GeometryError) -> Shape {
        try made { (context) throws(GeometryError) in try context.rectangle(box) }
    }

    static func made(
        _ make: (GEOSContext) throws(GeometryError) -> GEOSGeometryOwner
    ) throws(GeometryError) -> Shape {
        guard let shape = try madeIfNotEmpty(make) else { throw GeometryError(message: "the geometry is empty") }
        return shape
    }

    static func madeIfNotEmpty(
        _ make: (GEOSContext) throws(GeometryError) -> GEOSGeometryOwner
    ) throws(GeometryError) -> Shape? {
        try GEOSContext.use { (context) throws(GeometryError) in try Shape(make(context), in: context) }
    }
}

extension GEOSContext {
    func rectangle(_ box: BoundingBox) throws(GeometryError) -> GEOSGeometryOwner {
        let corners = [
            box.minX, box.minY, box.maxX, box.minY, box.maxX, box.maxY, box.minX, box.maxY, box.minX, box.minY,
        ]
        // Returns a sequence that the ring takes, or NULL on error.
        let sequence = GEOSCoordSeq_copyFromBuffer_r(handle, corners, 5, 0, 0)
        // Takes the sequence; returns a ring that the polygon takes, or NULL on error.
        let ring = sequence.flatMap { GEOSGeom_createLinearRing_r(handle, $0) }
        // Takes the ring; returns a geometry that the caller frees, or NULL on error.
        return try own(ring.flatMap { GEOSGeom_createPolygon_r(handle, $0, nil, 0) }, "making a rectangle")
    }
}
