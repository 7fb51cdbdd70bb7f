import Assessment
import CanonicalJSON
import Casework
import KompasTesting
import PolicyModel
import Testing

@Suite("A plan as forms tell it")
struct PlanDraftTests {
    private func draft(_ json: String) throws -> PlanDraft { PlanDraft(try JSONValue.parse(json)) }

    private func full() -> PlanDraft {
        var draft = PlanDraft()
        draft.title = "Warmte & koude"
        draft.initiatorRole = "bedrijf"
        draft.parts[0].activities = ["steiger"]
        draft.parts[0].change = .nieuw
        draft.parts[0].phase = .gebruik
        draft.parts[0].durationYears = 30
        draft.parts[0].use = DepthInterval(from: 60, to: 120)
        draft.parts[0].reach = DepthInterval(from: 0, to: nil)
        draft.parts[0].geometry = ["type": "Point", "coordinates": [203000, 503850]]
        draft.parts[0].placeNote = "Cirkel van 50 m"
        draft.parts[0].properties = ["lengte": ["value": 12.5, "unit": "m"], "ligplaats": "vast"]
        draft.answers = ["zicht": .init(value: true, by: "planner", reason: "Gezien", on: PolicyDate("2026-11-20"))]
        draft.contests = [.init(finding: "n1", by: "initiatiefnemer", reason: "Klopt niet")]
        return draft
    }

    @Test("What is written is read again as it was")
    func roundTrip() { #expect(PlanDraft(full().input) == full()) }

    @Test("It is written as one collection in RD, with what was told and no more")
    func written() throws {
        let expected = try JSONValue.parse(
            """
            {"type":"FeatureCollection","coordRefSys":"http://www.opengis.net/def/crs/EPSG/0/28992",
            "title":"Warmte & koude","initiator":{"role":"bedrijf"},
            "answers":{"zicht":{"value":true,"by":"planner","reason":"Gezien","on":"2026-11-20"}},
            "contests":[{"finding":"n1","by":"initiatiefnemer","reason":"Klopt niet"}],
            "features":[{"type":"Feature","id":"1","geometry":{"type":"Point","coordinates":[203000,503850]},
            "properties":{"activities":["steiger"],"change":"nieuw","phase":"gebruik","duration":{"years":30},
            "depth":{"use":[60,120],"reach":[0,null]},"name":"Cirkel van 50 m",
            "lengte":{"value":12.5,"unit":"m"},"ligplaats":"vast"}}]}
            """)
        #expect(full().input == expected)
        #expect(
            try PlanDraft().input
                == JSONValue.parse(
                    #"{"type":"FeatureCollection","coordRefSys":"http://www.opengis.net/def/crs/EPSG/0/28992","#
                        + #""features":[{"type":"Feature","id":"1","geometry":null,"properties":{"activities":[]}}]}"#))
    }

    @Test("A single Feature is a plan with one part; what is about the plan does not stay with the part")
    func feature() throws {
        let draft = try draft(
            """
            {"type":"Feature","id":7,"geometry":{"type":"Point","coordinates":[1,2]},"properties":{"title":" Pier ",
            "initiator":{"role":"gemeente"},"activities":"steiger","depth":{"from":0,"to":2},"lengte":{"value":1,"unit":"m"}}}
            """)
        #expect(draft.title == "Pier")
        #expect(draft.initiatorRole == "gemeente")
        #expect(draft.parts.map(\.id) == ["7"])
        #expect(draft.parts[0].activities == ["steiger"])
        #expect(draft.parts[0].use == DepthInterval(from: 0, to: 2))
        #expect(draft.parts[0].properties.keys.sorted() == ["lengte"])
    }

    @Test("Members that no form asks for are kept")
    func others() throws {
        let draft = try draft(
            """
            {"type":"FeatureCollection","kenmerk":"X1","features":[{"type":"Feature","geometry":null,
            "properties":{"activities":[],"declaredShares":[{"function":"water","value":1,"unit":"har"}]}}]}
            """)
        #expect(draft.input["kenmerk"] == "X1")
        #expect(draft.input["features"]?[0]?["properties"]?["declaredShares"]?[0]?["function"] == "water")
    }

    @Test("Nothing that can be stored makes reading fail, and there is always a part")
    func strange() throws {
        for text in ["null", "[]", "{}", #"{"type":"FeatureCollection","features":7}"#, #""x""#] {
            #expect(try draft(text).parts.count == 1)
        }
        let twice = try draft(
            #"{"type":"FeatureCollection","features":[{"id":"a","type":"Feature"},{"id":"a","type":"Feature"}]}"#)
        #expect(twice.parts.map(\.id) == ["a", "a-2"])
        let upsideDown = try draft(#"{"type":"Feature","properties":{"depth":{"use":[5,2]}}}"#)
        #expect(upsideDown.parts[0].use == nil)
    }

    @Test("Parts come and go, and keep their ids")
    func parts() {
        var draft = PlanDraft()
        #expect(draft.addPart() == "2")
        #expect(draft.addPart() == "3")
        draft.removePart("2")
        #expect(draft.parts.map(\.id) == ["1", "3"])
        #expect(draft.addPart() == "4")
        for _ in 0..<40 { _ = draft.addPart() }
        #expect(draft.parts.count == PlanDraft.mostParts)
        #expect(draft.addPart() == nil)
        for id in draft.parts.map(\.id) { draft.removePart(id) }
        #expect(draft.parts.count == 1)
    }

    @Test("The next step is the first in which something is missing in some part")
    func steps() {
        var draft = full()
        #expect(draft.nextStep == nil)
        _ = draft.addPart()
        #expect(draft.nextStep == .what)
        #expect(draft.firstIncompletePart(.what)?.id == "2")
        draft.changePart("2") { $0.activities = ["steiger"] }
        #expect(draft.nextStep == .place)
    }

    @Test("The mark of a step changes with what that step asks, and with nothing else")
    func fingerprints() {
        let before = full()
        var after = before
        after.parts[0].properties["ligplaats"] = "los"
        #expect(before.fingerprint(of: .details, part: "1") != after.fingerprint(of: .details, part: "1"))
        #expect(before.fingerprint(of: .what, part: "1") == after.fingerprint(of: .what, part: "1"))
        #expect(before.fingerprint(of: .place, part: "1") == after.fingerprint(of: .place, part: "1"))
        after.parts[0].use = nil
        #expect(before.fingerprint(of: .place, part: "1") != after.fingerprint(of: .place, part: "1"))
    }
}
