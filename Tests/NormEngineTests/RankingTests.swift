import NormEngine
import PolicyModel
import Testing

struct RankingTests {
    /// A part that does this where `vlak` is in this state, in a house with one ranking of these edges.
    private func scene(_ activities: [String], _ state: LayerState = .none, _ edges: String...) -> Scene {
        var scene = Scene(layer(state))
        scene.house.activity("fossiel")
        scene.house.activity("olie", #"{"broader": ["fossiel"]}"#)
        scene.house.activity("gas", #"{"broader": ["fossiel"]}"#)
        scene.house.activity("duurzaam")
        scene.house.activity("warmte", #"{"broader": ["duurzaam"]}"#)
        scene.house.ranking("volgorde", edges: edges)
        scene.part.activities = activities
        return scene
    }

    private let plain =
        #"{"prefer": ["duurzaam"], "over": ["fossiel"], "claim": {"in": "vlak"}, "designation": "vlak"}"#

    private func result(_ scene: Scene) throws -> RankingResult? { try scene.orders().rankings().first }

    @Test("What goes first and has a claim here is preferred here")
    func preferred() throws {
        let result = try #require(try result(scene(["olie"], .hit, plain)))
        #expect(result.ranking == "volgorde")
        #expect(result.preferredHere.map(\.activity) == ["duurzaam"])
        #expect(result.preferredHere.map(\.edge) == ["e1"])
        #expect(result.preferredHere.map(\.designation) == ["vlak"])
        #expect(result.unknownClaims.isEmpty && result.yieldingHere.isEmpty)
    }

    @Test("What goes first but has no claim here is not named, and the ranking falls away")
    func noClaim() throws {
        #expect(try result(scene(["olie"], .none, plain)) == nil)
    }

    @Test("A claim that is not known is named as such, also when the ranking does not say where a claim is")
    func unknownClaim() throws {
        for state in [LayerState.near, .noData, .failed] {
            let result = try #require(try result(scene(["olie"], state, plain)))
            #expect(result.unknownClaims.map(\.activity) == ["duurzaam"])
            #expect(result.preferredHere.isEmpty)
        }
        let bare = try #require(
            try result(scene(["olie"], .hit, #"{"prefer": ["duurzaam", "zon"], "over": ["fossiel"]}"#)))
        #expect(bare.unknownClaims.map(\.activity) == ["duurzaam", "zon"])
    }

    @Test("What goes first itself sees what yields to it, whatever the claim")
    func yielding() throws {
        let result = try #require(try result(scene(["warmte"], .none, plain)))
        #expect(result.yieldingHere.map(\.activity) == ["fossiel"])
        #expect(result.preferredHere.isEmpty && result.unknownClaims.isEmpty)
    }

    @Test("An activity that takes no part, or stands on both sides, is not ranked")
    func neither() throws {
        #expect(try result(scene(["anders"], .hit, plain)) == nil)
        #expect(try result(scene(["warmte", "olie"], .hit, plain)) == nil)
    }

    @Test("An excepted activity does not yield, and its exception does not spread to others in the same part")
    func except() throws {
        let edge = #"{"prefer": ["duurzaam"], "over": ["fossiel"], "except": ["gas"], "claim": {"in": "vlak"}}"#
        #expect(try result(scene(["gas"], .hit, edge)) == nil)
        #expect(try result(scene(["olie"], .hit, edge))?.preferredHere.count == 1)
        #expect(try result(scene(["olie", "gas"], .hit, edge))?.preferredHere.count == 1)
        #expect(try result(scene(["warmte"], .hit, edge))?.yieldingHere.count == 1)
    }

    @Test("An order that holds only under a condition is open while that is open and gone when it is not so")
    func when() throws {
        let edge = """
            {"prefer": ["duurzaam"], "over": ["fossiel"], "claim": {"in": "vlak"},
             "when": {"open": {"question": "q", "asks": "?"}}}
            """
        var open = scene(["olie"], .hit, edge)
        #expect(try result(open)?.unknownClaims.count == 1)
        #expect(try result(open)?.preferredHere.isEmpty == true)
        open.answers = ["q": true]
        #expect(try result(open)?.preferredHere.count == 1)
        open.answers = ["q": false]
        #expect(try result(open) == nil)
        var first = scene(["warmte"], .hit, edge)
        #expect(try result(first) == nil)
        first.answers = ["q": true]
        #expect(try result(first)?.yieldingHere.count == 1)
    }

    @Test("An order that holds somewhere holds only there")
    func whereItHolds() throws {
        let edge =
            #"{"prefer": ["duurzaam"], "over": ["fossiel"], "claim": {"anywhere": true}, "where": {"in": "vlak"}}"#
        #expect(try result(scene(["olie"], .hit, edge))?.preferredHere.count == 1)
        #expect(try result(scene(["olie"], .none, edge)) == nil)
        #expect(try result(scene(["olie"], .near, edge))?.unknownClaims.count == 1)
    }

    @Test("An order from a document that no longer counts is gone, from one that is due for review it is open")
    func validity() throws {
        for (status, preferred, unknown) in [("withdrawn", 0, 0), ("due-for-review", 0, 1), ("draft", 1, 0)] {
            var scene = scene(
                ["olie"], .hit,
                #"{"prefer": ["duurzaam"], "over": ["fossiel"], "claim": {"in": "vlak"}, "source": \#(source("d"))}"#)
            scene.house.document("d", #"{"statusHistory": [{"status": "\#(status)", "from": "2020-01-01"}]}"#)
            #expect(try result(scene)?.preferredHere.count ?? 0 == preferred, "\(status)")
            #expect(try result(scene)?.unknownClaims.count ?? 0 == unknown, "\(status)")
        }
    }

    @Test("Several edges add up in the order of the ranking")
    func edges() throws {
        let result = try #require(
            try result(
                scene(
                    ["olie"], .hit, plain, #"{"prefer": ["water"], "over": ["olie"], "claim": {"in": "vlak"}}"#,
                    #"{"prefer": ["fossiel"], "over": ["kernenergie"]}"#)))
        #expect(result.preferredHere.map(\.activity) == ["duurzaam", "water"])
        #expect(result.preferredHere.map(\.edge) == ["e1", "e2"])
        #expect(result.yieldingHere.map(\.activity) == ["kernenergie"])
    }
}
