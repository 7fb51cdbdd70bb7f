import Testing

@Suite("Salt domes")
struct SaltDomeTests {
    @Test("storing hydrogen at Hooghalen is encouraged by letter K")
    func hooghalen() async throws {
        let finding = try await Assessing.example("waterstof-hooghalen").finding("bodem.energie.zoutkoepels-voorkeur")
        #expect(finding["state"].text == "applies")
        #expect(finding["effect"].text == "encouraged")
        #expect(finding["label"].text == "De provincie stimuleert dit")
        #expect(place(finding["source"]) == "bodemstrategie-2021 3/3.6/3.6.1/K")
    }

    @Test("the order of uses at Hooghalen has edges of C, M and N, and knows what it does not know")
    func order() async throws {
        let report = try await Assessing.example("waterstof-hooghalen")
        #expect(report.edges("ondergrond", "preferredHere") == [])
        #expect(
            report.edges("ondergrond", "yieldingHere") == [
                "c-tijdelijk-voor-permanent/permanente-opslag",
                "m-energieopslag-in-zoutkoepel/opslag-co2",
                "m-energieopslag-in-zoutkoepel/opslag-formatiewater",
                "m-energieopslag-in-zoutkoepel/opslag-gevaarlijke-stoffen",
                "m-energieopslag-in-zoutkoepel/opslag-industriele-gassen",
                "m-energieopslag-in-zoutkoepel/opslag-radioactief-afval",
                "o-koepels-voor-duurzame-energie/opslag-radioactief-afval",
            ])
        // Nobody knows here where groundwater is for drinking, where heat can be won or gas stored.
        #expect(
            report.edges("ondergrond", "unknownClaims") == [
                "c-bodemenergie-voor-energieopslag/bodemenergie",
                "c-bodemenergie-voor-energieopslag/geothermie",
                "c-drinkwater/drinkwaterwinning",
                "c-gasopslag-voor-energieopslag/opslag-aardgas-strategisch",
                "c-gasopslag-voor-energieopslag/opslag-biogas",
                "n-geothermie-voor-andere-gassen/geothermie",
            ])
        let edges = report["useRankings"].first(where: "ranking", is: "ondergrond")
        let letters = ["yieldingHere", "unknownClaims"].flatMap { edges[$0].list }
            .compactMap { $0["source"]["label"].text }
        #expect(Set(letters).isSuperset(of: ["C", "M", "N"]))
        #expect(report.layer("grondwater-drinkwater")["state"].text == "noData")
        #expect(report.layer("aquifers-geothermie")["state"].text == "noLayer")
        #expect(report.layer("gasreservoirs")["state"].text == "noData")
    }

    @Test("the same plan at Schoonloo meets a prohibition of 10.6.1 C, and nothing encourages it")
    func schoonloo() async throws {
        let report = try await Assessing.example("waterstof-schoonloo")
        let finding = try report.finding("bodem.delfstoffen.zoutkoepels-niet-benutten")
        #expect(finding["state"].text == "applies")
        #expect(finding["effect"].text == "prohibited")
        #expect(place(finding["source"]) == "bodemstrategie-2021 10/10.6/10.6.1/C")
        #expect(!report["findings"].list.contains { $0["effect"].text == "encouraged" })
        #expect(!report.hasFinding("bodem.energie.zoutkoepels-voorkeur"))
    }

    @Test(
        "extracting salt at Hooghalen asks for a use afterwards: not told, absent, or there as a second part",
        arguments: [
            ("zoutwinning-hooghalen", String?.none, "open", "nagebruik:open"),
            ("zoutwinning-hooghalen-zonder-nagebruik", nil, "someNotMet", "nagebruik:notMet"),
            ("zoutwinning-hooghalen-met-opslag", "winning", "allMet", "nagebruik:met"),
        ])
    func afterUse(example: String, part: String?, state: String, condition: String) async throws {
        let finding = try await Assessing.example(example)
            .finding("bodem.delfstoffen.zoutkoepels-met-nagebruik", part: part)
        #expect(finding["state"].text == "applies")
        #expect(finding["effect"].text == "yes-provided")
        #expect(finding["conditionsState"].text == state)
        #expect(conditions(finding) == [condition])
        #expect(place(finding["source"]) == "bodemstrategie-2021 10/10.6/10.6.1/B")
        #expect(finding["parts"].texts == [part ?? "1"])
    }
}
