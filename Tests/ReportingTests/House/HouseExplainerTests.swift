import Foundation
import KompasTesting
import PolicyContent
import CanonicalJSON
import PolicyModel
import Testing

@testable import Reporting

@Suite("Explaining an id")
struct HouseExplainerTests {
    private func explainer(on day: String = "2026-11-20") throws -> HouseExplainer {
        HouseExplainer(index: try OpenedTestHouse.meerstad().index, on: try #require(PolicyDate(day)))
    }

    private func one(_ id: String, _ kind: RecordKind) throws -> Explanation {
        try #require(explainer().explain(id).first { $0.kind == kind })
    }

    private func usedBy(_ id: String, _ kind: RecordKind) throws -> [String] {
        try one(id, kind).usedBy.map { "\($0.kind) \($0.id)" }
    }

    @Test("A norm is explained with its force, its status and its conditions")
    func norm() throws {
        let norm = try one("oevers.steiger.vrije-vaarweg", .norm)
        #expect(norm.title == "Steiger mits de vaarweg vrij blijft")
        #expect(norm.summary == "Een steiger kan als boten erlangs kunnen blijven varen.")
        #expect(
            norm.facts.map { "\($0.name): \($0.value)" } == [
                "effect: yes-provided: Ja mits", "binding: bindt alleen bestuur", "status: geldend",
                "voorwaarde: De steiger ligt niet in de vaarweg.", "voorwaarde: Schippers houden zicht.",
            ])
        #expect(norm.sources == ["Waterplan Meerstad, 2 (geldend; passage gevonden)"])
    }

    @Test("What uses it is told: of a designation, an activity, a document, a goal, a question")
    func usedBy() throws {
        let fairway = try usedBy("vaarweg", .designation)
        let users = [
            "norm oevers.steiger.vrije-vaarweg", "norm oevers.tuin.aanmoedigen", "layer vaarweg",
            "use-ranking op-de-plas", "agreement vrije-vaarweg",
        ]
        #expect(fairway == users)
        #expect(
            try usedBy("boren", .activity) == ["norm diepte.boren.kleilaag"])
        #expect(try usedBy("rustige-oevers", .goal) == ["norm oevers.loods.geen-nieuwe"])
        #expect(try usedBy("rust-op-het-water", .goal) == ["goal rustige-oevers"])
        #expect(
            try usedBy("oevers.steiger.vrije-vaarweg", .norm) == ["agreement vrije-vaarweg"])
        #expect(
            try usedBy("watertemperatuur", .property) == ["norm diepte.lozen.warm-water", "activity lozen"])
        #expect(try usedBy("moeras", .designation) == ["norm haven.tuin.zoeken"])
        #expect(try usedBy("zicht-op-vaarweg", .openQuestion) == ["norm oevers.steiger.vrije-vaarweg"])
    }

    @Test("An id that is used for several things is explained for each")
    func severalKinds() throws {
        #expect(try explainer().explain("vaarweg").map(\.kind) == [.designation, .layer, .term])
    }

    @Test("The status is that of the day")
    func day() throws {
        let draft = try #require(explainer(on: "2019-06-01").explain("waterplan").first)
        #expect(draft.facts.first { $0.name == "status" }?.value == "ontwerp, nog niet vastgesteld")
        let before = try #require(explainer(on: "2018-06-01").explain("waterplan").first)
        #expect(before.facts.first { $0.name == "status" }?.value == "niet bekend")
    }

    @Test("An id that does not exist has suggestions")
    func suggestions() throws {
        #expect(try explainer().explain("vaarwegen") == [])
        #expect(try explainer().suggestions(for: "stadsgrans").first == "stadsgrens")
    }

    @Test("An id is suggested once, also when several things have it")
    func suggestionsOnce() throws {
        let suggestions = try explainer().suggestions(for: "vaarwegg")
        #expect(suggestions == ["vaarweg"])
    }

    @Test("The explanation as text tells the same")
    func text() throws {
        let text = TextExplanation(try one("moeras", .designation), width: 60).render()
        #expect(
            text == """
                Het moeras
                aanduiding · moeras

                  gebruikt door     norm haven.tuin.zoeken

                """)
    }
}

/// The house beside the project.
@Suite("Explaining the real house")
struct RealHouseExplanationTests {
    @Test("every id that a record or a part of one carries can be explained, and says where it comes from")
    func everyId() throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: PackageRoot.url("content").path)
        where FileManager.default.fileExists(atPath: PackageRoot.url("content/\(name)/house.yaml").path) {
            let loaded = HouseLoader(folder: PackageRoot.url("content/\(name)")).load()
            let house = try #require(loaded.house)
            let records = HouseRecords(house)
            let explained = Dictionary(grouping: records.all, by: \.id)
            #expect(house.recordIds.subtracting(explained.keys).subtracting([house.id]).sorted() == [])
            let withoutSource: Set<RecordKind> = [.document, .layer, .activity, .property, .function, .openQuestion]
            // Borders are no policy: their layer says where they come from.
            let borders = Set(house.designations.filter { $0.kind != .policy }.map(\.id))
            let bare = records.all.filter {
                $0.sources.isEmpty && !withoutSource.contains($0.kind) && !borders.contains($0.id)
            }
            #expect(bare.map { "\($0.kind) \($0.id)" }.sorted() == [])
        }
    }
}
