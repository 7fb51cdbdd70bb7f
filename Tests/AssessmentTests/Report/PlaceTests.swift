@testable import Assessment
import CanonicalJSON
import PolicyModel
import Testing

@Suite("The place of the whole initiative")
struct PlaceTests {
    @Test("The primary function is told with its share")
    func primaryFunction() throws {
        // 60 of the 100 m lie in the lake.
        let place = try Meerstad.report(plan("varen", square(201_960, 503_000, 100))).place
        #expect(
            place.primaryFunctions == [
                PlaceSummary.Share(id: "water", name: "Water", kind: "plas", share: 0.6, certain: true)
            ])
    }

    @Test("Shares are over all parts, by area")
    func shareOverParts() throws {
        // 10,000 m2 in the lake and 30,000 m2 on land.
        let parts = [plan("varen", Site.water), plan("varen", rectangle(201_000, 508_000, 300, 100))]
        let place = try Meerstad.report(collection(parts)).place
        #expect(place.primaryFunctions.map(\.share) == [0.25])
    }

    @Test("Points and lines do not count beside surfaces")
    func lowerDimensions() throws {
        let parts = [plan("varen", Site.water), plan("varen", point(201_000, 508_000))]
        #expect(try Meerstad.report(collection(parts)).place.primaryFunctions.map(\.share) == [1])
        let points = [plan("varen", point(203_000, 503_000)), plan("varen", point(201_000, 508_000))]
        #expect(try Meerstad.report(collection(points)).place.primaryFunctions.map(\.share) == [0.5])
    }

    @Test("Settlements are told with the word of their class when the house names it")
    func settlements() throws {
        let json = plan("varen", square(203_950, 507_000, 100))
        let expected = PlaceSummary.Share(id: "noordwijk", name: "Noordwijk", kind: nil, share: 0.5, certain: true)
        #expect(try Meerstad.report(json).place.settlements == [expected])
        let house = try Meerstad.house().changed { house in
            let position = try #require(house.designations.firstIndex { $0.id == "wijken" })
            house.designations[position].classAttribute = "klasse"
        }
        #expect(try Meerstad.report(json, in: house).place.settlements.map(\.kind) == ["wijk"])
    }

    @Test("What is near is told nearest first, up to the distance of the house")
    func nearby() throws {
        // 100 m east of the east bank, 300 m east of the lake; the fairway is 854 m away.
        let place = try Meerstad.report(plan("varen", square(206_300, 503_000, 100))).place
        #expect(
            place.nearby == [
                PlaceSummary.Nearby(designation: "oever", title: "De oever", name: "Oostoever", distanceMetres: 100),
                PlaceSummary.Nearby(designation: "plas", title: "De plas", name: "Grote plas", distanceMetres: 300),
            ])
    }

    @Test("What the initiative overlaps is not near")
    func overlapIsNotNear() throws {
        let place = try Meerstad.report(plan("varen", Site.water)).place
        #expect(place.nearby.map(\.designation) == ["vaarweg"])
        #expect(place.nearby.map(\.distanceMetres) == [200])
    }

    @Test(
        "A layer that is neither met nor asked about by a rule on the plan is left out; one that is asked about is told"
    )
    func askedAbout() throws {
        func designations(_ activity: String) throws -> [String] {
            try Meerstad.report(plan(activity, square(201_960, 503_000, 100))).layers.map(\.designation)
        }
        #expect(try !designations("varen").contains("moeras"))
        #expect(try designations("drijvende-tuin").contains("moeras"))
    }

    @Test("Layers are told sorted, each with its state")
    func layers() throws {
        let layers = try Meerstad.report(plan("varen", square(201_960, 503_000, 100))).layers
        #expect(
            layers.map { "\($0.designation) \($0.layer ?? "-") \($0.state.rawValue)" } == [
                "buren buren noData", "oever oever hit", "plas plas hit", "stadsgrens grens hit",
                "vaarweg vaarweg none", "wijken wijken none",
            ])
        let bank = try #require(layers.first { $0.designation == "oever" })
        #expect(bank.precision == LayerPrecision(kind: .indicative, widthMetres: 50))
        #expect(bank.basis == "schematic")
        #expect(!bank.certain)
        #expect(
            bank.hits == [
                LayerSummary.Hit(
                    feature: "oever-west", name: "Westoever", part: "1",
                    overlap: OverlapMeasure(kind: .area, value: 4000, share: 0.4), distanceMetres: 0)
            ])
        #expect(layers.first { $0.layer == "grens" }?.asOf == PolicyDate("2024-01-01"))
    }

    @Test("Over the parts the state that tells most stands in front")
    func stateOverParts() throws {
        let parts = [plan("varen", Site.land), plan("varen", Site.bank), plan("varen", Site.farWater)]
        let layers = try Meerstad.report(collection(parts)).layers
        let states = Dictionary(uniqueKeysWithValues: layers.map { ($0.designation, $0.state) })
        #expect(states["oever"] == .hit)
        #expect(states["vaarweg"] == .noData)
        #expect(states["wijken"] == LayerState.none)
    }

    @Test("Areas are rounded to 1 m2, lengths to 0.1 m and shares to four decimals, after all else")
    func rounding() throws {
        // 33.333 m of 100 m in the lake; the bank reaches 200.04 m further west.
        let report = try Meerstad.report(plan("varen", rectangle(201_933.333, 503_000, 100, 10.123)))
        let json = report.json
        #expect(report.place.primaryFunctions[0].share != 0.3333)
        #expect(json["place"]?["primaryFunctions"]?[0]?["share"] == 0.3333)
        #expect(json["initiative"]?["parts"]?[0]?["measure"]?["value"] == 1012)
        let far = try Meerstad.report(plan("varen", square(206_300.26, 503_000, 100))).json
        #expect(far["place"]?["nearby"]?[0]?["distanceMetres"] == 100.3)
    }
}
