import Testing

@testable import PolicyContent

@Suite struct PassageStampTests {
    private func stamp(_ yaml: String) throws -> String {
        let references = try ReferenceScan.references(in: yaml, file: "x.yaml")
        return PassageStamp.stamp(
            yaml, with: references.map { .init(line: $0.passageLine, column: $0.passageColumn, sha256: "ab12") })
    }

    @Test(arguments: [
        ("{unit: item, starts: \"Geen\"}", "{unit: item, starts: \"Geen\", sha256: ab12}"),
        ("{unit: item, starts: Geen }  # ja", "{unit: item, starts: Geen, sha256: ab12 }  # ja"),
        ("{unit: item, starts: Geen, sha256: 00ff}", "{unit: item, starts: Geen, sha256: ab12}"),
        ("{sha256: '00ff', unit: item, starts: Geen}", "{sha256: ab12, unit: item, starts: Geen}"),
        ("{unit: item, starts: \"a } \\\" b\", nth: 2}", "{unit: item, starts: \"a } \\\" b\", nth: 2, sha256: ab12}"),
        ("{unit: item, starts: 'it''s }'}", "{unit: item, starts: 'it''s }', sha256: ab12}"),
        ("{unit: item, starts: Regio's agenda}", "{unit: item, starts: Regio's agenda, sha256: ab12}"),
        ("{unit: item, starts: \"sha256: nee\"}", "{unit: item, starts: \"sha256: nee\", sha256: ab12}"),
    ])
    func `a mapping between braces gets its hash and keeps everything else`(before: String, after: String) throws {
        let head = "# kop\nnorms:\n  - source: {document: d, path: [\"1\"], passage: "
        #expect(try stamp(head + before.prefix { $0 != "#" } + "}\n") == head + after.prefix { $0 != "#" } + "}\n")
        let block = "norms:\n  - source:\n      document: d\n      path: [\"1\"]\n      passage: "
        #expect(try stamp(block + before + "\n    # slot\n") == block + after + "\n    # slot\n")
    }

    @Test func `a mapping of lines gets its hash behind its last key`() throws {
        let before = """
            source:
              document: d
              path: ["1"]
              passage:
                unit: item   # soort
                starts: "Geen"

              label: P
            """
        let after = """
            source:
              document: d
              path: ["1"]
              passage:
                unit: item   # soort
                starts: "Geen"
                sha256: ab12

              label: P
            """
        #expect(try stamp(before) == after)
        #expect(try stamp(after.replacing("ab12", with: "00ff # oud")) == after.replacing("ab12", with: "ab12 # oud"))
        #expect(try stamp(before.replacing("\n", with: "\r\n")) == after.replacing("\n", with: "\r\n"))
    }

    @Test func `many places in one text are all stamped`() throws {
        let before = "- {document: d, path: [a], passage: {unit: item, starts: b}}\n"
        let after = "- {document: d, path: [a], passage: {unit: item, starts: b, sha256: ab12}}\n"
        #expect(try stamp(String(repeating: before, count: 3)) == String(repeating: after, count: 3))
    }
}
