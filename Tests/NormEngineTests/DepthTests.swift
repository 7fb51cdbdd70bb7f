import NormEngine
import PolicyModel
import Testing

/// The depth at which a norm holds, against where an activity happens and what it passes through.
struct DepthTests {
    private func scene(_ depth: String, use: DepthInterval? = nil, reach: DepthInterval? = nil) -> Scene {
        var scene = Scene()
        scene.house.norm("n", #"{"depth": \#(depth)}"#)
        scene.part.use = use
        scene.part.reach = reach
        return scene
    }

    private let deep = DepthInterval(from: 1500, to: 2000)
    private let whole = DepthInterval(from: 0, to: 2000)

    @Test("A norm on use looks at where it happens, a norm on reach at all that it passes through")
    func extents() throws {
        let shallow = #""relation": "overlaps", "from": 0, "to": 25}"#
        let use = scene(#"{"of": "use", "# + shallow, use: deep, reach: whole)
        #expect(try use.applies("n") == .no)
        #expect(try use.refusal("n")?.because == .depth)
        #expect(try use.refusal("n")?.detail == "depth:use")
        let reach = scene(#"{"of": "reach", "# + shallow, use: deep, reach: whole)
        #expect(try reach.applies("n") == .yes)
        #expect(
            try reach.finding("n")?.trace.last
                == TraceStep(step: "depth", about: "depth:reach", result: .yes, value: .text("0-2000"), unit: "m"))
    }

    @Test("Overlapping takes any shared depth, within takes all of it")
    func relations() throws {
        let bounds = #""from": 500, "to": 1600}"#
        let overlaps = scene(#"{"of": "use", "relation": "overlaps", "# + bounds, use: deep)
        #expect(try overlaps.applies("n") == .yes)
        let within = scene(#"{"of": "use", "relation": "within", "# + bounds, use: deep)
        #expect(try within.applies("n") == .no)
        let inside = scene(
            #"{"of": "use", "relation": "within", "# + bounds, use: DepthInterval(from: 500, to: 1600))
        #expect(try inside.applies("n") == .yes)
    }

    @Test("Depths are half-open: what begins at 500 is not above 500")
    func halfOpen() throws {
        let above = #"{"of": "use", "relation": "overlaps", "to": 500}"#
        #expect(try scene(above, use: DepthInterval(from: 500, to: 800)).applies("n") == .no)
        #expect(try scene(above, use: DepthInterval(from: 499.5, to: 800)).applies("n") == .yes)
        let below = #"{"of": "use", "relation": "overlaps", "from": 500}"#
        #expect(try scene(below, use: DepthInterval(from: 25, to: 500)).applies("n") == .no)
        #expect(try scene(below, use: DepthInterval(from: 500, to: 500)).applies("n") == .yes)
    }

    @Test("A depth that is not told leaves the answer open and says which")
    func missing() throws {
        let below = #""relation": "overlaps", "from": 500}"#
        #expect(
            try scene(#"{"of": "use", "# + below, reach: whole).finding("n")?.missing == [
                Unknown(cause: .missingDepth, ref: "use")
            ])
        #expect(
            try scene(#"{"of": "reach", "# + below, use: deep).finding("n")?.missing == [
                Unknown(cause: .missingDepth, ref: "reach")
            ])
    }

    @Test(
        "A depth that is not told harms nothing for a norm that holds at every depth",
        arguments: ["overlaps", "within"])
    func everyDepth(relation: String) throws {
        let every = scene(#"{"of": "use", "relation": "\#(relation)", "from": 0, "to": null}"#)
        #expect(try every.applies("n") == .yes)
        let bare = scene(#"{"of": "use", "relation": "\#(relation)"}"#)
        #expect(try bare.applies("n") == .yes)
        let bounded = scene(#"{"of": "use", "relation": "\#(relation)", "from": 0, "to": 3000}"#)
        #expect(try bounded.applies("n") == .unknown)
    }

    @Test("A depth that the text names without giving it is asked of a person, whatever was told")
    func open() throws {
        let asked = #"{"of": "use", "relation": "overlaps", "from": 0, "open": {"question": "diep", "asks": "Diep?"}}"#
        var scene = scene(asked, use: deep)
        #expect(try scene.finding("n")?.missing == [Unknown(cause: .openQuestion, ref: "diep")])
        scene.answers = ["diep": true]
        #expect(try scene.applies("n") == .yes)
        scene.answers = ["diep": false]
        #expect(try scene.refusal("n")?.because == .depth)
        #expect(try scene.refusal("n")?.detail == "question:diep")
    }

    @Test("An open bottom is written as such in the trace, and a broken depth with its decimals")
    func traceText() throws {
        let every = #"{"of": "use", "relation": "overlaps"}"#
        #expect(
            try scene(every, use: DepthInterval(from: 2.5, to: nil)).finding("n")?.trace.last?.value == .text("2.5-∞"))
    }
}
