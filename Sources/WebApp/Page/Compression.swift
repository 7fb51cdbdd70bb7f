import CZlib

/// Bytes as gzip holds them.
enum Gzip {
    /// `nil` when zlib refuses, which only happens without memory.
    static func compress(_ bytes: [UInt8], level: Int32 = 6) -> [UInt8]? {
        var stream = z_stream()
        // 15 bits of window, plus 16 for a gzip header. Returns Z_OK or an error; the stream is freed by deflateEnd.
        let opened = deflateInit2_(
            &stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
        guard opened == Z_OK else { return nil }
        defer { deflateEnd(&stream) }
        // Returns the most that one call can need.
        let bound = Int(deflateBound(&stream, uLong(bytes.count)))
        var input = bytes
        let output = [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
            let state = input.withUnsafeMutableBufferPointer { source in
                stream.next_in = source.baseAddress
                stream.avail_in = uInt(source.count)
                stream.next_out = buffer.baseAddress
                stream.avail_out = uInt(buffer.count)
                // Returns Z_STREAM_END when everything fitted, as the bound promises.
                return deflate(&stream, Z_FINISH)
            }
            count = state == Z_STREAM_END ? buffer.count - Int(stream.avail_out) : 0
        }
        return output.isEmpty ? nil : output
    }
}
