public import Foundation
internal import LimitedProcess
public import MapLayers

/// What to read and how.
public struct ImportOptions: Sendable {
    public var source: URL
    /// The layer in the source; needed when there is more than one.
    public var layerName: String?
    /// A condition in OGR SQL on the fields of the source.
    public var filter: String?
    public var nameField: String?
    /// The field with the identifier; otherwise the number that the format gives.
    public var idField: String?
    /// Fields to keep, with the names that they get.
    public var attributes: [(field: String, name: String)] = []
    /// Refuses invalid and empty geometry instead of repairing and leaving it out.
    public var isStrict = false
    public var limits = ImportLimits()
    /// What is told about the layer.
    public var description: LayerDescription
    /// A file with polygons within which the layer is complete.
    public var coverageFile: URL?

    public init(source: URL, description: LayerDescription) {
        self.source = source
        self.description = description
    }
}

/// What a source may cost. A hostile file stops here and takes nothing else down.
public struct ImportLimits: Sendable, Hashable {
    /// Size of the file in bytes.
    public var fileBytes = 2_000_000_000
    public var features = 1_000_000
    /// Positions over all features.
    public var vertices = 20_000_000
    /// Address space of the process in bytes.
    public var memoryBytes = 6_000_000_000
    /// Processor time of the process in seconds.
    public var seconds = 1800
    /// Bytes of any file that the process writes; `nil` sets no limit.
    public var writtenBytes: Int?
    /// Files that the process may have open; `nil` leaves what the system says.
    public var openFiles: Int?

    public init() {}

    /// Limits this process through the operating system; what asks more is stopped by it.
    public func limitProcess() {
        ResourceLimit.memory.lower(to: memoryBytes)
        ResourceLimit.processorSeconds.lower(to: seconds)
        ResourceLimit.crashFile.lower(to: 0)
        if let writtenBytes { ResourceLimit.writtenBytes.lower(to: writtenBytes) }
        if let openFiles { ResourceLimit.openFiles.lower(to: openFiles) }
    }
}
