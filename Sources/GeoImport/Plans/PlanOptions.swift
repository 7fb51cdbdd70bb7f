public import Foundation
public import Geometry
public import Intake

/// Which file of a plan to read, and how far to go.
public struct PlanOptions: Sendable {
    /// Holds the file, under the name of its kind, and takes what is unpacked.
    public var folder: URL
    public var kind: FileKind
    public var layer: String?
    /// What the owner says of a file that does not name its CRS.
    public var crs: CRS?
    public var limits: IntakeLimits

    public init(folder: URL, kind: FileKind, layer: String?, crs: CRS?, limits: IntakeLimits) {
        self.folder = folder
        self.kind = kind
        self.layer = layer
        self.crs = crs
        self.limits = limits
    }

    /// Limits this process, for good.
    public func limitProcess() {
        var process = ImportLimits()
        process.memoryBytes = limits.memoryBytes
        process.seconds = limits.processorSeconds
        process.writtenBytes = max(limits.unpackedBytes, limits.resultBytes)
        process.openFiles = 64
        process.limitProcess()
        ProcessIsolation.cutNetwork()
    }
}
