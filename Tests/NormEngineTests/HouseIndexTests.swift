import NormEngine
import PolicyModel
import Testing

struct HouseIndexTests {
    @Test("Everything is found by its id, and of two with one id the first")
    func lookups() throws {
        var house = TestHouse()
        house.norm("n", #"{"title": "eerste", "sameAs": "groep"}"#)
        house.norm("n", #"{"title": "tweede"}"#)
        house.norm("m", #"{"sameAs": "groep"}"#)
        house.designation("d", #"{"primaryFunction": "natuur"}"#)
        house.designation("e")
        house.activity("a")
        let index = try house.index()
        #expect(index.norms["n"]?.title == "eerste")
        #expect(index.norms["x"] == nil)
        #expect(index.designations.keys.sorted() == ["d", "e"])
        #expect(index.activities["a"]?.label == "a")
        #expect(index.documents["beleid"]?.loaded == true)
        #expect(index.groups.mapValues { $0.map(\.id) } == ["groep": ["n", "m"]])
        #expect(index.functionDesignations.map(\.id) == ["d"])
    }

    @Test("The questions of the house are known with what they ask")
    func questions() throws {
        var house = TestHouse()
        house.norm("n", #"{"where": {"not": {"open": {"question": "q", "asks": "Zo?"}}}}"#)
        let index = try house.index()
        #expect(index.questions == ["q"])
        #expect(index.questionTexts == ["q": "Zo?"])
    }

    @Test("A passage is verified when its hash was found in its own document")
    func verified() throws {
        var house = try TestHouse().house()
        house.verified = ["beleid": ["aa"], "ander": ["bb"]]
        let index = HouseIndex(house)
        func reference(_ hash: String?) throws -> SourceReference {
            let text = hash.map { #", "sha256": "\#($0)""# } ?? ""
            return try decode(
                SourceReference.self,
                #"{"document": "beleid", "path": ["1"], "passage": {"unit": "item", "starts": "Een"\#(text)}}"#)
        }
        #expect(index.isVerified(try reference("aa")))
        #expect(!index.isVerified(try reference("bb")))
        #expect(!index.isVerified(try reference(nil)))
    }

    @Test("An empty house can be asked everything")
    func empty() throws {
        let index = try TestHouse.bare.index()
        #expect(index.norms(about: ["doen"]).isEmpty)
        #expect(!index.contradict(.prohibited, .permitted))
        #expect(index.label(effect: .duty, force: .binding, status: nil) == "duty")
        #expect(index.questions.isEmpty && index.functionDesignations.isEmpty)
    }
}
