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
}
