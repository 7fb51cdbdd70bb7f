@testable import Assessment
import CanonicalJSON
import KompasTesting
import PolicyModel
import Testing

@Suite("Making a report again")
struct ReplayTests {
    private let json = plan(
        "steiger", Site.fairway, Site.shallow + #","phase":"aanleg","lengte":{"value":12,"unit":"m"}"#,
        members: #""answers":{"zicht-op-vaarweg":true},"title":"Steiger""#)

    private func report() throws -> JSONValue { try Meerstad.report(json).json }

    private func replay(_ report: JSONValue, in house: PolicyHouse? = nil) throws -> ReplayOutcome {
        try Replay(assessor: Meerstad.assessor(house)).compare(report)
    }

    @Test("A report is identical when everything is")
    func identical() throws {
        #expect(try replay(report()) == .identical)
        #expect(ReplayOutcome.identical.word == "identical")
    }

    @Test("A report that was written and read is identical")
    func written() throws {
        #expect(try replay(JSONValue.parse(report().pretty())) == .identical)
    }

    @Test("A report of another version of engine or libraries with the same outcome is told apart")
    func otherEngine() throws {
        var report = try report()
        report = report.with("/receipt/engine", "kompas 0.0.1").with("/receipt/geos", "3.0.0")
            .with("/receipt/resultHash", "een andere")
        #expect(try replay(report) == .identicalUnderOtherEngine)
        #expect(ReplayOutcome.identicalUnderOtherEngine.word == "identical-under-other-engine")
    }

    @Test("Another house hash differs")
    func otherHouse() throws {
        let report = try report().with("/receipt/houseHash", "een andere")
        #expect(try replay(report) == .differs(["/receipt/houseHash"]))
    }

    @Test("What was changed by hand differs, with pointers")
    func changed() throws {
        let report = try report().with("/findings/0/effect", "permitted").with("/counts/yes-provided", 2)
        #expect(try replay(report) == .differs(["/counts/yes-provided", "/findings/0/effect"]))
    }

    @Test("Only the hash of the result that does not fit differs too")
    func hashOnly() throws {
        let report = try report().with("/receipt/resultHash", "een andere")
        #expect(try replay(report) == .differs(["/receipt/resultHash"]))
    }

    @Test("A list that is longer now differs as a whole")
    func longerList() throws {
        let house = try Meerstad.house().changed { house in
            house.norms.append(try decode(norm("nieuw", #""any""#, "information")))
        }
        let outcome = try replay(report(), in: house)
        guard case .differs(let pointers) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(pointers.contains("/findings"))
        #expect(pointers == pointers.sorted())
        #expect(outcome.word == "differs")
    }

    @Test("Other JSON is refused")
    func otherJSON() throws {
        for other: JSONValue in [[], ["schema": "kompas/place/1"], nil] {
            #expect(throws: ReplayRefused(message: "dit is geen rapport van het schema kompas/assessment/1")) {
                try replay(other)
            }
        }
    }

    @Test("A report that does not hold what was asked is refused")
    func noRequest() throws {
        let message = "het rapport draagt niet meer bij zich wat er gevraagd is (`request`, `asOf`)"
        for pointer in ["/request", "/request/demo", "/request/input", "/asOf"] {
            let report = try report().with(pointer, nil)
            #expect(throws: ReplayRefused(message: message)) { try replay(report) }
        }
    }
}

extension JSONValue {
    /// The same document with another value at a pointer without escapes; `nil` takes the member away.
    func with(_ pointer: String, _ value: JSONValue?) -> JSONValue {
        let steps = pointer.split(separator: "/").map(String.init)
        return replaced(steps[...], value) ?? .null
    }

    private func replaced(_ steps: ArraySlice<String>, _ value: JSONValue?) -> JSONValue? {
        guard let step = steps.first else { return value }
        switch self {
        case .object(var object):
            object[step] = (object[step] ?? .null).replaced(steps.dropFirst(), value)
            return .object(object)
        case .array(var items):
            guard let index = Int(step), items.indices.contains(index) else { return self }
            items[index] = items[index].replaced(steps.dropFirst(), value) ?? .null
            return .array(items)
        default: return self
        }
    }
}
