import CZlib
import Foundation

/// Writes archives as they should be, and in all the ways in which they should not.
struct ZipBuilder {
    struct Entry {
        var name: String
        /// Unpacked.
        var content: [UInt8] = Array("x".utf8)
        var isDeflated = false
        /// What the headers say; `nil` is the truth.
        var claimedBytes: Int?
        var claimedChecksum: UInt32?
        var flags: UInt16 = 0
        var method: UInt16?
        /// Of Unix, in the upper half of the attributes: `0o100644` is a file.
        var mode: UInt32 = 0o100644
        /// The name in the header beside the content; `nil` is the same.
        var otherName: String?
        /// Points at the header of an earlier entry instead of its own.
        var sharesContentOf: Int?
    }

    var entries: [Entry]
    var before: [UInt8] = []
    var after: [UInt8] = []

    init(_ entries: [Entry]) { self.entries = entries }

    /// Ordinary files with one byte each.
    init(names: [String]) { entries = names.map { Entry(name: $0) } }

    func bytes() -> [UInt8] {
        var archive = before
        var directory: [UInt8] = []
        var offsets: [Int] = []
        for entry in entries {
            let packed = entry.isDeflated ? Self.deflated(entry.content) : entry.content
            let fields =
                Self.number(entry.method ?? (entry.isDeflated ? 8 : 0), 2) + [0, 0, 0x21, 0]
                + Self.number(entry.claimedChecksum ?? Self.checksum(entry.content), 4) + Self.number(packed.count, 4)
                + Self.number(entry.claimedBytes ?? entry.content.count, 4)
            let name = Array(entry.name.utf8)
            var offset = archive.count
            if let earlier = entry.sharesContentOf {
                offset = offsets[earlier]
            } else {
                let inner = entry.otherName.map { Array($0.utf8) } ?? name
                archive += [0x50, 0x4B, 3, 4, 20, 0] + Self.number(entry.flags, 2) + fields
                archive += Self.number(inner.count, 2) + [0, 0] + inner + packed
            }
            offsets.append(offset)
            directory += [0x50, 0x4B, 1, 2, 20, 3, 20, 0] + Self.number(entry.flags, 2) + fields
            directory += Self.number(name.count, 2) + [0, 0, 0, 0, 0, 0, 0, 0]
            directory += Self.number(entry.mode << 16, 4) + Self.number(offset, 4) + name
        }
        let end =
            [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + Self.number(entries.count, 2) + Self.number(entries.count, 2)
            + Self.number(directory.count, 4) + Self.number(archive.count, 4) + [0, 0]
        return archive + directory + end + after
    }

    private static func number(_ value: some BinaryInteger, _ bytes: Int) -> [UInt8] {
        (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    static func checksum(_ content: [UInt8]) -> UInt32 { UInt32(crc32(0, content, UInt32(content.count))) }

    /// Raw deflate, as archives hold it.
    static func deflated(_ content: [UInt8]) -> [UInt8] {
        var stream = z_stream()
        deflateInit2_(
            &stream, 9, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
        defer { deflateEnd(&stream) }
        var input = content
        var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(content.count))))
        let capacity = output.count
        input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(capacity)
                _ = deflate(&stream, Z_FINISH)
            }
        }
        return Array(output[..<(capacity - Int(stream.avail_out))])
    }
}
