import Assessment
import CanonicalJSON
import Geometry
import NormEngine
import PolicyModel
import Testing

@Suite("What is known below a place") struct SoilProfileTests {
    private func shape(_ x: Double, _ y: Double) throws -> Shape {
        try .rectangle(BoundingBox(minX: x, minY: y, maxX: x + 100, maxY: y + 100))
    }

    private func profile(_ x: Double, _ y: Double, in house: PolicyHouse? = nil) throws -> SoilProfile {
        try Meerstad.assessor(house).ground(below: shape(x, y), on: Meerstad.date(Meerstad.day))
    }

    @Test("in the lake there are the lake itself and the layer that may not be drilled through")
    func lake() throws {
        let profile = try profile(203_000, 503_000)
        #expect(
            profile.bands.map { "\($0.id) \($0.interval.from)-\($0.interval.to ?? -1) \($0.isCertain)" } == [
                "plas/plas/plas 0.0-8.0 true", "diepte.boren.kleilaag 12.0--1.0 true",
            ])
        #expect(profile.bands[0].title == "De plas: Grote plas")
        #expect(!profile.bands[0].isRule && profile.bands[1].isRule)
        #expect(profile.bands[1].effects == [.prohibited])
        #expect(profile.bands[1].labels == ["Mag niet op het water"])
        #expect(profile.bands[1].designation == "plas")
        #expect(profile.unplaced.isEmpty && profile.orders.isEmpty)
    }

    @Test("on land there is nothing, and that is said as nothing")
    func land() throws {
        let profile = try profile(208_000, 508_000)
        #expect(profile.isEmpty)
        #expect(profile.json == ["bands": [], "orders": [], "unplaced": []])
    }

    @Test(
        "rules on one designation and depth are one band; a rule for what lies wholly deeper is about the bore, and none"
    )
    func together() throws {
        let house = try Meerstad.house().changed { house in
            house.norms = [
                try decode(
                    norm(
                        "a", #"["boren"]"#, "prohibited",
                        #","where":{"in":"plas"},"depth":{"of":"use","relation":"overlaps","from":0,"to":25}"#)),
                try decode(
                    norm(
                        "b", #"["boren"]"#, "duty",
                        #","where":{"in":"plas"},"depth":{"of":"use","relation":"overlaps","from":0,"to":25}"#)),
                try decode(
                    norm(
                        "c", #"["boren"]"#, "duty",
                        #","where":{"in":"plas"},"depth":{"of":"use","relation":"within","from":25}"#)),
                try decode(
                    norm("d", #"["boren"]"#, "duty", #","depth":{"of":"reach","relation":"within","from":0,"to":500}"#)),
                try decode(
                    norm(
                        "e", #"["boren"]"#, "duty",
                        #","where":{"in":"moeras"},"depth":{"of":"use","relation":"overlaps","from":500}"#)),
            ]
        }
        let rules = try profile(203_000, 503_000, in: house).bands.filter(\.isRule)
        #expect(rules.map(\.id) == ["a", "d", "e"])
        #expect(rules[0].norms == ["a", "b"])
        #expect(rules[0].effects == [.prohibited, .duty])
        // Nobody knows where the marsh is.
        #expect(rules.map(\.isCertain) == [true, true, false])
    }

    @Test("a policy that is gone is no band")
    func gone() throws {
        let profile = try Meerstad.assessor().ground(below: shape(203_000, 503_000), on: Meerstad.date("2018-01-01"))
        #expect(profile.bands.map(\.id) == ["plas/plas/plas"])
    }

    @Test("what lies below at a depth that nobody tells is named apart")
    func unplaced() throws {
        let house = try Meerstad.house().changed { house in
            house.norms = [try decode(norm("a", #"["boren"]"#, "prohibited", #","where":{"in":"oever"}"#))]
        }
        let profile = try profile(201_850, 503_000, in: house)
        #expect(profile.bands.isEmpty)
        #expect(profile.unplaced.map(\.title) == ["De oever"])
        #expect(profile.unplaced[0].names == ["Westoever"])
    }

    @Test("an order of uses below ground holds where the first use has something to use")
    func orders() throws {
        let house = try Meerstad.house().changed { house in
            house.useRankings = [
                try decode(
                    #"{"id":"onder","title":"Onder","edges":[{"id":"e","prefer":["boren"],"over":["lozen"],"claim":{"in":"plas"},"designation":"plas","why":"Boren gaat voor.","source":\#(source())}]}"#
                )
            ]
        }
        #expect(try profile(203_000, 503_000, in: house).orders.map(\.why) == ["Boren gaat voor."])
        #expect(try profile(208_000, 508_000, in: house).orders.isEmpty)
        // Of uses on the surface there is none.
        #expect(try profile(203_000, 504_000).orders.isEmpty)
    }

    @Test("a study holds the report, the ground, and agreements that name the place")
    func study() throws {
        let study = try Meerstad.assessor().study(shape(203_000, 504_150), on: Meerstad.date(Meerstad.day))
        #expect(
            study.report.norms.filter(\.isCertain).map(\.norm) == [
                "diepte.boren.kleilaag", "oevers.steiger.vrije-vaarweg", "oevers.tuin.aanmoedigen",
            ])
        #expect(study.ground.bands.count == 2)
        #expect(study.agreements.map(\.agreement) == ["vrije-vaarweg"])
        #expect(study.agreements[0].isCertain)
        #expect(study.agreements[0].parties == ["stad", "schippers"])
        let far = try Meerstad.assessor().study(shape(208_000, 508_000), on: Meerstad.date(Meerstad.day))
        #expect(far.agreements.map(\.isCertain) != [true])
    }
}
