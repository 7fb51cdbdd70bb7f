/// A file in an archive, as the directory of the archive tells of it.
public struct ZipEntry: Sendable, Hashable {
    public enum Packing: Sendable, Hashable { case stored, deflated }

    /// As it stands in the archive; never used as the name of a file.
    public var name: String
    /// The bytes of the name.
    public var rawName: [UInt8]
    public var packing: Packing
    public var checksum: UInt32
    public var packedBytes: Int
    /// What it claims to be when unpacked.
    public var unpackedBytes: Int
    /// Where its own header begins.
    public var offset: Int
    public var isFolder: Bool

    /// The last part of the name.
    public var lastName: String { name.split(separator: "/").last.map(String.init) ?? "" }

    /// In small letters, without the point; empty when there is none.
    public var ending: String {
        let parts = lastName.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count > 1 ? parts.last.map { $0.lowercased() } ?? "" : ""
    }

    /// The name without its ending.
    public var stem: String { String(name.dropLast(ending.isEmpty ? 0 : ending.count + 1)) }
}
