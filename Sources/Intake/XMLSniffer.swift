/// Tells from its first element what an XML text is, and refuses what could point at other files.
///
/// This is no reader of XML: it looks for the few things that decide whether a reader may see the text at all.
public struct XMLSniffer {
    private var rest: ArraySlice<UInt8>
    private let refuse: (String?) -> IntakeRefused

    init(_ text: ArraySlice<UInt8>, refuse: @escaping (String?) -> IntakeRefused) {
        rest = text
        self.refuse = refuse
    }

    func kind() throws(IntakeRefused) -> FileKind {
        var copy = self
        return try copy.read()
    }

    private mutating func read() throws(IntakeRefused) -> FileKind {
        let whole = rest
        while true {
            rest = rest.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
            if starts("<?") {
                try checkEncoding(upTo("?>"))
            } else if starts("<!--") {
                _ = upTo("-->")
            } else if starts("<!doctype") {
                let declaration = text(upTo(">")).lowercased()
                if declaration.hasPrefix("<!doctype html") { throw refuse("een webpagina") }
                if declaration.hasPrefix("<!doctype svg") { throw refuse("een SVG-tekening") }
                throw Self.unsafe
            } else {
                break
            }
        }
        guard starts("<") else { throw refuse(nil) }
        let tag = rest.dropFirst().prefix { byte in
            byte != UInt8(ascii: ">") && byte != UInt8(ascii: "/") && byte > 0x20
        }
        let name = text(tag)
        switch name.split(separator: ":").last.map({ $0.lowercased() }) ?? "" {
        case "svg": throw refuse("een SVG-tekening")
        case "html", "head", "body", "script": throw refuse("een webpagina")
        case "kml": throw refuse("KML")
        case "gpx": throw refuse("een GPX-route")
        case "osm": throw refuse("een bestand van OpenStreetMap")
        default: break
        }
        try Self.refuseDeclarations(in: whole)
        let namespace = "http://www.opengis.net/gml"
        guard text(rest).contains(namespace) else { throw refuse("XML die geen GML is") }
        return .gml
    }

    /// An encoding in which the bytes that are looked for could look different.
    private func checkEncoding(_ declaration: ArraySlice<UInt8>) throws(IntakeRefused) {
        let words = text(declaration).lowercased()
        guard words.hasPrefix("<?xml"), let place = words.firstRange(of: "encoding") else { return }
        let value = words[place.upperBound...].drop { "= \t\r\n\"'".contains($0) }.prefix { !"\"'?".contains($0) }
        guard ["utf-8", "us-ascii", "iso-8859-1", "iso-8859-15", "windows-1252"].contains(String(value)) else {
            throw IntakeRefused(
                .unsafeXML, "De tekens van dit XML-bestand zijn op een ongewone manier geschreven.",
                help: "Bewaar het als UTF-8 en probeer het opnieuw.")
        }
    }

    private func starts(_ word: String) -> Bool {
        rest.count >= word.utf8.count && zip(rest, word.utf8).allSatisfy { Self.lower($0) == $1 }
    }

    /// What stands up to and with a word, which is then passed.
    private mutating func upTo(_ word: String) -> ArraySlice<UInt8> {
        guard let end = rest.firstRange(of: Array(word.utf8))?.upperBound else {
            defer { rest = [] }
            return rest
        }
        defer { rest = rest[end...] }
        return rest[..<end]
    }

    private func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

    private static func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

    /// A text that declares a document type or entities is not read at all: they can point at files and servers, or grow
    /// without end.
    public static func refuseDeclarations(in text: some Sequence<UInt8>) throws(IntakeRefused) {
        let words = ["<!doctype", "<!entity"].map { Array($0.utf8) }
        var matched = [0, 0]
        for byte in text {
            let byte = lower(byte)
            for place in words.indices {
                // `<` begins every word and stands nowhere else in it.
                matched[place] = byte == words[place][matched[place]] ? matched[place] + 1 : byte == 0x3C ? 1 : 0
                if matched[place] == words[place].count { throw unsafe }
            }
        }
    }

    private static let unsafe = IntakeRefused(
        .unsafeXML,
        "Dit XML-bestand kan naar andere bestanden verwijzen (DOCTYPE of ENTITY). Zo’n bestand leest Kompas niet.",
        help: "Bewaar uw plan opnieuw vanuit uw kaartprogramma, het liefst als GeoPackage of GeoJSON.")
}
