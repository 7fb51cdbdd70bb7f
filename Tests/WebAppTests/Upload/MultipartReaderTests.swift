import KompasTesting
import Testing

@testable import WebApp

@Suite("Reading a form with a file piece by piece") struct MultipartReaderTests {
    /// The parts with their content, from a text that comes in pieces of so many bytes.
    private func parts(
        _ bytes: [UInt8], piece: Int, type: String = "multipart/form-data; boundary=----grens1234"
    ) throws -> [(MultipartReader.Part, [UInt8])] {
        var reader = try #require(MultipartReader(contentType: type))
        var parts: [(MultipartReader.Part, [UInt8])] = []
        var ended = 0
        for start in stride(from: 0, to: bytes.count, by: piece) {
            for event in try reader.take(bytes[start..<min(start + piece, bytes.count)]) {
                switch event {
                case .began(let part): parts.append((part, []))
                case .content(let slice): parts[parts.count - 1].1 += slice
                case .ended: ended += 1
                }
            }
        }
        #expect(reader.isDone && ended == parts.count)
        return parts
    }

    /// Content with everything that looks like a delimiter and is none.
    private static let tricky = Array(
        "\r\n--\r\n----grens123\r\n------grens123\r\n------grens123\n\r------grens1234".utf8)

    @Test("the same comes out in whatever pieces it comes in", arguments: [1, 2, 3, 7, 16, 64, 10_000])
    func pieces(_ size: Int) throws {
        let text = MultipartText(
            [("csrf", "abc"), ("leeg", ""), ("vraag", "één\r\ntwee")], file: ("pl\"an.gpkg", Self.tricky))
        let parts = try parts(text.bytes, piece: size)
        #expect(parts.map(\.0.name) == ["csrf", "leeg", "vraag", "bestand"])
        #expect(parts.map(\.0.fileName) == [nil, nil, nil, "pl\"an.gpkg"])
        #expect(parts.map { String(decoding: $0.1, as: UTF8.self) }.prefix(3) == ["abc", "", "één\r\ntwee"])
        #expect(parts[3].1 == Self.tricky)
    }

    @Test("random content comes out as it went in, in random pieces")
    func random() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            // Few different bytes, so that delimiters nearly happen.
            let alphabet = Array("\r\n-gr".utf8)
            let content = (0..<Int.random(in: 0...300, using: &generator)).map { _ in
                alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
            }
            let text = MultipartText([], file: ("x", content))
            let found = try parts(text.bytes, piece: Int.random(in: 1...50, using: &generator))
            #expect(found.first?.1 == content, "seed \(seed)")
        }
    }

    @Test("what is no such form is refused")
    func malformed() throws {
        for type in [
            "text/plain", "multipart/form-data", "multipart/form-data; boundary=\"\"", "multipart/mixed; boundary=x",
        ] {
            #expect(MultipartReader(contentType: type) == nil)
        }
        for text in [
            "------grens1234\r\nContent-Type: text/plain\r\n\r\nx\r\n------grens1234--",
            "------grens1234\r\n" + String(repeating: "x", count: 9_000), "------grens1234xx",
        ] {
            var reader = try #require(MultipartReader(contentType: "multipart/form-data; boundary=----grens1234"))
            #expect(throws: MultipartReader.Malformed.self) { try reader.take(text.utf8) }
        }
    }

    @Test("parameters of a header may be quoted, escaped and stand in any order")
    func headers() {
        let fields = HeaderFields(#" form-data ; filename="a;b=\"c\".zip"; name=bestand;x"#)
        #expect(fields.value == "form-data")
        #expect(fields["name"] == "bestand")
        #expect(fields["filename"] == #"a;b="c".zip"#)
    }
}
