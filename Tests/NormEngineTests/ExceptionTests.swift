import NormEngine
import PolicyModel
import Testing

/// Norms that yield to other norms.
struct ExceptionTests {
    private let asked = #""where": {"open": {"question": "q", "asks": "?"}}"#

    private func scene(_ norms: (String, String)...) -> Scene {
        var scene = Scene()
        for (id, json) in norms { scene.house.norm(id, json) }
        return scene
    }

    @Test("A norm yields when what it yields to applies, and applies when that does not")
    func decided() throws {
        var scene = scene(("regel", #"{"yields-to": ["uitzondering"]}"#), ("uitzondering", "{\(asked)}"))
        scene.answers = ["q": true]
        #expect(try scene.applies("uitzondering") == .yes)
        let refusal = try scene.refusal("regel")
        #expect(refusal?.because == .exception)
        #expect(refusal?.detail == "norm:uitzondering")
        scene.answers = ["q": false]
        #expect(try scene.applies("uitzondering") == .no)
        let finding = try scene.finding("regel")
        #expect(finding?.truth == .yes)
        #expect(finding?.trace.last == TraceStep(step: "exception", about: "norm:uitzondering", result: .yes))
    }

    @Test("An exception that is undecided makes the norm undecided and is named")
    func undecided() throws {
        let scene = scene(("regel", #"{"yields-to": ["uitzondering"]}"#), ("uitzondering", "{\(asked)}"))
        #expect(try scene.finding("regel")?.truth == .unknown)
        #expect(try scene.finding("regel")?.missing == [Unknown(cause: .exception, ref: "uitzondering")])
    }

    @Test("An exception that is about another activity or does not exist is none")
    func notAbout() throws {
        let scene = scene(
            ("regel", #"{"yields-to": ["ander", "bestaat-niet"]}"#), ("ander", #"{"activities": ["anders"]}"#))
        #expect(try scene.applies("regel") == .yes)
        #expect(try scene.applies("ander") == nil)
    }

    @Test("An exception that is no longer valid is none")
    func notValid() throws {
        let scene = scene(
            ("regel", #"{"yields-to": ["oud"]}"#), ("oud", #"{"valid": {"until": "2025-01-01"}}"#))
        #expect(try scene.applies("regel") == .yes)
    }

    @Test(
        "Of several exceptions one that applies is enough, and an undecided one counts only beside ones that do not apply"
    )
    func several() throws {
        let rule = ("regel", #"{"yields-to": ["open", "vast"]}"#)
        let scene1 = scene(rule, ("open", "{\(asked)}"), ("vast", "{}"))
        #expect(try scene1.applies("regel") == .no)
        let scene2 = scene(rule, ("open", "{\(asked)}"), ("vast", #"{"phase": ["nagebruik"], "change": []}"#))
        #expect(try scene2.applies("regel") == .unknown)
        var scene3 = scene(rule, ("open", "{\(asked)}"), ("vast", #"{"where": {"not": {"anywhere": true}}}"#))
        #expect(try scene3.finding("regel")?.missing == [Unknown(cause: .exception, ref: "open")])
        scene3.answers = ["q": false]
        #expect(try scene3.applies("regel") == .yes)
    }

    @Test("An exception that itself yields does not set the norm aside")
    func chain() throws {
        var scene = scene(
            ("a", #"{"yields-to": ["b"]}"#), ("b", #"{"yields-to": ["c"]}"#), ("c", "{\(asked)}"))
        scene.answers = ["q": true]
        #expect(try scene.applies("b") == .no)
        #expect(try scene.applies("a") == .yes)
        scene.answers = ["q": false]
        #expect(try scene.applies("b") == .yes)
        #expect(try scene.applies("a") == .no)
        scene.answers = [:]
        #expect(try scene.applies("b") == .unknown)
        #expect(try scene.applies("a") == .unknown)
    }

    @Test("A norm is refused by its exception also when something else is still open")
    func refusedWhileOpen() throws {
        let scene = scene(("regel", #"{\#(asked), "yields-to": ["uitzondering"]}"#), ("uitzondering", "{}"))
        #expect(try scene.refusal("regel")?.because == .exception)
    }

    @Test("Norms that yield to themselves or to each other come to an end", .timeLimit(.minutes(1)))
    func cycles() throws {
        let scene = scene(
            ("zelf", #"{"yields-to": ["zelf"]}"#), ("a", #"{"yields-to": ["b"]}"#), ("b", #"{"yields-to": ["c"]}"#),
            ("c", #"{"yields-to": ["a"]}"#))
        let evaluation = try scene.evaluation()
        #expect(evaluation.findings.count + evaluation.notApplied.count == 4)
        #expect(try scene.applies("zelf") == .yes)
    }
}
