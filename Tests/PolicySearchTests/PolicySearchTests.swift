import PolicyModel
import PolicySearch
import Reporting
import Testing

/// In the invented water town, whose every text is known.
@Suite("Searching a house")
struct PolicySearchTests {
    private let town: SearchableHouse

    init() throws { town = try SearchableHouse.meerstad() }

    @Test("What is called just what was asked comes first, then what has it in its title, then what says it")
    func titleFirst() throws {
        let found = try town.found("vaarweg")
        #expect(Set(found.prefix(2)) == ["term vaarweg", "designation vaarweg"])
        let inTitle: Set = [
            "norm oevers.steiger.vrije-vaarweg", "norm oevers.tuin.aanmoedigen", "agreement vrije-vaarweg",
            "open-question zicht-op-vaarweg",
        ]
        #expect(Set(found.dropFirst(2).prefix(4)) == inTitle)
        // Only its places are on the fairway.
        #expect(found.last == "use-ranking op-de-plas")
        #expect(found.count == 7)
    }

    @Test("Small words in a title and in a question do not matter")
    func smallWords() throws {
        #expect(try town.found("wat is de plas?").first == "designation plas")
        #expect(try town.found("het moeras").first == "designation moeras")
    }

    @Test(
        "Another form, a beginning, capitals and accents find the same",
        arguments: ["steigers", "steig", "STEIGER", "st\u{E9}iger", "ste\u{301}iger", "  steiger!? "])
    func forms(_ asked: String) throws {
        let found = try town.found("steiger")
        #expect(found.count == 5)
        #expect(Set(try town.found(asked)) == Set(found))
    }

    @Test("A part of a compound finds it, and a compound its parts")
    func compounds() throws {
        #expect(try town.found("loods") == ["norm oevers.loods.geen-nieuwe", "activity botenloods"])
        #expect(try town.found("boten loods").prefix(2).contains("activity botenloods"))
        // Nothing has this word; its parts stand in a condition of a norm and in the question that it asks.
        #expect(
            Set(try town.found("schipperszicht")) == [
                "open-question zicht-op-vaarweg", "norm oevers.steiger.vrije-vaarweg",
            ])
    }

    @Test("A condition is found by the norm that it stands in, a norm by the everyday name of its activity")
    func otherWords() throws {
        #expect(try town.found("schippers zicht", kinds: [.norm]) == ["norm oevers.steiger.vrije-vaarweg"])
        #expect(
            Set(try town.found("tuinvlot")) == [
                "activity drijvende-tuin", "norm oevers.tuin.aanmoedigen", "norm haven.tuin.zoeken",
                "use-ranking op-de-plas",
            ])
    }

    @Test("A typing error is read as the nearest word, and told")
    func typingError() throws {
        let results = try town.results("vaarwge")
        #expect(results.corrections == [.init(asked: "vaarwge", used: "vaarweg")])
        #expect(results.hits.map(\.name) == (try town.found("vaarweg")))
        #expect(try town.results("vaarweg").corrections == [])
    }

    @Test("A word that is the beginning of others gets a suggestion when it is much like another word")
    func suggestion() throws {
        let results = try town.results("tuine")
        #expect(results.corrections == [])
        #expect(try town.results("rustige").suggestions == [])
    }

    @Test("When few have all words, those with some of them follow")
    func loose() throws {
        let both = try town.results("kleilaag botenloods")
        #expect(both.withAllWords == 0)
        #expect(both.isLoose)
        #expect(
            Set(both.hits.map(\.name)) == [
                "norm diepte.boren.kleilaag", "norm oevers.loods.geen-nieuwe", "activity botenloods",
            ])
        let one = try town.results("steiger melden")
        #expect(one.withAllWords == 1)
        #expect(one.hits.first?.name == "norm haven.steiger.melden")
        #expect(one.total == 5)
    }

    @Test("A word that nothing has and nothing is like is told, and does not hide the other words")
    func unknown() throws {
        let results = try town.results("kwantumcomputer kleilaag")
        #expect(results.unknownWords == ["kwantumcomputer"])
        #expect(results.hits.map(\.name) == ["norm diepte.boren.kleilaag"])
        let nothing = try town.results("kwantumcomputer")
        #expect(nothing.hits == [])
        #expect(nothing.total == 0)
        #expect(nothing.unknownWords == ["kwantumcomputer"])
    }

    @Test("Words between quotes must stand next to each other")
    func phrase() throws {
        #expect(
            Set(try town.found("\"boten varen\"", kinds: [.norm, .term])) == [
                "term vaarweg", "norm oevers.tuin.aanmoedigen",
            ])
        #expect(try town.results("\"varen boten\"").withAllWords == 0)
    }

    @Test("Filters leave out other kinds, documents and states, and the counts tell what another choice would give")
    func filters() throws {
        let all = try town.results("steiger")
        #expect(all.byKind == [.norm: 2, .activity: 1, .placeLadder: 1, .agreement: 1])
        #expect(all.byDocument == ["waterplan": 2, "havenbrief": 2])
        #expect(all.byStatus == [.inForce: 2, .draft: 2])
        let norms = try town.results("steiger", kinds: [.norm])
        #expect(norms.total == 2)
        #expect(norms.byKind == all.byKind)
        #expect(norms.byDocument == ["waterplan": 1, "havenbrief": 1])
        let letter = try town.results("steiger", document: "havenbrief")
        #expect(Set(letter.hits.map(\.name)) == ["norm haven.steiger.melden", "agreement vrije-vaarweg"])
        #expect(letter.byDocument == all.byDocument)
        let drafts = try town.results("steiger", kinds: [.norm], status: .draft)
        #expect(drafts.hits.map(\.name) == ["norm haven.steiger.melden"])
        // On this day the plan was a draft too.
        #expect(try town.results("steiger", kinds: [.norm], status: .draft, on: "2024-06-01").total == 1)
        #expect(try town.results("steiger", kinds: [.norm], status: .draft, on: "2019-06-01").total == 1)
        #expect(try town.results("steiger", document: "keur").total == 0)
    }

    @Test("Pages follow each other without a gap")
    func paging() throws {
        let all = try town.results("steiger").hits
        let pages = try [0, 2, 4, 6].map { try town.results("steiger", offset: $0, limit: 2) }
        #expect(pages.flatMap(\.hits) == all)
        #expect(pages.map(\.hits.count) == [2, 2, 1, 0])
        #expect(pages.map(\.total) == [5, 5, 5, 5])
    }

    @Test("The words that were looked for are marked, also in another form")
    func marks() throws {
        let hit = try #require(try town.results("tuinen boot", kinds: [.norm]).hits.first)
        #expect(hit.name == "norm oevers.tuin.aanmoedigen")
        #expect(
            hit.title == [
                MarkedText("Drijvende "), MarkedText("tuinen", isMarked: true), MarkedText(" buiten de vaarweg"),
            ])
        #expect(
            hit.excerpt == [
                MarkedText("Het bestuur ziet graag drijvende "), MarkedText("tuinen", isMarked: true),
                MarkedText(" waar geen "), MarkedText("boten", isMarked: true), MarkedText(" varen."),
            ])
    }

    @Test("An id is found")
    func byId() throws {
        #expect(try town.found("haven.steiger.melden").first == "norm haven.steiger.melden")
    }

    @Test("Nothing asked is nothing found", arguments: ["", "   ", "?!", "\"\"", "*"])
    func nothing(_ text: String) throws {
        #expect(try town.results(text) == town.results("\u{0}"))
        #expect(try town.results(text).hits == [])
    }

    @Test("A question of a frame is found with the frame that it stands in")
    func question() throws {
        let hit = try #require(try town.results("blijft het water rustig").hits.first)
        #expect(hit.key == RecordKey(.question, "rust-water", owner: "rust-en-ruimte"))
    }
}
