internal import Crypto
public import Foundation

/// The hash that names the content of a house.
public enum HouseHash {
    /// SHA-256 over path, length and bytes of every content file (YAML, verified passages, GeoJSON), in the order of the
    /// paths, as 64 hexadecimal digits. A file that cannot be read counts as missing.
    public static func of(folder: URL) -> String { of(ContentFiles(folder: folder), in: folder) }

    static func of(_ files: ContentFiles, in folder: URL) -> String {
        var hasher = SHA256()
        for file in files.all {
            guard let bytes = FileManager.default.contents(atPath: folder.path + "/" + file) else { continue }
            hasher.update(data: Data("\(file)\n\(bytes.count)\n".utf8))
            hasher.update(data: bytes)
        }
        return hex(hasher.finalize())
    }

    static func hex(_ digest: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in digest { text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
        return String(decoding: text, as: UTF8.self)
    }
}
