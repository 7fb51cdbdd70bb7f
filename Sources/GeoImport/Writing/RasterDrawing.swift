import Foundation

/// A map as `kompas map` hands it over: the length of a JSON header, the header, then bands of bytes from the north.
struct RasterDrawing {
    struct Header: Decodable {
        struct Band: Decodable { var id: String; var label: String }
        struct Entry: Decodable { var value: Int; var label: String; var colour: String }
        var columns: Int
        var rows: Int
        var cellMetres: Double
        var west: Double
        var north: Double
        var bands: [Band]
        var legend: [Entry]
    }

    /// More cells than these are no map of ours.
    private static let cellLimit = 400_000_000

    let header: Header
    /// The legend as text, kept with the raster.
    let legend: String
    let bytes: Data
    /// Where the first band begins.
    let start: Int

    init(_ file: URL) throws(ImportProblem) {
        guard let bytes = try? Data(contentsOf: file, options: .mappedIfSafe), bytes.count > 8 else {
            throw ImportProblem("dit bestand is er niet of is leeg", in: file.path)
        }
        let length = (0..<8).reduce(0) { $0 | Int(bytes[$1]) << (8 * $1) }
        guard length > 0, length < 10_000_000, 8 + length <= bytes.count,
            let header = try? JSONDecoder().decode(Header.self, from: bytes[8..<(8 + length)]),
            header.columns > 0, header.rows > 0, header.columns <= Self.cellLimit / header.rows,
            header.cellMetres > 0, !header.bands.isEmpty,
            bytes.count - 8 - length == header.columns * header.rows * header.bands.count
        else { throw ImportProblem("dit is geen kaart van `kompas map`", in: file.lastPathComponent) }
        self.header = header
        self.bytes = bytes
        start = 8 + length
        legend = header.legend.map { "\($0.value)=\($0.label) (\($0.colour))" }.joined(separator: "; ")
    }
}
