import Foundation

/// Writes a zip in which files stand as they are, without packing: what an archive can still read when everything else is lost.
///
/// Names are UTF-8; one moment holds for all files, so that the same files give the same bytes. At most 4 GB and 65,000 files.
struct ZipWriter {
    private let time: [UInt8]
    private var archive: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    /// - Parameter moment: when the files were made; zip knows whole pairs of seconds from 1980 on.
    init(moment: Date) { time = Self.time(moment) }

    mutating func add(_ name: String, _ content: [UInt8]) {
        let bytes = Array(name.utf8)
        let fields =
            Self.number(0x0800, 2) + Self.number(0, 2) + time + Self.number(Checksum.of(content), 4)
            + Self.number(content.count, 4) + Self.number(content.count, 4) + Self.number(bytes.count, 2)
        directory +=
            [0x50, 0x4B, 1, 2, 20, 3, 20, 0] + fields + [UInt8](repeating: 0, count: 8)
            // A file of Unix that everybody may read.
            + Self.number(0o100644 << 16, 4) + Self.number(archive.count, 4) + bytes
        archive += [0x50, 0x4B, 3, 4, 20, 0] + fields + Self.number(0, 2) + bytes + content
        count += 1
    }

    func finished() -> [UInt8] {
        archive + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + Self.number(count, 2) + Self.number(count, 2)
            + Self.number(directory.count, 4) + Self.number(archive.count, 4) + [0, 0]
    }

    /// The lowest byte first.
    private static func number(_ value: some BinaryInteger, _ bytes: Int) -> [UInt8] {
        (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    private static func time(_ moment: Date) -> [UInt8] {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second], from: moment)
        let clock = (parts.hour ?? 0) << 11 | (parts.minute ?? 0) << 5 | (parts.second ?? 0) / 2
        let day = max(0, (parts.year ?? 1980) - 1980) << 9 | (parts.month ?? 1) << 5 | (parts.day ?? 1)
        return number(clock, 2) + number(day, 2)
    }
}

/// The checksum of zip, CRC-32 (ISO 3309).
enum Checksum {
    private static let table: [UInt32] = (0..<256).map { start in
        (0..<8).reduce(UInt32(start)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
    }

    static func of(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(0xFFFF_FFFF) { sum, byte in table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ (sum >> 8) }
    }
}
