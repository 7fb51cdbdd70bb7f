import Foundation
import Geometry
import KompasTesting
import Testing

@Suite("Places as people type them") struct TypedPlaceTests {
    /// A line of `Tests/Fixtures/places/typed.csv`, which the script of the page is tested on as well.
    struct Line: Sendable, CustomTestStringConvertible {
        var text: String
        var kind: String
        var first: Double
        var second: Double
        var testDescription: String { text.isEmpty ? "nothing" : text }

        static let all: [Line] = {
            let file = PackageRoot.url("Tests/Fixtures/places/typed.csv")
            let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
            return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
                let fields = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
                return Line(
                    text: fields[0], kind: fields[1], first: Double(fields[2]) ?? 0, second: Double(fields[3]) ?? 0)
            }
        }()
    }

    @Test("every way of writing is read as it was meant", arguments: Line.all)
    func reads(_ line: Line) throws {
        let place = TypedPlace(line.text)
        switch line.kind {
        case "rd":
            let found = try #require(place)
            #expect(found.position == Position(x: line.first, y: line.second))
            #expect(found.crs == .rd)
        case "degrees":
            let found = try #require(place)
            let degrees = Position(x: line.first, y: line.second)
            let expected = try #require(Transformer.standard.transform([degrees], from: .crs84, to: .rd)?.first)
            #expect(abs(found.position.x - expected.x) <= 0.01 && abs(found.position.y - expected.y) <= 0.01)
            #expect(found.crs == .crs84)
        default: #expect(place == nil)
        }
    }

    @Test("the fixture holds all lines")
    func complete() { #expect(Line.all.count == 31) }

    @Test(
        "numbers without a word mean a place, a name does not",
        arguments: [
            ("999999, 999999", true), ("RD 1 2", true), ("N 12", true), ("Noordwijk", false), ("A28", false),
            ("plas 3", false), ("", false),
        ])
    func meant(_ text: String, _ isMeant: Bool) { #expect(TypedPlace.isMeant(by: text) == isMeant) }
}
