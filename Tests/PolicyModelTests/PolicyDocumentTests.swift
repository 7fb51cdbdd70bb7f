import PolicyModel
import Testing

struct PolicyDocumentTests {
    private func document(_ history: String) throws -> PolicyDocument {
        try decode(
            PolicyDocument.self,
            #"{"id": "d", "title": "D", "kind": "visie", "loaded": true, "forceWhenAdopted": "guiding","#
                + #" "statusHistory": [\#(history)]}"#)
    }

    private func status(_ history: String, on day: String) throws -> DocumentStatus? {
        let day = try #require(PolicyDate(day))
        return try document(history).status(on: day)
    }

    private let life = """
        {"status": "draft", "from": "2026-01-10"}, {"status": "adopted", "from": "2026-06-01"},
        {"status": "in-force", "from": "2026-07-01"}, {"status": "withdrawn", "from": "2030-01-01"}
        """

    @Test(
        "The status on a day is that of the last step that has begun",
        arguments: [
            ("2026-01-09", nil), ("2026-01-10", DocumentStatus.draft), ("2026-05-31", .draft), ("2026-06-01", .adopted),
            ("2026-07-01", .inForce), ("2029-12-31", .inForce), ("2030-01-01", .withdrawn), ("2040-01-01", .withdrawn),
        ])
    func steps(day: String, expected: DocumentStatus?) throws {
        #expect(try status(life, on: day) == expected)
    }

    @Test("The order in which the steps are written does not matter")
    func anyOrder() throws {
        let turned = #"{"status": "in-force", "from": "2026-07-01"}, {"status": "draft", "from": "2026-01-10"}"#
        #expect(try status(turned, on: "2026-03-01") == .draft)
        #expect(try status(turned, on: "2026-07-01") == .inForce)
    }

    @Test("A step without a day holds until a dated step begins, wherever it is written")
    func withoutDay() throws {
        let first = #"{"status": "in-force"}, {"status": "expired", "from": "2026-07-01"}"#
        let last = #"{"status": "expired", "from": "2026-07-01"}, {"status": "in-force"}"#
        for history in [first, last] {
            #expect(try status(history, on: "1990-01-01") == .inForce)
            #expect(try status(history, on: "2026-06-30") == .inForce)
            #expect(try status(history, on: "2026-07-01") == .expired)
        }
    }

    @Test("Of two steps on one day the one written last counts")
    func sameDay() throws {
        let both = #"{"status": "adopted", "from": "2026-07-01"}, {"status": "in-force", "from": "2026-07-01"}"#
        #expect(try status(both, on: "2026-07-01") == .inForce)
    }

    @Test("A document without history has no status")
    func none() throws {
        #expect(try status("", on: "2026-07-01") == nil)
        let bare = try decode(
            PolicyDocument.self,
            #"{"id": "d", "title": "D", "kind": "visie", "loaded": false, "forceWhenAdopted": "none"}"#)
        #expect(bare.statusHistory.isEmpty)
        #expect(bare.relations.isEmpty)
        #expect(bare.forceWhenAdopted == BindingForce.none)
    }
}
