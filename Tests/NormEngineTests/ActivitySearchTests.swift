import NormEngine
import PolicyModel
import Testing

struct ActivitySearchTests {
    private func search() throws -> ActivitySearch {
        var house = TestHouse()
        house.activity("windpark", #"{"label": "Windpark", "synonyms": ["windmolens", "windturbines plaatsen"]}"#)
        house.activity("zonnepark", #"{"label": "Zonnepark", "synonyms": ["zonneweide", "zonnepanelen op land"]}"#)
        house.activity("zon-op-dak", #"{"label": "Zonnepanelen op dak"}"#)
        house.activity("co2", #"{"label": "Opslag van CO₂", "synonyms": ["CCS"]}"#)
        house.activity("reeel", #"{"label": "Reëel café"}"#)
        return ActivitySearch(index: try house.index())
    }

    private func found(_ text: String) throws -> [String] { try search().search(text).map(\.id) }

    @Test("A label, an id or a synonym as it is written scores one", arguments: ["Windpark", "windmolens", "WINDPARK"])
    func exact(text: String) throws {
        let first = try #require(try search().search(text).first)
        #expect(first == ActivitySearch.Result(id: "windpark", label: "Windpark", score: 1))
    }

    @Test("Small words, capitals and diacritics do not matter")
    func plainWords() throws {
        #expect(try search().search("ik wil een windpark").first?.score == 1)
        #expect(try search().search("reeel cafe").first?.id == "reeel")
        #expect(try search().search("ccs").first?.id == "co2")
    }

    @Test("The beginning of a word and a typing error find it, below an exact word")
    func forgiving() throws {
        // 0.95 for a whole word, times 0.9 for a beginning; 0.75 for a swap.
        #expect(try search().search("zonnepa").first?.id == "zonnepark")
        #expect(try search().search("zonnepa").first?.score == 0.855)
        #expect(try search().search("wnidpark").first == .init(id: "windpark", label: "Windpark", score: 0.7125))
    }

    @Test("Each activity is found once, the best first")
    func order() throws {
        #expect(try found("zonnepanelen dak").first == "zon-op-dak")
        #expect(try found("zonnepanelen").sorted() == ["zon-op-dak", "zonnepark"])
        #expect(try search().search("zonnepanelen", limit: 1).count == 1)
    }

    @Test("Nothing is found for nothing or for what is like nothing", arguments: ["", "   ", "xqzv", "kernfusie"])
    func nothing(text: String) throws {
        #expect(try found(text).isEmpty)
    }

    // Expected values below are worked out by hand from the rules: a name that stands wholly in what was asked scores
    // 0.35 + 0.6 of what it covers, any other 0.95 of that.

    @Test("Other forms of a word find it", arguments: ["windparken", "windparkje", "de windparkjes"])
    func otherForms(text: String) throws {
        // 0.35 + 0.6 * 0.97.
        #expect(try search().search(text).first == .init(id: "windpark", label: "Windpark", score: 0.932))
    }

    @Test("Plurals, diminutives and doubled letters of Dutch are forgiven")
    func dutchForms() throws {
        var house = TestHouse()
        house.activity("boom", #"{"label": "Boom"}"#)
        house.activity("kas", #"{"label": "Kas"}"#)
        house.activity("duif", #"{"label": "Duif"}"#)
        house.activity("fiets", #"{"label": "Fiets"}"#)
        house.activity("plan", #"{"label": "Plan"}"#)
        let search = ActivitySearch(index: try house.index())
        for (text, id) in [
            ("bomen", "boom"), ("boompje", "boom"), ("boompjes", "boom"), ("kassen", "kas"), ("kasje", "kas"),
            ("duiven", "duif"), ("fietsen", "fiets"), ("fietsje", "fiets"), ("plannen", "plan"),
        ] {
            #expect(search.search(text).map(\.id) == [id], "\(text)")
            #expect(search.search(text).first?.score == 0.932, "\(text)")
        }
    }

    @Test("In a house of another language words stay as they are")
    func otherLanguage() throws {
        var house = TestHouse()
        house.activity("windpark", #"{"label": "Windpark"}"#)
        var other = try house.house()
        other.language = "de"
        // 0.95 * (0.62 + 0.2 * 8 / 10): only its begin is a known word.
        #expect(ActivitySearch(index: HouseIndex(other)).search("windparken").first?.score == 0.741)
    }

    @Test("A word of many activities counts for less than a word of one")
    func rareWords() throws {
        var house = TestHouse()
        for name in ["Haven", "Bos", "Weg"] { house.activity(name.lowercased(), #"{"label": "\#(name) dempen"}"#) }
        house.activity("kanaal", #"{"label": "Kanaal"}"#)
        let search = ActivitySearch(index: try house.index())
        // dempen: log(1 + 4 / 3) / log(1 + 4) = 0.5265; havens: (0.97 + 0.5265) / 1.5265 = 0.9803 is covered.
        #expect(search.search("havens dempen").first == .init(id: "haven", label: "Haven dempen", score: 0.9382))
        // The canal covers 1 of 1.5265 wholly, the others only the digging.
        #expect(search.search("kanaal dempen").first == .init(id: "kanaal", label: "Kanaal", score: 0.7431))
    }

    @Test("A word written apart or together is the same word")
    func apartOrTogether() throws {
        #expect(try search().search("wind park").first == .init(id: "windpark", label: "Windpark", score: 0.98))
        #expect(try search().search("zonnepanelendak").first?.id == "zon-op-dak")
    }

    @Test("The name of a place, or a sentence around it, does not hide an activity")
    func sentences() throws {
        // A word that nothing is like weighs 0.3: 0.35 + 0.6 / 1.3.
        #expect(try search().search("een windpark bij Xanten").first?.score == 0.8115)
        #expect(try search().search("mag ik hier windmolens plaatsen?").first?.id == "windpark")
    }

    @Test("A word that is known is no typing error for another")
    func knownWords() throws {
        var house = TestHouse()
        house.activity("boren", #"{"label": "Boren"}"#)
        house.activity("boeren", #"{"label": "Boeren"}"#)
        let search = ActivitySearch(index: try house.index())
        #expect(search.search("boren").map(\.id) == ["boren"])
        #expect(search.search("boeren").map(\.id) == ["boeren"])
        #expect(search.search("boeern").first?.id == "boeren")
    }

    @Test("Of two that are found alike the more general goes first")
    func generalFirst() throws {
        var house = TestHouse()
        house.activity("gas", #"{"label": "Aardgas winnen", "broader": ["grond"], "synonyms": ["boren"]}"#)
        house.activity("grond", #"{"label": "De ondergrond gebruiken", "synonyms": ["boren"]}"#)
        let search = ActivitySearch(index: try house.index())
        #expect(search.search("boren").map(\.id) == ["grond", "gas"])
        #expect(search.search("boren").map(\.score) == [1, 1])
    }
}
