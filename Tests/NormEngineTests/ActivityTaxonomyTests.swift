import NormEngine
import PolicyModel
import Testing

struct ActivityTaxonomyTests {
    /// opslag > gasopslag > waterstof, biogas; biogas is also energie. `heen` and `weer` are broader than each other.
    private func index(_ change: (inout TestHouse) -> Void = { _ in }) throws -> HouseIndex {
        var house = TestHouse()
        house.activity("opslag")
        house.activity("energie")
        house.activity("gasopslag", #"{"broader": ["opslag"]}"#)
        house.activity("waterstof", #"{"broader": ["gasopslag"]}"#)
        house.activity("biogas", #"{"broader": ["gasopslag", "energie"]}"#)
        house.activity("heen", #"{"broader": ["weer"]}"#)
        house.activity("weer", #"{"broader": ["heen"]}"#)
        change(&house)
        return try house.index()
    }

    @Test("An activity reaches itself and everything broader, also when the taxonomy turns in a circle")
    func reach() throws {
        let index = try index()
        #expect(index.reach(of: "opslag") == ["opslag"])
        #expect(index.reach(of: "waterstof") == ["waterstof", "gasopslag", "opslag"])
        #expect(index.reach(of: "biogas") == ["biogas", "gasopslag", "opslag", "energie"])
        #expect(index.reach(of: "heen") == ["heen", "weer"])
        #expect(index.reach(of: "onbekend") == ["onbekend"])
    }

    @Test("What is listed reaches narrower activities and not broader ones or siblings")
    func anyOf() throws {
        let index = try index()
        #expect(index.anyOf(["waterstof"], isWithin: ["opslag"]))
        #expect(index.anyOf(["waterstof"], isWithin: ["waterstof"]))
        #expect(!index.anyOf(["opslag"], isWithin: ["waterstof"]))
        #expect(!index.anyOf(["waterstof"], isWithin: ["biogas", "energie"]))
        #expect(index.anyOf(["energie", "waterstof"], isWithin: ["gasopslag"]))
        #expect(!index.anyOf([], isWithin: ["gasopslag"]))
        #expect(!index.anyOf(["gasopslag"], isWithin: []))
    }

    @Test(
        "A scope of some activities leaves out what is excepted, and an excepted activity beside another does not free that"
    )
    func someExcept() throws {
        let index = try index()
        let scope = ActivityScope.these(["opslag"], except: ["gasopslag"])
        #expect(index.scope(scope, covers: ["opslag"]))
        #expect(!index.scope(scope, covers: ["gasopslag"]))
        #expect(index.scope(scope, covers: ["gasopslag", "opslag"]))
    }

    @Test("A scope of any activity leaves out what is excepted and what is narrower")
    func except() throws {
        let index = try index()
        let scope = ActivityScope.any(except: ["gasopslag"])
        #expect(index.scope(scope, covers: ["opslag"]))
        #expect(!index.scope(scope, covers: ["gasopslag"]))
        #expect(!index.scope(scope, covers: ["biogas"]))
        #expect(index.scope(scope, covers: ["biogas", "energie"]))
        #expect(!index.scope(scope, covers: ["biogas", "waterstof"]))
        #expect(index.scope(.any(except: []), covers: ["onbekend"]))
        #expect(!index.scope(.any(except: []), covers: []))
    }

    @Test("Norms about an activity come in the order of the house, each once")
    func normsAbout() throws {
        let index = try index { house in
            house.norm("1-opslag", #"{"activities": ["opslag"]}"#)
            house.norm("2-elk", #"{"activities": "any"}"#)
            house.norm("3-energie", #"{"activities": ["energie"]}"#)
            house.norm("4-dubbel", #"{"activities": ["biogas", "opslag", "biogas"]}"#)
            house.norm("5-behalve", #"{"activities": {"any": true, "except": ["gasopslag"]}}"#)
            house.norm("6-waterstof", #"{"activities": ["waterstof"]}"#)
            house.norm("7-geen", #"{"activities": []}"#)
        }
        func about(_ activities: String...) -> [String] { index.norms(about: activities).map(\.id) }
        #expect(about("biogas") == ["1-opslag", "2-elk", "3-energie", "4-dubbel"])
        #expect(about("waterstof") == ["1-opslag", "2-elk", "4-dubbel", "6-waterstof"])
        #expect(about("opslag") == ["1-opslag", "2-elk", "4-dubbel", "5-behalve"])
        #expect(
            about("energie", "waterstof") == ["1-opslag", "2-elk", "3-energie", "4-dubbel", "5-behalve", "6-waterstof"])
        #expect(about("onbekend") == ["2-elk", "5-behalve"])
        #expect(about().isEmpty)
    }

    @Test("A test on the activity follows the same taxonomy")
    func test() throws {
        var scene = Scene()
        scene.house.activity("gasopslag", #"{"broader": ["opslag"]}"#)
        scene.part.activities = ["gasopslag"]
        #expect(try scene.truth(#"{"activity": ["opslag"]}"#) == .yes)
        #expect(try scene.truth(#"{"activity": ["gasopslag", "anders"]}"#) == .yes)
        #expect(try scene.truth(#"{"activity": ["anders"]}"#) == .no)
        scene.part.activities = ["opslag"]
        #expect(try scene.truth(#"{"activity": ["gasopslag"]}"#) == .no)
    }
}
