import NormEngine
import PolicyModel
import Testing

/// Tests on the phase, on who does it, on other parts and on what people answered.
struct PlanTests {
    @Test("A phase is one of those named, or not")
    func phase() throws {
        var scene = Scene()
        scene.part.phase = .gebruik
        #expect(try scene.truth(#"{"phase": ["aanleg", "gebruik"]}"#) == .yes)
        #expect(try scene.truth(#"{"phase": ["nagebruik"]}"#) == .no)
        #expect(try scene.truth(#"{"phase": []}"#) == .no)
        #expect(
            try scene.outcome(#"{"phase": ["gebruik"]}"#).trace == [
                TraceStep(step: "proef", about: "phase", result: .yes, value: .text("gebruik"))
            ])
    }

    @Test("Without a phase it is about construction and use; what comes after is not told")
    func noPhase() throws {
        let scene = Scene()
        #expect(try scene.truth(#"{"phase": ["aanleg"]}"#) == .yes)
        #expect(try scene.truth(#"{"phase": ["gebruik", "nagebruik"]}"#) == .yes)
        #expect(
            try scene.outcome(#"{"phase": ["nagebruik"]}"#).missing == [Unknown(cause: .missingProperty, ref: "phase")])
    }

    @Test("An initiator is who was declared, and unknown when nobody was")
    func initiator() throws {
        var scene = Scene()
        let test = #"{"initiator": {"role": "gemeente"}}"#
        #expect(try scene.outcome(test).missing == [Unknown(cause: .missingProperty, ref: "initiator.role")])
        scene.role = "gemeente"
        #expect(try scene.truth(test) == .yes)
        scene.role = "bedrijf"
        #expect(try scene.truth(test) == .no)
    }

    @Test("An open question is unknown until a person answers it", arguments: ["open", "open-place"])
    func open(kind: String) throws {
        var scene = Scene()
        let test = #"{"\#(kind)": {"question": "vraag", "asks": "Is het zo?"}}"#
        let outcome = try scene.outcome(test)
        #expect(outcome.truth == .unknown)
        #expect(outcome.missing == [Unknown(cause: .openQuestion, ref: "vraag")])
        #expect(outcome.trace == [TraceStep(step: "proef", about: "question:vraag", result: .unknown)])
        scene.answers = ["vraag": true]
        #expect(try scene.truth(test) == .yes)
        scene.answers = ["vraag": false]
        #expect(try scene.truth(test) == .no)
        #expect(
            try scene.outcome(test).trace == [
                TraceStep(step: "proef", about: "question:vraag", result: .no, value: .flag(false))
            ])
        scene.answers = ["andere": true]
        #expect(try scene.truth(test) == .unknown)
    }

    @Test("Whether interests collide is unknown until it was examined")
    func interestsCollide() throws {
        let scene = Scene()
        let test = #"{"interests-collide": true}"#
        let missing = [Unknown(cause: .exception, ref: "interests-collide")]
        #expect(try scene.outcome(test).missing == missing)
        #expect(try scene.outcome(test, collision: .examined(.yes)).truth == .yes)
        #expect(try scene.outcome(test, collision: .examined(.no)).truth == .no)
        #expect(try scene.outcome(test, collision: .examined(.unknown)).missing == missing)
    }

    private func withOther(_ activities: [String], _ phase: Phase?) -> Scene {
        var scene = Scene()
        scene.house.activity("winning")
        scene.house.activity("zoutwinning", #"{"broader": ["winning"]}"#)
        scene.others = [PartInput(id: "ander", activities: activities, phase: phase, facts: .nothing)]
        return scene
    }

    @Test("Another part that does the activity or something narrower counts, the part itself does not")
    func otherPart() throws {
        let test = #"{"other-part": {"activities": ["winning"]}}"#
        #expect(try withOther(["zoutwinning"], nil).truth(test) == .yes)
        #expect(try withOther(["winning"], nil).truth(test) == .yes)
        #expect(try withOther(["doen"], nil).truth(test) == .no)
        #expect(try Scene().truth(#"{"other-part": {"activities": ["doen"]}}"#) == .no)
        #expect(try Scene().truth(#"{"other-part": {}}"#) == .no)
        #expect(try withOther(["doen"], nil).truth(#"{"other-part": {}}"#) == .yes)
        #expect(
            try withOther(["doen"], nil).outcome(test).trace == [
                TraceStep(step: "proef", about: "other-part:winning", result: .no)
            ])
    }

    @Test("The phase of another part must be one of those named")
    func otherPartPhase() throws {
        let test = #"{"other-part": {"activities": ["winning"], "phase": ["nagebruik"]}}"#
        #expect(try withOther(["winning"], .nagebruik).truth(test) == .yes)
        #expect(try withOther(["winning"], .gebruik).truth(test) == .no)
        #expect(try withOther(["winning"], nil).truth(test) == .unknown)
        #expect(try withOther(["doen"], nil).truth(test) == .no)
    }

    @Test("Of several other parts one is enough")
    func severalOthers() throws {
        var scene = withOther(["winning"], nil)
        scene.others.append(PartInput(id: "derde", activities: ["winning"], phase: .nagebruik, facts: .nothing))
        let test = #"{"other-part": {"activities": ["winning"], "phase": ["nagebruik"]}}"#
        #expect(try scene.truth(test) == .yes)
        #expect(try scene.outcome(test).missing.isEmpty)
    }
}
