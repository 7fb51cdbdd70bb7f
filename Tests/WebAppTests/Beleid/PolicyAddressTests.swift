import Reporting
import Testing

@testable import WebApp

@Suite("Addresses of policy")
struct PolicyAddressTests {
    @Test("Every kind of record has an address of its own, and the kind is known from it")
    func kinds() {
        let kinds = RecordKind.allCases.filter { !$0.isPart }
        #expect(Set(kinds.map(PolicyAddress.list)).count == kinds.count)
        for kind in kinds where kind != .term {
            #expect(PolicyAddress.list(kind).hasPrefix("/beleid/"))
            #expect(PolicyAddress.kind(String(PolicyAddress.list(kind).dropFirst("/beleid/".count))) == kind)
        }
        #expect(PolicyAddress.list(.term) == "/begrippen")
    }

    @Test("A part stands on the page of its owner, and a principle on its own")
    func parts() {
        #expect(
            PolicyAddress.page(RecordKey(.condition, "vrij", owner: "a.b")) == "/beleid/normen/a.b#condition-vrij")
        #expect(PolicyAddress.page(RecordKey(.question, "q", owner: "k")) == "/beleid/kaders/k#question-q")
        #expect(PolicyAddress.page(RecordKey(.edge, "e", owner: "v")) == "/beleid/volgordes/v#edge-e")
        #expect(PolicyAddress.page(RecordKey(.principle, "p", owner: "k")) == "/beleid/kaders/k/p")
    }

    @Test("What has a meaning in an address is written so that it has none")
    func encoded() {
        #expect(
            PolicyAddress.search([("q", "zon & wind?"), ("soort", ""), ("pagina", "2")])
                == "/beleid/zoeken?q=zon%20%26%20wind%3F&pagina=2")
        #expect(PolicyAddress.norm("a b#c") == "/beleid/normen/a%20b%23c")
    }
}
