import Accounts
import Casework
import Testing

@testable import WebApp

@Suite("Words of casework") struct HistoryWordsTests {
    @Test("every kind of event has words that say nothing about a dossier", arguments: CaseFact.Kind.allCases)
    func kinds(_ kind: CaseFact.Kind) {
        let text = AuditWords.text(kind)
        #expect(!text.isEmpty && text == text.lowercased())
    }

    @Test("somebody whose name was erased is named by role")
    func erased() {
        #expect(CaseWords.person(Person(roles: [.official], account: "1", name: "Anna")) == "Anna")
        #expect(CaseWords.person(Person(roles: [.official], account: nil, name: nil)) == "behandelaar, naam gewist")
        #expect(CaseWords.person(Person(roles: [], account: nil, name: nil)) == "naam gewist")
    }

    @Test("days are read as people type them, and nothing else")
    func days() throws {
        #expect(DutchTime.day(digits: "21-11-2026").map(DutchTime.text) == "21 november 2026")
        #expect(DutchTime.day(digits: " 1/2/2026 ").map(DutchTime.digits) == "01-02-2026")
        #expect(DutchTime.day(digits: "2026-11-21").map(DutchTime.digits) == "21-11-2026")
        for text in ["", "21 november", "31-02-2026", "21-11-26", "1-2-3-4", "aa-bb-cccc"] {
            #expect(DutchTime.day(digits: text) == nil, "\(text)")
        }
    }
}
