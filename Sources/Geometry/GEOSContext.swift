internal import CGEOS
import Synchronization

/// One GEOS handle with its readers and writers. A context is used by one caller at a time; geometries made with one
/// may be read with another.
final class GEOSContext {
    let handle: OpaquePointer
    private let wkbReader: OpaquePointer?
    private let wkbWriter: OpaquePointer?
    private(set) var message = ""

    private init(handle: OpaquePointer) {
        self.handle = handle
        // Returns a reader, or NULL; freed with GEOSWKBReader_destroy_r.
        wkbReader = GEOSWKBReader_create_r(handle)
        // Returns a writer, or NULL; freed with GEOSWKBWriter_destroy_r.
        wkbWriter = GEOSWKBWriter_create_r(handle)
        // Returns the handler that was set before.
        _ = GEOSContext_setErrorMessageHandler_r(
            handle,
            { text, owner in
                guard let text, let owner else { return }
                Unmanaged<GEOSContext>.fromOpaque(owner).takeUnretainedValue().message = String(cString: text)
            }, Unmanaged.passUnretained(self).toOpaque())
    }

    deinit {
        if let wkbReader { GEOSWKBReader_destroy_r(handle, wkbReader) }
        if let wkbWriter { GEOSWKBWriter_destroy_r(handle, wkbWriter) }
        GEOS_finish_r(handle)
    }

    /// A context on its way from one caller to the next; only one has it at a time.
    private struct Lent: @unchecked Sendable { let context: GEOSContext }
    /// Contexts that nobody uses now. Never grows beyond the number of callers at one time.
    private static let free = Mutex<[Lent]>([])

    /// Lends a context to a body that must not keep it.
    static func use<Result>(_ body: (GEOSContext) throws(GeometryError) -> Result) throws(GeometryError) -> Result {
        let lent: Lent
        if let waiting = free.withLock({ $0.popLast() }) {
            lent = waiting
        } else {
            // Returns a handle, or NULL when memory has run out; freed with GEOS_finish_r.
            guard let handle = GEOS_init_r() else { throw GeometryError(message: "GEOS could not be started") }
            lent = Lent(context: GEOSContext(handle: handle))
        }
        defer { free.withLock { $0.append(lent) } }
        return try body(lent.context)
    }

    /// The error that GEOS told last.
    func failure(_ doing: String) -> GeometryError {
        let why = message
        message = ""
        return GeometryError(message: why.isEmpty ? "\(doing) failed" : "\(doing) failed: \(why)")
    }

    /// Takes ownership of a geometry that GEOS made.
    func own(_ pointer: OpaquePointer?, _ doing: String) throws(GeometryError) -> GEOSGeometryOwner {
        guard let pointer else { throw failure(doing) }
        return GEOSGeometryOwner(pointer, handle: handle)
    }

    func read(wkb: UnsafeBufferPointer<UInt8>) throws(GeometryError) -> GEOSGeometryOwner {
        guard let wkbReader else { throw failure("reading WKB") }
        // Returns a geometry that the caller frees, or NULL on error.
        return try own(GEOSWKBReader_read_r(handle, wkbReader, wkb.baseAddress, wkb.count), "reading WKB")
    }

    func wkb(of geometry: GEOSGeometryOwner) throws(GeometryError) -> [UInt8] {
        guard let wkbWriter else { throw failure("writing WKB") }
        var size = 0
        // Returns a buffer that the caller frees with GEOSFree_r, or NULL on error.
        guard let buffer = GEOSWKBWriter_write_r(handle, wkbWriter, geometry.pointer, &size) else {
            throw failure("writing WKB")
        }
        defer { GEOSFree_r(handle, buffer) }
        return Array(UnsafeBufferPointer(start: buffer, count: size))
    }
}

/// Owns one GEOS geometry and frees it. The geometry never changes after it was made, so threads may share it.
final class GEOSGeometryOwner: @unchecked Sendable {
    let pointer: OpaquePointer

    /// Also computes the envelopes, which GEOS keeps on first use and would otherwise write from any thread.
    init(_ pointer: OpaquePointer, handle: OpaquePointer) {
        self.pointer = pointer
        Self.computeEnvelopes(of: pointer, handle)
    }

    private static func computeEnvelopes(of geometry: OpaquePointer, _ handle: OpaquePointer) {
        var ignored = 0.0
        // Returns 1, or 0 on error (an empty geometry).
        _ = GEOSGeom_getXMin_r(handle, geometry, &ignored)
        // Returns a type number, or -1 on error.
        let type = GEOSGeomTypeId_r(handle, geometry)
        if type >= Int32(GEOS_MULTIPOINT.rawValue) {
            // Returns the number, or -1 on error.
            for place in 0..<max(0, GEOSGetNumGeometries_r(handle, geometry)) {
                // Returns a part that stays with its owner, or NULL on error.
                if let part = GEOSGetGeometryN_r(handle, geometry, place) { computeEnvelopes(of: part, handle) }
            }
        } else if type == Int32(GEOS_POLYGON.rawValue) {
            // Returns the number, or -1 on error.
            for place in 0..<max(0, GEOSGetNumInteriorRings_r(handle, geometry)) {
                // Returns a ring that stays with its owner, or NULL on error; then 1, or 0 on error.
                if let ring = GEOSGetInteriorRingN_r(handle, geometry, place) {
                    _ = GEOSGeom_getXMin_r(handle, ring, &ignored)
                }
            }
        }
    }

    deinit {
        let pointer = self.pointer
        try? GEOSContext.use { context in GEOSGeom_destroy_r(context.handle, pointer) }
    }
}

/// A computation on geometry failed.
public struct GeometryError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What failed: lower case, no final period.
    public var message: String
    public init(message: String) { self.message = message }
    public var description: String { message }
}
