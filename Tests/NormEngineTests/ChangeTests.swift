import NormEngine
import PolicyModel
import Testing

/// Kinds of change, and norms that say as which kind to assess.
struct ChangeTests {
    private func scene(_ declared: ChangeKind?, _ norms: (String, String)...) -> Scene {
        var scene = Scene()
        scene.part.change = declared
        for (id, json) in norms { scene.house.norm(id, json) }
        return scene
    }

    private static let asNew = (
        "als-nieuw", #"{"effect": "assess-as", "assess-as": "nieuw", "when": {"open": {"question": "q", "asks": "?"}}}"#
    )
    private static let onlyNew = ("nieuw", #"{"change": ["nieuw"]}"#)
    private static let onlyExtension = ("uitbreiding", #"{"change": ["uitbreiding"]}"#)

    @Test("A change is one of those named, or not, or not told")
    func test() throws {
        let test = #"{"change": ["nieuw", "wijziging"]}"#
        #expect(try scene(.nieuw).truth(test) == .yes)
        #expect(try scene(.verlenging).truth(test) == .no)
        let notTold = try scene(nil).outcome(test)
        #expect(notTold.truth == .unknown)
        #expect(notTold.missing == [Unknown(cause: .missingProperty, ref: "change")])
        #expect(
            try scene(.nieuw).outcome(test).trace == [
                TraceStep(step: "proef", about: "change", result: .yes, value: .text("nieuw"))
            ])
    }

    @Test("A norm about a kind of change is refused at that step for another kind")
    func refusal() throws {
        let scene = scene(.verlenging, Self.onlyNew)
        let refusal = try scene.refusal("nieuw")
        #expect(refusal?.because == .change)
        #expect(refusal?.detail == "change")
        #expect(refusal?.part == "deel")
        #expect(try self.scene(.nieuw, Self.onlyNew).applies("nieuw") == .yes)
        #expect(try self.scene(nil, Self.onlyNew).applies("nieuw") == .unknown)
    }

    @Test("What is to be assessed as new is new beside what was declared, and what it was declared it stays")
    func assessAs() throws {
        var scene = scene(.uitbreiding, Self.onlyNew, Self.asNew, Self.onlyExtension)
        scene.answers = ["q": true]
        #expect(try scene.applies("nieuw") == .yes)
        #expect(try scene.applies("uitbreiding") == .yes)
        scene.answers = ["q": false]
        #expect(try scene.applies("nieuw") == .no)
        #expect(try scene.applies("uitbreiding") == .yes)
    }

    @Test("While it is undecided how to assess, a norm about that kind is undecided and names why")
    func undecided() throws {
        let scene = scene(.uitbreiding, Self.onlyNew, Self.asNew, Self.onlyExtension)
        #expect(try scene.finding("nieuw")?.missing == [Unknown(cause: .exception, ref: "als-nieuw")])
        #expect(try scene.applies("uitbreiding") == .yes)
    }

    @Test("A document says for its own norms as what to assess: a draft does not change what another document finds")
    func otherDocument() throws {
        var scene = scene(
            .uitbreiding, Self.asNew, Self.onlyNew,
            ("elders", #"{"change": ["nieuw"], "source": \#(source("anders"))}"#))
        scene.house.document("anders")
        scene.answers = ["q": true]
        #expect(try scene.applies("nieuw") == .yes)
        #expect(try scene.applies("elders") == .no)
    }

    @Test("Assessing as new does not tell what the declared change is")
    func notDeclared() throws {
        var scene = scene(nil, Self.onlyNew, Self.asNew, Self.onlyExtension)
        scene.answers = ["q": true]
        #expect(try scene.applies("nieuw") == .yes)
        #expect(try scene.finding("uitbreiding")?.missing == [Unknown(cause: .missingProperty, ref: "change")])
    }

    @Test("Norms that say how to assess look at the declared change, whatever their order")
    func chain() throws {
        let first = ("een", #"{"effect": "assess-as", "assess-as": "uitbreiding", "change": ["wijziging"]}"#)
        let second = ("twee", #"{"effect": "assess-as", "assess-as": "nieuw", "change": ["uitbreiding"]}"#)
        for scene in [
            scene(.wijziging, first, second, Self.onlyNew, Self.onlyExtension),
            scene(.wijziging, second, first, Self.onlyNew, Self.onlyExtension),
        ] {
            #expect(try scene.applies("uitbreiding") == .yes)
            #expect(try scene.applies("nieuw") == .no)
        }
    }

    @Test("A norm that says how to assess is itself about the declared change only")
    func assessAsItself() throws {
        let scene = scene(
            .wijziging, ("een", #"{"effect": "assess-as", "assess-as": "nieuw"}"#),
            ("twee", #"{"effect": "assess-as", "assess-as": "verlenging", "change": ["nieuw"]}"#),
            ("drie", #"{"change": ["verlenging"]}"#))
        #expect(try scene.applies("een") == .yes)
        #expect(try scene.applies("drie") == .no)
        #expect(try scene.applies("twee") == .no)
    }
}
