import Testing

@Suite("Extracting sand at the nature network")
struct SandTests {
    private let letterH = "bodem.delfstoffen.zandwinning-natuurnetwerk"

    @Test("inside it is prohibited by letter H")
    func inside() async throws {
        let report = try await Assessing.example("zandwinning-in-natuurnetwerk")
        let finding = try report.finding(letterH)
        #expect(finding["state"].text == "applies")
        #expect(finding["effect"].text == "prohibited")
        #expect(finding["certain"].flag == true)
        #expect(place(finding["source"]) == "bodemstrategie-2021 10/10.6/10.6.1/H")
        let step = finding["because"].first(where: "step", is: "where")
        #expect(step["result"].text == "yes")
        // The whole plan of 300 by 300 metres.
        #expect(step["value"].number == 90_000)
        #expect(report.layer("natuurnetwerk")["state"].text == "hit")
    }

    @Test("40 metres outside a line that is 100 metres wide it is undecided, and the trace has the distance")
    func near() async throws {
        let report = try await Assessing.example("zandwinning-40-m-buiten")
        let finding = try report.finding(letterH)
        #expect(finding["state"].text == "undecided")
        #expect(causes(finding) == ["near:natuurnetwerk"])
        let step = finding["because"].first(where: "step", is: "where")
        #expect(step["about"].text == "in:natuurnetwerk")
        #expect(step["result"].text == "unknown")
        #expect(step["value"].number == 40)
        #expect(step["unit"].text == "m")
        let layer = report.layer("natuurnetwerk")
        #expect(layer["state"].text == "near")
        #expect(layer["hits"][0]["distanceMetres"].number == 40)
        #expect(layer["precision"]["widthMetres"].number == 100)
    }

    @Test("2 kilometres outside H does not apply because of the place; E, F and G still hold")
    func far() async throws {
        let report = try await Assessing.example("zandwinning-2-km-buiten")
        #expect(!report.hasFinding(letterH))
        #expect(report.notApplied(letterH)["because"].text == "where")
        #expect(report.notApplied(letterH)["detail"].text == "in:natuurnetwerk")
        #expect(report.layer("natuurnetwerk")["state"].text == "none")
        for (norm, letter, effect) in [
            ("bodem.delfstoffen.zandwinning-behoefte", "E", "no-unless"),
            ("bodem.delfstoffen.zandwinning-daarna", "F", "no-unless"),
            ("bodem.delfstoffen.zandwinning-concentreren", "G", "siting-preference"),
        ] {
            let finding = try report.finding(norm)
            #expect(finding["state"].text == "applies")
            #expect(finding["effect"].text == effect)
            #expect(finding["source"]["path"].texts.last == letter)
        }
    }
}
