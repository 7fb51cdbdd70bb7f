import KompasTesting
import Testing

@Suite("At the border of the province")
struct BorderTests {
    @Test("outside the province nothing is assessed")
    func outside() async throws {
        let ending = try await Program.kompas("assess", "Examples/fout/buiten-de-provincie.json", "--on", Project.day)
        #expect(ending.code == 1)
        #expect(ending.out == "")
        #expect(
            ending.messages == [
                "Het initiatief klopt niet:",
                "/geometry: de plek ligt buiten het gebied van provincie Drenthe (kijk of de coördinaten en het coördinatenstelsel kloppen)",
            ])
    }

    @Test("across the border the plan is assessed, with its share outside and the neighbour")
    func across() async throws {
        let report = try await Assessing.example("zonnepark-over-de-grens")
        #expect(report["initiative"]["outsideShare"].number == 0.2429)
        #expect(
            report["warnings"].texts == [
                "24 % van het plan ligt buiten het gebied van provincie Drenthe. Vraag ook Overijssel."
            ])
        #expect(!report["findings"].list.isEmpty)
        let inside = try await Assessing.example("zonnepark")
        #expect(inside["initiative"]["outsideShare"].number == 0)
        #expect(inside["warnings"].list.isEmpty)
    }
}
