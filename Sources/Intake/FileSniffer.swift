/// Tells from the first bytes what a file is. Nothing of it is interpreted beyond that.
public struct FileSniffer: Sendable {
    /// As many bytes of a file as this looks at.
    public static let length = 65_536

    private let bytes: [UInt8]
    private let name: FileName

    /// - Parameters:
    ///   - head: the first ``length`` bytes, or all when there are fewer.
    ///   - name: as the sender called it; only for messages.
    public init(head: [UInt8], name: String) {
        bytes = head
        self.name = FileName(name)
    }

    /// - Throws: when it is nothing that is read, saying what it is instead.
    public func kind() throws(IntakeRefused) -> FileKind {
        guard bytes.contains(where: { $0 != 0 && !Self.isSpace($0) }) else {
            throw IntakeRefused(
                .empty, "Het bestand is leeg.", help: "Kies het bestand opnieuw, of bewaar het nog eens.")
        }
        if let kind = try binaryKind() { return kind }
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        let start = text.drop(while: Self.isSpace)
        switch start.first {
        case UInt8(ascii: "{"), UInt8(ascii: "["): return .geoJSON
        case UInt8(ascii: "<"): return try XMLSniffer(start, refuse: refusal).kind()
        case 0x1E: throw refusal("een reeks losse GeoJSON-teksten")
        case UInt8(ascii: "0") where start.starts(with: "0\nSECTION".utf8) || start.starts(with: "0\r\nSECTION".utf8):
            throw refusal("een DXF-tekening")
        default: throw refusal(nil)
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private func binaryKind() throws(IntakeRefused) -> FileKind? {
        if begins("SQLite format 3\0") {
            // The application that a database says it belongs to.
            let application = bytes.count >= 72 ? Array(bytes[68..<72]) : []
            guard ["GPKG", "GP10", "GP11"].contains(where: { application == Array($0.utf8) }) else {
                throw refusal("een database die geen GeoPackage is")
            }
            return .geoPackage
        }
        if begins("PK\u{3}\u{4}") || begins("PK\u{5}\u{6}") { return .zip }
        if begins("fgb\u{3}fgb") { return .flatGeobuf }
        if bytes.starts(with: [0x00, 0x00, 0x27, 0x0A]) {
            throw IntakeRefused(
                .wrongKind, "Dit is één bestand van een Shapefile.",
                help: "Een Shapefile bestaat uit meer bestanden. Zet .shp, .shx, .dbf en .prj samen in een zip.")
        }
        for (what, beginnings) in Self.others where beginnings.contains(where: { bytes.starts(with: $0) }) {
            throw refusal(what)
        }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0x3C, 0x00])
            || bytes.starts(with: [0x7B, 0x00]) || bytes.starts(with: [0x00, 0x3C]) || bytes.starts(with: [0x00, 0x7B])
        {
            throw IntakeRefused(
                .wrongKind, "Dit bestand is tekst in UTF-16.", help: "Bewaar het als UTF-8 en probeer het opnieuw.")
        }
        return nil
    }

    private func begins(_ text: String) -> Bool { bytes.starts(with: text.utf8) }

    private static let others: [(what: String, beginnings: [[UInt8]])] = [
        ("een PDF", [Array("%PDF".utf8)]),
        ("een plaatje", [[0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], Array("GIF8".utf8)]),
        ("een rasterbestand (TIFF)", [[0x49, 0x49, 0x2A, 0x00], [0x4D, 0x4D, 0x00, 0x2A]]),
        (
            "een archief dat geen zip is",
            [
                [0x1F, 0x8B], [0x37, 0x7A, 0xBC, 0xAF], Array("Rar!".utf8), Array("BZh".utf8),
                [0xFD, 0x37, 0x7A, 0x58],
            ]
        ),
        ("een DWG-tekening", [Array("AC10".utf8)]),
        ("een document van Office", [[0xD0, 0xCF, 0x11, 0xE0]]),
        ("een programma", [[0x4D, 0x5A], [0x7F, 0x45, 0x4C, 0x46], Array("#!".utf8)]),
    ]

    /// - Parameter what: what it is, as a noun; `nil` when that cannot be told.
    private func refusal(_ what: String?) -> IntakeRefused {
        let help = "\(IntakeRefused.kinds) Bewaar uw plan in een van die vormen."
        let promised = FileKind(nameEnding: name.ending)
        switch (what, promised) {
        case (let what?, let promised?):
            return IntakeRefused(.wrongKind, "‘\(name.text)’ is geen \(promised.title), maar \(what).", help: help)
        case (let what?, nil):
            return IntakeRefused(.wrongKind, "Dit bestand is \(what). Dat leest Kompas niet.", help: help)
        case (nil, let promised?):
            return IntakeRefused(.wrongKind, "‘\(name.text)’ is geen \(promised.title).", help: help)
        case (nil, nil): return IntakeRefused(.wrongKind, "Dit is geen kaartbestand dat Kompas kent.", help: help)
        }
    }
}
