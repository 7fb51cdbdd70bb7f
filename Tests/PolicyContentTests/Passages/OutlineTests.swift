import Testing

@testable import PolicyContent

@Suite struct OutlineTests {
    private static let head = "document: d\nfile: d.txt\nfileSha256: 00\n"

    @Test func `an outline is read with its defaults`() throws {
        let outline = try Outline(
            yaml: Self.head + "ignore:\nsections:\n  - {path: [\"1\", \"Kop\"], heading: Kop, from: 2, to: 5}\n")
        let section = try #require(outline.sections.first)
        #expect(section.path == ["1", "Kop"])
        #expect(section.lines == 2...5)
        #expect(section.layout == .text)
        #expect(section.headingLines == 1)
        #expect(outline.ignored.isEmpty)
    }

    @Test(arguments: [
        ("sections:\n  - {path: [a], from: 1, to: 2, kindd: text}\n", "line 5: unknown key `kindd`"),
        ("sections:\n  - {path: [a], from: 1, to: 2, kind: tekst}\n", "line 5: unknown kind `tekst`"),
        ("sections:\n  - {path: [a], from: 3, to: 2}\n", "line 5: lines 3 to 2 are no range"),
        ("sections:\n  - {path: [a], from: x, to: 2}\n", "line 5: expected a number"),
        ("sections:\n  - {path: [], from: 1, to: 2}\n", "line 5: a section needs a `path`"),
    ])
    func `a mistake is told with its line`(rest: String, message: String) {
        #expect {
            try Outline(yaml: Self.head + rest)
        } throws: { error in
            String(describing: error) == message
        }
    }

    @Test func `lines in two sections, in none or past the end are faults`() throws {
        let outline = try Outline(
            yaml: Self.head + """
                ignore:
                  - {from: 1, to: 1, why: "cover"}
                sections:
                  - {path: [a], from: 2, to: 3}
                  - {path: [b], from: 3, to: 4}
                  - {path: [c], from: 6, to: 9}
                """)
        #expect(
            outline.faults(in: ["x", "x", "x", "x", "x", "x"]) == [
                "line 3 stands in [\"a\"] and in [\"b\"]", "section [\"c\"] ends at line 9 of 6",
                "line 5 stands in no section",
            ])
    }
}
