import NormEngine
import PolicyModel
import Testing

struct LadderTests {
    private let rungs = """
        "rungs": [{"id": "dak", "title": "Op daken", "where": {"in": "dak"}},
                  {"id": "dorp", "title": "In het dorp", "where": {"in": "dorp"}},
                  {"id": "veld", "title": "Daarbuiten", "where": {"in": "veld"}}]
        """

    private func scene(_ roof: LayerState, _ village: LayerState, _ field: LayerState, _ more: String = "") -> Scene {
        var scene = Scene(layer(roof, of: "dak"), layer(village, of: "dorp"), layer(field, of: "veld"))
        scene.house.ladder("ladder", "{\(rungs)\(more.isEmpty ? "" : ", " + more)}")
        return scene
    }

    private func ladder(_ scene: Scene) throws -> LadderResult? { try scene.orders().ladders().first }

    @Test("The rung is the first that fits, and those above it are to be looked at first")
    func rung() throws {
        let top = try #require(try ladder(scene(.hit, .hit, .none)))
        #expect(top.rung?.id == "dak")
        #expect(top.higherRungs.isEmpty && top.missing.isEmpty)
        let field = try #require(try ladder(scene(.none, .none, .hit)))
        #expect(field.rung?.id == "veld")
        #expect(field.higherRungs.map(\.id) == ["dak", "dorp"])
    }

    @Test("Not knowing whether a higher rung fits leaves the rung open and says what is missing")
    func unknownAbove() throws {
        let result = try #require(try ladder(scene(.near, .failed, .hit)))
        #expect(result.rung == nil)
        #expect(result.higherRungs.map(\.id) == ["dak", "dorp"])
        #expect(result.missing == [Unknown(cause: .failed, ref: "laag"), Unknown(cause: .near, ref: "dak")])
    }

    @Test("Not knowing about a lower rung harms nothing")
    func unknownBelow() throws {
        let result = try #require(try ladder(scene(.none, .hit, .failed)))
        #expect(result.rung?.id == "dorp")
        #expect(result.missing.isEmpty)
    }

    @Test("A place on no rung has none and misses nothing")
    func noRung() throws {
        let result = try #require(try ladder(scene(.none, .none, .none)))
        #expect(result.rung == nil)
        #expect(result.higherRungs.count == 3)
        #expect(result.missing.isEmpty)
    }

    @Test("A ladder is about its activities and what is narrower")
    func activities() throws {
        var scene = scene(.hit, .none, .none)
        scene.house.activity("smal", #"{"broader": ["doen"]}"#)
        scene.part.activities = ["smal"]
        #expect(try ladder(scene)?.rung?.id == "dak")
        scene.part.activities = ["anders"]
        #expect(try ladder(scene) == nil)
    }

    @Test("A ladder with a condition is gone when it is not met and open while it is open")
    func when() throws {
        var scene = scene(.hit, .none, .none, #""when": {"open": {"question": "q", "asks": "?"}}"#)
        #expect(try ladder(scene)?.rung == nil)
        #expect(try ladder(scene)?.missing == [Unknown(cause: .openQuestion, ref: "q")])
        scene.answers = ["q": true]
        #expect(try ladder(scene)?.rung?.id == "dak")
        scene.answers = ["q": false]
        #expect(try ladder(scene) == nil)
    }

    @Test("A ladder from a document that no longer counts is gone")
    func validity() throws {
        var scene = scene(.hit, .none, .none, #""source": \#(source("d"))"#)
        scene.house.document("d", #"{"statusHistory": [{"status": "withdrawn", "from": "2020-01-01"}]}"#)
        #expect(try ladder(scene) == nil)
        scene.asOf = "2019-12-31"
        #expect(try ladder(scene) == nil)
    }
}
