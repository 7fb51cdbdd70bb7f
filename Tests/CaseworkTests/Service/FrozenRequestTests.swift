import CanonicalJSON
import Foundation
import KompasTesting
import PolicyContent
import PolicyModel
import Testing

@testable import Casework

@Suite("What of a plan is frozen")
struct FrozenRequestTests {
    private func house() throws -> PolicyHouse {
        try #require(
            HouseLoader(
                folder: PackageRoot.url("Tests/Fixtures/house-test"), schemas: PackageRoot.url("content/schema")
            ).load().house)
    }

    @Test("titles, reasons, names and properties that mean nothing go; what is assessed stays")
    func feature() throws {
        let input = try JSONValue.parse(
            #"""
            {"type":"Feature","title":"Steiger van Jansen","crs":"EPSG:28992","bbox":[1,2,3,4],
             "geometry":{"type":"Point","coordinates":[1,2]},
             "properties":{"title":"Jansen","name":"Jansen","description":"Bij Jansen","activities":["steiger"],
              "change":"nieuw","depth":{"use":[0,2]},"eigenaar":"Jansen","initiator":{"role":"bedrijf","name":"Jansen"},
              "answers":{"geluid":{"value":true,"by":"Jansen","reason":"Zegt Jansen.","on":"2026-01-01"},"wind":false},
              "contests":[{"finding":"b","by":"Jansen","reason":"Nietes."},{"finding":"a"}]}}
            """#)
        let frozen = FrozenRequest(input, house: try house())
        #expect(
            frozen.input
                == (try JSONValue.parse(
                    #"""
                    {"type":"Feature","crs":"EPSG:28992","geometry":{"type":"Point","coordinates":[1,2]},
                     "initiator":{"role":"bedrijf"},
                     "properties":{"activities":["steiger"],"change":"nieuw","depth":{"use":[0,2]}}}
                    """#)))
        #expect(frozen.title == "Steiger van Jansen")
        #expect(
            frozen.answers == [
                FrozenRequest.Answer(question: "geluid", value: true, reason: "Zegt Jansen."),
                FrozenRequest.Answer(question: "wind", value: false, reason: ""),
            ])
        #expect(
            frozen.contests == [
                FrozenRequest.Contest(finding: "b", reason: "Nietes."), FrozenRequest.Contest(finding: "a", reason: ""),
            ])
    }

    @Test("the same for the parts of a collection, which keep their own ids")
    func collection() throws {
        let input = try JSONValue.parse(
            #"""
            {"type":"FeatureCollection","title":"T","initiator":{"role":"gemeente"},"name":"laag van Jansen",
             "features":[{"type":"Feature","id":"p1","geometry":{"type":"Point","coordinates":[1,2]},
              "properties":{"activities":["varen"],"name":"Jansen"}}]}
            """#)
        #expect(
            FrozenRequest(input, house: try house()).input
                == (try JSONValue.parse(
                    #"""
                    {"type":"FeatureCollection","initiator":{"role":"gemeente"},
                     "features":[{"type":"Feature","id":"p1","geometry":{"type":"Point","coordinates":[1,2]},
                      "properties":{"activities":["varen"]}}]}
                    """#)))
    }

    @Test("answers and contests are put in by role, in a fixed order, and taken out when there are none")
    func answersAndContests() throws {
        let bare = try JSONValue.parse(#"{"type":"Feature"}"#)
        let filled = FrozenRequest.input(
            bare, answers: [("wind", false, false), ("geluid", true, true)], contests: [("b", false), ("a", true)])
        #expect(
            try filled.canonicalString
                == #"{"answers":{"geluid":{"by":"initiatiefnemer","value":true},"#
                + #""wind":{"by":"behandelaar","value":false}},"contests":[{"by":"initiatiefnemer","finding":"a"},"#
                + #"{"by":"behandelaar","finding":"b"}],"type":"Feature"}"#)
        #expect(FrozenRequest.input(filled, answers: [], contests: []) == bare)
    }

    @Test("something that is no object is left alone")
    func noObject() throws {
        #expect(FrozenRequest(.string("x"), house: try house()).input == .object(JSONObject()))
        #expect(FrozenRequest.input(.null, answers: [], contests: []) == .null)
    }
}
