import Foundation
import Geometry

/// A tile of the base map: where it comes from and where it is kept.
struct BaseMapTile: Hashable, Sendable {
    /// Finer than this nobody publishes the map.
    static let levels = 0...14

    let level: Int
    let column: Int
    let row: Int

    /// Reads `z`, `x` and `y.png`; `nil` for what is no tile of the grid.
    init?(level: String, column: String, file: String) {
        guard file.hasSuffix(".png"), let level = Int(level), let column = Int(column),
            let row = Int(file.dropLast(4)), Self.levels.contains(level),
            RDTileGrid.holds(level: level, column: column, row: row)
        else { return nil }
        self.level = level
        self.column = column
        self.row = row
    }

    /// The address at the source, out of the one template of the settings: nothing that a visitor sends gets into it but
    /// three numbers.
    func address(_ template: String) -> String {
        template.replacing("{z}", with: String(level)).replacing("{x}", with: String(column))
            .replacing("{y}", with: String(row))
    }

    func file(in folder: URL) -> URL { folder.appending(path: "\(level)/\(column)/\(row)") }
}

/// A picture of a tile, looked at before anybody gets it.
enum TilePicture {
    static let mostBytes = 600_000

    /// The content type by the first bytes; `nil` for what is no picture of a kind that tiles have.
    static func contentType(of bytes: some Collection<UInt8>) -> String? {
        guard !bytes.isEmpty, bytes.count <= mostBytes else { return nil }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return "image/png" }
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return "image/jpeg" }
        return nil
    }
}
