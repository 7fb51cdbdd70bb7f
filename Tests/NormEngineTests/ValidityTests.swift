import NormEngine
import PolicyModel
import Testing

struct ValidityTests {
    /// A norm `n` in document `d` with this history of statuses, on 20 November 2026 unless another day is named.
    private func scene(_ history: String, norm: String = "", asOf: String = "2026-11-20") -> Scene {
        var scene = Scene()
        scene.asOf = asOf
        scene.house.document("d", #"{"statusHistory": [\#(history)], "forceWhenAdopted": "binding"}"#)
        scene.house.norm("n", #"{"source": \#(source("d"))\#(norm.isEmpty ? "" : ", " + norm)}"#)
        return scene
    }

    private static let statuses: [(DocumentStatus, Truth, BindingForce?)] = [
        (.draft, .yes, BindingForce.none), (.adopted, .yes, .binding), (.inForce, .yes, .binding),
        (.dueForReview, .unknown, .binding), (.withdrawn, .no, nil), (.superseded, .no, nil), (.expired, .no, nil),
    ]

    @Test("A norm counts by the status of its document, and a draft binds nobody", arguments: statuses)
    func status(status: DocumentStatus, expected: Truth, force: BindingForce?) throws {
        let scene = scene(#"{"status": "\#(status.rawValue)", "from": "2020-01-01"}"#)
        #expect(try scene.applies("n") == expected)
        let finding = try scene.finding("n")
        #expect(finding?.force == force)
        #expect(finding?.status == (expected == .no ? nil : status))
        #expect(finding?.missing ?? [] == (expected == .unknown ? [Unknown(cause: .statusUncertain, ref: "d")] : []))
        #expect(try scene.refusal("n")?.because == (expected == .no ? .validity : nil))
        #expect(try scene.refusal("n")?.detail == (expected == .no ? "document:d" : nil))
    }

    @Test("The first step of the trace is the status of the document")
    func trace() throws {
        let scene = scene(#"{"status": "in-force", "from": "2020-01-01"}"#)
        #expect(
            try scene.finding("n")?.trace == [
                TraceStep(step: "validity", about: "document:d", result: .yes, value: .text("in-force")),
                TraceStep(step: "activity", about: "activity:doen", result: .yes),
            ])
    }

    @Test("Before the first status there is no policy, and without any history nobody knows")
    func beforeAndWithout() throws {
        #expect(try scene(#"{"status": "draft", "from": "2026-11-21"}"#).applies("n") == .no)
        #expect(try scene(#"{"status": "draft", "from": "2026-11-20"}"#).applies("n") == .yes)
        #expect(try scene("").finding("n")?.missing == [Unknown(cause: .statusUncertain, ref: "d")])
        var nowhere = Scene()
        nowhere.house.norm("n", #"{"source": \#(source("kwijt"))}"#)
        #expect(try nowhere.finding("n")?.missing == [Unknown(cause: .statusUncertain, ref: "kwijt")])
        #expect(try nowhere.finding("n")?.force == BindingForce.none)
    }

    @Test(
        "A norm holds from its first day up to the day on which it no longer does",
        arguments: [
            ("2024-12-31", Truth.no), ("2025-01-01", .yes), ("2026-12-31", .yes), ("2027-01-01", .no),
            ("2030-01-01", .no),
        ])
    func period(day: String, expected: Truth) throws {
        let scene = scene(
            #"{"status": "in-force", "from": "2020-01-01"}"#,
            norm: #""valid": {"from": "2025-01-01", "until": "2027-01-01"}"#, asOf: day)
        #expect(try scene.applies("n") == expected)
    }

    @Test("A norm whose time has passed is refused also when the status of its document is uncertain")
    func passedAndUncertain() throws {
        let scene = scene(
            #"{"status": "due-for-review", "from": "2020-01-01"}"#, norm: #""valid": {"until": "2026-01-01"}"#)
        #expect(try scene.applies("n") == .no)
    }

    @Test("A norm may bind less than its document, and in a draft nothing binds")
    func force() throws {
        let inForce = #"{"status": "in-force", "from": "2020-01-01"}"#
        #expect(try scene(inForce, norm: #""force": "guiding""#).finding("n")?.force == .guiding)
        #expect(try scene(inForce, norm: #""force": "none""#).finding("n")?.force == BindingForce.none)
        let draft = #"{"status": "draft", "from": "2020-01-01"}"#
        #expect(try scene(draft, norm: #""force": "guiding""#).finding("n")?.force == BindingForce.none)
    }

    @Test("The day that is asked about decides, not the last status")
    func asOf() throws {
        let life = #"{"status": "in-force", "from": "2020-01-01"}, {"status": "withdrawn", "from": "2026-01-01"}"#
        #expect(try scene(life, asOf: "2025-12-31").applies("n") == .yes)
        #expect(try scene(life, asOf: "2026-01-01").applies("n") == .no)
    }
}
