import KompasTesting
import Testing

@Suite("Enlarging the training ground De Haar")
struct TrainingGroundTests {
    private func report() async throws -> Report { try await Assessing.example("de-haar") }

    @Test("the function changes, as follows from the activity and the place")
    func functionChange() async throws {
        let trigger = try await report().trigger("functie-verandert")
        #expect(trigger["state"].text == "yes")
        #expect(trigger["because"].texts == ["function-change", "in:landbouwgebied", "in:natuurnetwerk"])
        #expect(trigger["onceAdopted"].flag == true)
        #expect(trigger["obligatory"].flag == false)
    }

    @Test("it pulls against farmland and against nature")
    func tensions() async throws {
        let tensions = try await report()["tensions"].all(where: "kind", is: "function")
        #expect(
            tensions.map { $0["between"].texts } == [
                ["landbouwgebied", "militair-oefenterrein"], ["natuurnetwerk", "militair-oefenterrein"],
                ["landbouwgebied", "natuurnetwerk"],
            ])
    }

    @Test("a Natura 2000 area lies 472.2 metres away, so people must say whether an appropriate assessment is needed")
    func natura2000() async throws {
        let report = try await report()
        let nearby = report["place"]["nearby"].first(where: "designation", is: "natura2000")
        #expect(nearby["name"].text == "Witterveld")
        #expect(nearby["distanceMetres"].number == 472.2)
        let trigger = report.trigger("passende-beoordeling-nodig")
        #expect(trigger["state"].text == "undecided")
        #expect(trigger["obligatory"].flag == true)
        #expect(trigger["open"].list.compactMap { $0["id"].text } == ["natura2000-significante-gevolgen"])
        // `mer` is told to be unknown.
        #expect(report.trigger("mer-nodig")["state"].text == "undecided")
    }

    @Test("declared shares stand beside the computed ones")
    func shares() async throws {
        let report = try await report()
        #expect(report["initiative"]["parts"][0]["measure"]["value"].number == 2_920_000)
        let functions = report["place"]["primaryFunctions"].list.map {
            "\($0["id"].text ?? "") \($0["share"].number ?? 0)"
        }
        // By hand: 2,555,000 and 330,000 of 2,920,000 m2.
        #expect(functions == ["landbouw 0.875", "natuur 0.113"])
        #expect(
            report["warnings"].texts == [
                "Opgegeven: 261 ha landbouw (Ruimtelijk Arrangement 2025, 3.7); volgens de kaartlagen is het 255,5 ha.",
                "Opgegeven: 29 ha natuur (Ruimtelijk Arrangement 2025, 3.7); volgens de kaartlagen is het 33 ha.",
                "Opgegeven: 2 ha overig (Ruimtelijk Arrangement 2025, 3.7). Van die functie is hier geen kaartlaag om het mee te vergelijken.",
            ])
    }

    @Test("the agreement about it is due for review, and what comes from it is not decided")
    func agreement() async throws {
        let report = try await report()
        let agreement = report["agreements"].first(where: "agreement", is: "arrangement-3-7-de-haar")
        #expect(agreement["state"].text == "due-for-review")
        #expect(agreement["reciprocity"].text == "both")
        let finding = try report.finding("arrangement.de-haar.gebiedsproces")
        #expect(finding["documentStatus"].text == "due-for-review")
        #expect(finding["state"].text == "undecided")
        #expect(causes(finding) == ["statusUncertain:arrangement-2025"])
    }

    @Test("the ordinance was not read, and that is said")
    func notConsulted() async throws {
        let ordinance = try await report()["notConsulted"].first(where: "document", is: "omgevingsverordening")
        #expect(ordinance["why"].text == "notLoaded")
        #expect(ordinance["findings"].texts.contains("visie.natuur.netwerk-regels"))
        let text = try await Program.kompas("assess", Project.example("de-haar"), "--on", Project.day)
        #expect(text.code == 0)
        #expect(text.out.contains("Omgevingsverordening Drenthe"))
        #expect(!text.out.contains("\u{1B}["))
    }
}
