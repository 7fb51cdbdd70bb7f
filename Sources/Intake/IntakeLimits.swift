/// What an uploaded file may cost. A hostile file stops here and takes nothing else down.
public struct IntakeLimits: Sendable, Hashable {
    /// Bytes of the file as it was sent.
    public var uploadBytes = 20_000_000
    /// Bytes of all that is packed in it.
    public var unpackedBytes = 200_000_000
    /// Files in an archive.
    public var archiveEntries = 100
    /// How many times larger a packed file may become, once it is large at all.
    public var archiveRatio = 200
    public var features = 10_000
    /// Positions over all features.
    public var vertices = 200_000
    /// Seconds on the clock for reading.
    public var seconds = 30.0
    /// Seconds of processor time for reading.
    public var processorSeconds = 20
    /// Address space of the reading program in bytes.
    public var memoryBytes = 2_000_000_000
    /// Bytes of what the reading program hands over.
    public var resultBytes = 40_000_000

    public init() {}
}
