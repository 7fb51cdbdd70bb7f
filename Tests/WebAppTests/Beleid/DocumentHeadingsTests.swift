import KompasTesting
import PolicyModel
import Reporting
import Testing

@testable import WebApp

@Suite("Chapters of documents")
struct DocumentHeadingsTests {
    private let headings = DocumentHeadings(folder: PackageRoot.url("Tests/Fixtures/house-test"))

    @Test("The heading of a section, with and without its number")
    func heading() {
        #expect(headings.heading("waterplan", ["2"]) == "2. Oevers")
        #expect(headings.name("waterplan", ["2"]) == "Oevers")
        #expect(headings.heading("waterplan", ["9"]) == "9")
        #expect(headings.name("waterplan", ["9"]) == nil)
        #expect(headings.name("keur", ["2"]) == nil)
    }

    @Test("Sections stand in the order of the document; what is not in the outline comes last")
    func order() {
        let places = ["3", "9", "2", "5"].sorted {
            headings.position("waterplan", [$0]) < headings.position("waterplan", [$1])
        }
        #expect(places == ["2", "3", "5", "9"])
        // A deeper path stands where its section does.
        #expect(headings.position("waterplan", ["2", "a"]) == headings.position("waterplan", ["2"]))
    }

    @Test("Norms are gathered per chapter in the order of the document")
    func chapters() throws {
        let made = try TestSite(.everyKind)
        let day = try #require(PolicyDate("2026-11-20"))
        let norms = made.site.house.book.records.all(of: .norm)
        let groups = ChapterGroups(house: made.site.house, day: day).groups(norms, of: "waterplan")
        #expect(groups.map(\.title) == ["2. Oevers", "3. Diepte"])
        #expect(groups.map(\.count) == [3, 2])
        #expect(
            groups[0].rest.map(\.title) == [
                "Geen nieuwe botenloods op de oever", "Steiger mits de vaarweg vrij blijft",
                "Drijvende tuinen buiten de vaarweg",
            ])
    }
}
