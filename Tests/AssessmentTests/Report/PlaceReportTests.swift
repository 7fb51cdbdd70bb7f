@testable import Assessment
import CanonicalJSON
import PolicyModel
import Testing

@Suite("What applies in a place, whatever the plan")
struct PlaceReportTests {
    private func report(_ geometry: String, in house: PolicyHouse? = nil, on day: String = Meerstad.day) throws
        -> PlaceReport
    {
        try Meerstad.assessor(house).place(JSONValue.parse(geometry), crs: "EPSG:28992", on: Meerstad.date(day))
    }

    @Test("Norms that name the place are told, those that are certain first")
    func norms() throws {
        // On the bank the depth of the lake does not matter; of the marsh there is no layer.
        let items = try report(Site.bank).norms
        #expect(
            items.map { "\($0.norm) \($0.isCertain)" } == [
                "oevers.loods.geen-nieuwe true", "oevers.steiger.vrije-vaarweg true", "haven.tuin.zoeken false",
            ])
        #expect(items[0].activities == ["Botenloods bouwen"])
        #expect(items[0].label == "Mag niet op het water")
        #expect(items[2].documentStatus == "draft")
    }

    @Test("A norm about any activity tells no activities")
    func anyActivity() throws {
        let house = try Meerstad.house().changed { house in
            house.norms = [
                try decode(norm("a", #""any""#, "duty", #","where":{"in":"oever"}"#)),
                try decode(norm("overal", #""any""#, "duty")),
            ]
        }
        let items = try report(Site.bank, in: house).norms
        #expect(items.map(\.norm) == ["a"])
        #expect(items[0].activities == [])
    }

    @Test("The day decides what applies")
    func day() throws { #expect(try report(Site.bank, on: "2018-01-01").norms == []) }

    @Test("The JSON has every member")
    func json() throws {
        let json = try report(Site.bank).json
        #expect(json["schema"] == "kompas/place/1")
        #expect(json.object?.keys.sorted() == ["asOf", "layers", "norms", "place", "schema", "warnings"])
        #expect(
            json["norms"]?[2]?.object?.keys.sorted() == [
                "activities", "documentStatus", "effect", "label", "norm", "source", "state", "summary", "title",
            ])
        #expect(json["norms"]?[2]?["state"] == "undecided")
    }

    @Test("A place that lies partly outside says so of the place, and not of a plan")
    func partlyOutside() throws {
        #expect(
            try report(square(209_950, 503_000, 100)).warnings.first
                == "50 % van de plek ligt buiten het gebied van Bestuur van Meerstad. Vraag ook Oosterbuur.")
    }

    @Test("A place outside the house is refused")
    func outside() throws {
        #expect(
            throws: InputRefused([
                InputProblem(
                    .outsideHouse, at: "/geometry", "de plek ligt buiten het gebied van Bestuur van Meerstad",
                    help: "kijk of de coördinaten en het coördinatenstelsel kloppen")
            ])
        ) { try report(point(220_000, 503_000)) }
    }
}
