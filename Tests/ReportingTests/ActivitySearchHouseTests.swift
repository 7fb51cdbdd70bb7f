import NormEngine
import Testing

@Suite("Searching activities by everyday words")
struct ActivitySearchHouseTests {
    private func search(_ text: String) throws -> [ActivitySearch.Result] {
        ActivitySearch(index: try OpenedTestHouse.meerstad().index).search(text)
    }

    @Test("A label, a synonym and an id are exact", arguments: ["Steiger aanleggen", "steiger", "STEIGER  aanleggen!"])
    func exact(_ text: String) throws {
        let first = try #require(search(text).first)
        #expect(first == ActivitySearch.Result(id: "steiger", label: "Steiger aanleggen", score: 1))
    }

    @Test("A synonym gives the label of its activity")
    func synonym() throws {
        #expect(try search("tuinvlot").first?.label == "Drijvende tuin aanleggen")
        #expect(try search("schuur voor boten").first == .init(id: "botenloods", label: "Botenloods bouwen", score: 1))
    }

    @Test("The begin of a word finds it, below an exact word")
    func prefix() throws {
        let first = try #require(search("boten").first)
        #expect(first.id == "botenloods")
        #expect(first.score < 1)
        #expect(first.score > 0.45)
    }

    @Test("A typing error finds it, below the right word")
    func typingError() throws {
        let first = try #require(search("steigr").first)
        #expect(first.id == "steiger")
        #expect(first.score < 0.95)
    }

    @Test("Words that nothing is like find nothing")
    func nothing() throws {
        #expect(try search("kwantumcomputer") == [])
        #expect(try search("") == [])
    }

    @Test("Results stand best first, and no more than asked")
    func order() throws {
        let results = try search("aanleggen")
        #expect(results.map(\.score) == results.map(\.score).sorted(by: >))
        let index = try OpenedTestHouse.meerstad().index
        #expect(ActivitySearch(index: index).search("aanleggen", limit: 1).count == 1)
    }

    @Test(
        "In the real house everyday words find what people mean",
        arguments: [
            ("zonnepanelen op het land", ["zonnepark"]),
            ("zonnepanelen", ["zonne-energie", "zonnepark", "zonnepanelen-op-dak"]),
            ("huizen bouwen", ["woningbouw"]), ("huisje", ["woningbouw", "recreatie"]), ("accu", ["batterijopslag"]),
            ("windmolen", ["windpark"]), ("windmolens", ["windpark"]),
            ("boren", ["boring"]),
            ("gas winnen", ["gaswinning"]), ("kerncentrale", ["kernenergie-smr"]), ("co2 opslaan", ["opslag-co2"]),
        ])
    func everyday(_ words: String, _ sensible: [String]) throws {
        let results = ActivitySearch(index: try OpenedTestHouse.pv22().index).search(words)
        let first = try #require(results.first, "nothing found for `\(words)`")
        #expect(sensible.contains(first.id), "\(results.prefix(3).map { "\($0.id) \($0.score)" })")
    }
}
