import CZlib
import Testing

/// The pixels of a PNG with a palette, as colours.
struct PNGPixels {
    let width: Int
    let height: Int
    private let palette: [[UInt8]]
    private let rows: [[UInt8]]

    init(_ bytes: [UInt8]) throws {
        func number(_ place: Int) -> Int { bytes[place..<(place + 4)].reduce(0) { $0 << 8 | Int($1) } }
        try #require(Array(bytes.prefix(8)) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        var (colours, alphas, packed): ([UInt8], [UInt8], [UInt8]) = ([], [], [])
        var (wide, high) = (0, 0)
        var place = 8
        while place + 8 <= bytes.count {
            let length = number(place)
            let kind = String(decoding: bytes[(place + 4)..<(place + 8)], as: UTF8.self)
            let body = Array(bytes[(place + 8)..<(place + 8 + length)])
            switch kind {
            case "IHDR":
                (wide, high) = (number(place + 8), number(place + 12))
                // Eight bits, a palette.
                try #require(body[8] == 8 && body[9] == 3)
            case "PLTE": colours = body
            case "tRNS": alphas = body
            case "IDAT": packed += body
            default: break
            }
            place += length + 12
        }
        var size = UInt((wide + 1) * high)
        var lines = [UInt8](repeating: 0, count: Int(size))
        // Returns Z_OK, or an error when the data are damaged.
        try #require(uncompress(&lines, &size, packed, UInt(packed.count)) == Z_OK)
        (width, height) = (wide, high)
        palette = (0..<(colours.count / 3)).map {
            Array(colours[(3 * $0)..<(3 * $0 + 3)]) + [$0 < alphas.count ? alphas[$0] : 255]
        }
        rows = (0..<high).map { Array(lines[($0 * (wide + 1) + 1)..<(($0 + 1) * (wide + 1))]) }
    }

    /// Red, green, blue and alpha.
    subscript(x: Int, y: Int) -> [UInt8] { palette[Int(rows[y][x])] }
}
