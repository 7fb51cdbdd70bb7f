import NormEngine
import PolicyModel
import Testing

@Suite("Which part of the ground a designation is about") struct StrataTests {
    private static func house() -> TestHouse {
        var house = TestHouse()
        house.activity("graven", #"{"belowGround": true}"#)
        house.activity("boren", #"{"broader": ["graven"]}"#)
        house.activity("bouwen")
        return house
    }

    /// A legend item of a map.
    private static func legend(_ map: String) -> String {
        #"{"source": {"document": "beleid", "path": ["\#(map)", "Legenda"], "passage": {"unit": "legend", "starts": "x"}}}"#
    }

    @Test("norms on activities below ground, or at a depth, make it underground; others the surface; some of each both")
    func norms() throws {
        var house = Self.house()
        for id in ["onder", "boven", "beide", "diep"] { house.designation(id) }
        house.norm("a", #"{"activities": ["boren"], "where": {"in": "onder"}}"#)
        house.norm("b", #"{"activities": ["bouwen"], "where": {"in": "boven"}}"#)
        house.norm("c", #"{"activities": ["boren", "bouwen"], "where": {"in": "boven"}}"#)
        house.norm("d", #"{"activities": ["graven"], "where": {"in": "beide"}}"#)
        house.norm("e", #"{"activities": "any", "where": {"in": "beide"}}"#)
        house.norm(
            "f",
            #"{"activities": ["bouwen"], "where": {"in": "diep"}, "depth": {"of": "use", "relation": "overlaps", "from": 10}}"#
        )
        #expect(
            try house.index().strata()
                == ["onder": .underground, "boven": .surface, "beide": .both, "diep": .underground])
        #expect(Stratum.both.isSurface && Stratum.both.isUnderground)
        #expect(!Stratum.underground.isSurface && !Stratum.surface.isUnderground)
    }

    @Test("a legend item without policy is about what the rest of its legend is about")
    func legend() throws {
        var house = Self.house()
        house.designation("onder", Self.legend("Kaart 1"))
        house.designation("leeg", Self.legend("Kaart 1"))
        house.designation("boven", Self.legend("Kaart 2"))
        house.designation("leeg-2", Self.legend("Kaart 2"))
        house.designation("los", Self.legend("Kaart 3"))
        house.norm("a", #"{"activities": ["boren"], "where": {"in": "onder"}}"#)
        house.norm("b", #"{"activities": ["bouwen"], "where": {"in": "boven"}}"#)
        let strata = try house.index().strata()
        #expect(strata["leeg"] == .underground)
        #expect(strata["leeg-2"] == .surface)
        #expect(strata["los"] == .surface)
    }

    @Test("an order in which uses below ground go first counts as well")
    func order() throws {
        var house = Self.house()
        house.designation("zout")
        house.ranking("r", edges: [#"{"prefer": ["boren"], "over": ["bouwen"], "designation": "zout"}"#])
        #expect(try house.index().strata() == ["zout": .underground])
    }

    @Test("what is narrower than an activity below ground is below ground")
    func narrower() throws {
        let index = try Self.house().index()
        #expect(index.isBelowGround(activity: "boren") && index.isBelowGround(activity: "graven"))
        #expect(!index.isBelowGround(activity: "bouwen") && !index.isBelowGround(activity: "vliegen"))
    }
}
