internal import CZlib
internal import Crypto
public import Foundation
internal import Geometry

/// Keeps planes in a folder, one file each, named by the hash of all that they depend on. A file that is damaged is made
/// anew; one that cannot be written costs time, and is no error.
public struct PlaneCache: Sendable {
    private static let version = 2
    private let folder: URL

    public init(folder: URL) { self.folder = folder }

    private func file(_ key: String) -> URL {
        let whole = "kompas plane \(Self.version)\nGEOS \(GeometryLibraries.geosVersion)\n" + key
        let name = SHA256.hash(data: Data(whole.utf8)).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
        return folder.appending(path: name.joined() + ".plane")
    }

    func holds(_ key: String) -> Bool { FileManager.default.fileExists(atPath: file(key).path) }

    /// A state per chunk, then the words of the mixed chunks, then a check sum.
    func plane(_ key: String, grid: CellGrid) -> BitPlane? {
        guard let bytes = FileManager.default.contents(atPath: file(key).path) else { return nil }
        let plane = BitPlane(grid: grid)
        let chunkBytes = BitPlane.chunkWords * 8
        guard bytes.count >= plane.chunkCount + 4 else { return nil }
        return bytes.withUnsafeBytes { raw -> BitPlane? in
            let body = raw.count - 4
            guard Self.checkSum(raw, body) == raw.loadUnaligned(fromByteOffset: body, as: UInt32.self) else {
                return nil
            }
            var place = plane.chunkCount
            for chunk in 0..<plane.chunkCount {
                let state = raw[chunk]
                plane.states[chunk] = state
                if state == BitPlane.Chunk.ones {
                    for word in 0..<BitPlane.chunkWords {
                        plane.words[chunk * BitPlane.chunkWords + word] = plane.word(chunk * BitPlane.chunkWords + word)
                    }
                }
                guard state == BitPlane.Chunk.mixed else { continue }
                guard place + chunkBytes <= body, let base = raw.baseAddress else { return nil }
                UnsafeMutableRawPointer(plane.words + chunk * BitPlane.chunkWords)
                    .copyMemory(from: base + place, byteCount: chunkBytes)
                place += chunkBytes
            }
            return place == body ? plane : nil
        }
    }

    func keep(_ plane: BitPlane, _ key: String) {
        var bytes = Data(bytes: plane.states, count: plane.chunkCount)
        for chunk in 0..<plane.chunkCount where plane.states[chunk] == BitPlane.Chunk.mixed {
            bytes.append(
                Data(bytes: plane.words + chunk * BitPlane.chunkWords, count: BitPlane.chunkWords * 8))
        }
        var sum = bytes.withUnsafeBytes { Self.checkSum($0, $0.count) }
        withUnsafeBytes(of: &sum) { bytes.append(contentsOf: $0) }
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try? bytes.write(to: file(key), options: .atomic)
    }

    private static func checkSum(_ bytes: UnsafeRawBufferPointer, _ count: Int) -> UInt32 {
        // Returns the check sum.
        UInt32(truncatingIfNeeded: crc32(0, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), UInt32(count)))
    }
}
