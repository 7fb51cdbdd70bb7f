internal import CZlib

/// Writes PNG pictures of eight bits a channel.
enum PNGWriter {
    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    /// - Parameter rgba: four bytes a pixel, rows from the top.
    static func png(width: Int, height: Int, rgba: [UInt8]) throws(OpportunityError) -> [UInt8] {
        var lines: [UInt8] = []
        lines.reserveCapacity((width * 4 + 1) * height)
        for row in 0..<height {
            lines.append(0)
            lines += rgba[(row * width * 4)..<((row + 1) * width * 4)]
        }
        var file = signature
        // Eight bits, red green blue and alpha.
        append("IHDR", bigEndian(UInt32(width)) + bigEndian(UInt32(height)) + [8, 6, 0, 0, 0], to: &file)
        append("IDAT", try deflated(lines), to: &file)
        append("IEND", [], to: &file)
        return file
    }

    static func deflated(_ bytes: [UInt8]) throws(OpportunityError) -> [UInt8] {
        // Returns the most bytes that the result may take.
        var size = compressBound(UInt(bytes.count))
        var result = [UInt8](repeating: 0, count: Int(size))
        // Returns Z_OK, or an error when the room is too small.
        guard compress2(&result, &size, bytes, UInt(bytes.count), 6) == Z_OK else { throw .writing("zlib") }
        return Array(result.prefix(Int(size)))
    }

    static func append(_ kind: String, _ data: [UInt8], to file: inout [UInt8]) {
        let body = Array(kind.utf8) + data
        file += bigEndian(UInt32(data.count)) + body
        // Returns the check sum.
        file += bigEndian(UInt32(truncatingIfNeeded: crc32(0, body, UInt32(body.count))))
    }

    static func bigEndian(_ number: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }
}
