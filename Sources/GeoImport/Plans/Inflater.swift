internal import CZlib
internal import Foundation
internal import Intake

/// Unpacks one entry of an archive into a file, and stops where it becomes more than it said it was.
struct Inflater {
    private static let chunk = 65_536

    /// - Parameters:
    ///   - packed: the bytes of the entry.
    ///   - output: takes what is unpacked.
    func unpack(_ packed: [UInt8], of entry: ZipEntry, to output: FileHandle) throws(IntakeRefused) {
        var sink = Sink(output: output, limit: entry.unpackedBytes)
        switch entry.packing {
        case .stored: try sink.take(packed[...])
        case .deflated: try inflate(packed, into: &sink)
        }
        guard sink.count == entry.unpackedBytes, sink.checksum == entry.checksum else { throw Self.damaged }
    }

    private func inflate(_ packed: [UInt8], into sink: inout Sink) throws(IntakeRefused) {
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        stream.initialize(to: z_stream())
        defer { stream.deallocate() }
        // Returns Z_OK, or an error; the negative number says that there is no header. Ended by inflateEnd.
        guard inflateInit2_(stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw Self.damaged
        }
        defer { inflateEnd(stream) }
        var input = packed
        let output = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: Self.chunk)
        defer { output.deallocate() }
        let failure: IntakeRefused? = input.withUnsafeMutableBufferPointer { input in
            stream.pointee.next_in = input.baseAddress
            stream.pointee.avail_in = UInt32(input.count)
            while true {
                stream.pointee.next_out = output.baseAddress
                stream.pointee.avail_out = UInt32(Self.chunk)
                // Returns Z_OK, Z_STREAM_END at the end, or an error.
                let answer = CZlib.inflate(stream, Z_NO_FLUSH)
                guard answer == Z_OK || answer == Z_STREAM_END else { return Self.damaged }
                do throws(IntakeRefused) {
                    try sink.take(Array(output[..<(Self.chunk - Int(stream.pointee.avail_out))])[...])
                } catch {
                    return error
                }
                if answer == Z_STREAM_END { return stream.pointee.avail_in == 0 ? nil : Self.damaged }
                if stream.pointee.avail_in == 0, stream.pointee.avail_out > 0 { return Self.damaged }
            }
        }
        if let failure { throw failure }
    }

    static let damaged = IntakeRefused(
        .broken, "De zip is beschadigd: er komt iets anders uit dan er volgens de inhoudsopgave in zit.",
        help: "Maak de zip opnieuw en probeer het nog eens.")

    /// Writes and counts.
    private struct Sink {
        let output: FileHandle
        let limit: Int
        private(set) var count = 0
        private var sum: UInt = 0

        init(output: FileHandle, limit: Int) {
            self.output = output
            self.limit = limit
        }

        var checksum: UInt32 { UInt32(truncatingIfNeeded: sum) }

        mutating func take(_ bytes: ArraySlice<UInt8>) throws(IntakeRefused) {
            count += bytes.count
            guard count <= limit else { throw Inflater.damaged }
            // Returns the new sum.
            sum = bytes.withUnsafeBufferPointer { crc32(sum, $0.baseAddress, UInt32($0.count)) }
            do {
                try output.write(contentsOf: bytes)
            } catch {
                throw .tooHeavy
            }
        }
    }
}
