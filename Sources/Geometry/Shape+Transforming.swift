internal import CGEOS

extension Shape {
    /// Reads well-known binary whose coordinates stand in another CRS, **x first**: longitude before latitude whatever
    /// the order of the axes, as GDAL hands geometry out.
    public init(
        wkb: some Collection<UInt8>, crs: CRS, transformer: Transformer = .standard
    ) throws(GeometryError) {
        let raw = try Shape(wkb: wkb)
        if crs == .rd {
            self = raw
            return
        }
        let source: CRS = .crs84
        self = try Self.made { (context) throws(GeometryError) in
            try context.transformed(raw.owner) { transformer.transform([$0], from: source, to: .rd)?.first }
        }
    }
}

/// What the callback of GEOS needs.
private final class Mover {
    let move: (Position) -> Position?
    init(_ move: @escaping (Position) -> Position?) { self.move = move }
}

extension GEOSContext {
    func transformed(
        _ geometry: GEOSGeometryOwner, _ move: @escaping (Position) -> Position?
    ) throws(GeometryError) -> GEOSGeometryOwner {
        let mover = Mover(move)
        let result = withExtendedLifetime(mover) {
            // Returns a geometry that the caller frees, or NULL when the callback returns 0.
            GEOSGeom_transformXY_r(
                handle, geometry.pointer,
                { x, y, owner in
                    guard let x, let y, let owner else { return 0 }
                    let mover = Unmanaged<Mover>.fromOpaque(owner).takeUnretainedValue()
                    guard let moved = mover.move(Position(x: x.pointee, y: y.pointee)) else { return 0 }
                    x.pointee = moved.x
                    y.pointee = moved.y
                    return 1
                }, Unmanaged.passUnretained(mover).toOpaque())
        }
        return try own(result, "transforming")
    }
}
