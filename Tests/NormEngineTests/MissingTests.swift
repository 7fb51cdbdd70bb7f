import NormEngine
import PolicyModel
import Testing

/// How tests combine, and that only unknowns that could change the outcome are named.
struct MissingTests {
    private let yes = #"{"in": "ja"}"#
    private let no = #"{"in": "nee"}"#
    private let near = #"{"in": "bij"}"#
    private let open = #"{"open": {"question": "q", "asks": "?"}}"#
    private let blank = #"{"property": "p", "is": "==", "value": 1}"#

    private let scene = Scene(layer(.hit, of: "ja"), layer(.none, of: "nee"), layer(.near, of: "bij"))

    private func missing(_ test: String) throws -> [String] {
        try scene.outcome(test).missing.map(\.ref).sorted()
    }

    private func all(_ tests: String...) -> String { #"{"all": [\#(tests.joined(separator: ","))]}"# }
    private func any(_ tests: String...) -> String { #"{"any": [\#(tests.joined(separator: ","))]}"# }
    private func not(_ test: String) -> String { #"{"not": \#(test)}"# }

    @Test("Two tests combine as the truth tables say, with each of the nine pairs")
    func pairs() throws {
        let leaves: [(String, Truth)] = [(yes, .yes), (open, .unknown), (no, .no)]
        for (left, leftTruth) in leaves {
            #expect(try scene.truth(not(left)) == !leftTruth)
            for (right, rightTruth) in leaves {
                #expect(try scene.truth(all(left, right)) == min(leftTruth, rightTruth))
                #expect(try scene.truth(any(left, right)) == max(leftTruth, rightTruth))
            }
        }
        #expect(try scene.truth(all()) == .yes)
        #expect(try scene.truth(any()) == .no)
    }

    @Test("What is decided misses nothing")
    func decided() throws {
        #expect(try missing(all(open, no)) == [])
        #expect(try missing(any(open, yes)) == [])
        #expect(try missing(not(all(open, no))) == [])
        #expect(try missing(all(yes, any(open, yes))) == [])
    }

    @Test("What is open names each unknown that still counts and no other")
    func undecided() throws {
        #expect(try missing(all(open, yes, blank)) == ["p", "q"])
        #expect(try missing(any(open, no, near)) == ["bij", "q"])
        #expect(try missing(not(open)) == ["q"])
        // The first `any` is decided by `yes`, the inner `all` by `no`: their unknowns cannot change anything.
        #expect(try missing(all(any(open, yes), blank)) == ["p"])
        #expect(try missing(any(all(open, no), near)) == ["bij"])
        #expect(try missing(all(not(all(open, no)), any(near, all(blank, yes)))) == ["bij", "p"])
    }

    @Test("A trace holds every leaf that was looked at, in order")
    func trace() throws {
        let trace = try scene.outcome(all(no, any(open, yes), not(near))).trace
        #expect(trace.map(\.about) == ["in:nee", "question:q", "in:ja", "in:bij"])
        #expect(trace.map(\.result) == [.no, .unknown, .yes, .unknown])
    }

    @Test("A finding names each unknown once, sorted by cause and then by what it is about")
    func finding() throws {
        var scene = scene
        scene.house.norm(
            "n",
            #"{"where": \#(all(near, open)), "when": \#(all(open, blank, yes)), "phase": ["nagebruik"]}"#)
        #expect(
            try scene.finding("n")?.missing == [
                Unknown(cause: .missingProperty, ref: "p"), Unknown(cause: .missingProperty, ref: "phase"),
                Unknown(cause: .near, ref: "bij"), Unknown(cause: .openQuestion, ref: "q"),
            ])
    }

    @Test("A norm that is refused at a later step does not ask for what an earlier step missed")
    func refusedLater() throws {
        var scene = scene
        scene.house.norm("n", #"{"where": \#(open), "when": \#(no)}"#)
        #expect(try scene.finding("n") == nil)
        #expect(try scene.refusal("n")?.because == .when)
        #expect(try scene.refusal("n")?.detail == "in:nee")
    }

    @Test("A conjunction is certain when all of its yeses are, a disjunction when one of them is")
    func certainty() throws {
        let scene = Scene(layer(.hit, of: "ja"), layer(.hit, of: "rand", certain: false), layer(.none, of: "nee"))
        let edge = #"{"in": "rand"}"#
        #expect(try scene.outcome(all(yes, edge)).uncertainDesignations == ["rand"])
        #expect(try scene.outcome(any(yes, edge)).certain)
        #expect(try scene.outcome(any(no, edge)).uncertainDesignations == ["rand"])
        #expect(try !scene.outcome(not(edge)).certain)
        #expect(try scene.outcome(all(not(edge), no)).certain)
        #expect(try !scene.outcome(all(not(edge), yes)).certain)
    }
}
