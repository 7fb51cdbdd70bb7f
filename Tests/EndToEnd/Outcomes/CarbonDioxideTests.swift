import Testing

@Suite("Storing CO2 in an empty gas field")
struct CarbonDioxideTests {
    private func report() async throws -> Report { try await Assessing.example("co2-leeg-gasveld") }

    @Test("letter P prohibits it, the province does not cooperate and the State decides")
    func prohibited() async throws {
        let finding = try await report().finding("bodem.energie.co2-opslag")
        #expect(finding["state"].text == "applies")
        #expect(finding["effect"].text == "prohibited")
        #expect(finding["label"].text == "De provincie werkt hier niet aan mee")
        #expect(finding["documentStatus"].text == "in-force")
        #expect(finding["force"].text == "self-binding")
        #expect(finding["competentAuthority"].text == "rijk")
        #expect(place(finding["source"]) == "bodemstrategie-2021 3/3.6/3.6.1/P")
        #expect(finding["source"]["label"].text == "P")
        #expect(finding["source"]["verified"].flag == true)
    }

    @Test("the draft vision says the same in 2.4 as a finding of its own, below what is in force")
    func draft() async throws {
        let report = try await report()
        let draft = try report.finding("visie.ondergrond.co2")
        #expect(draft["documentStatus"].text == "draft")
        #expect(draft["effect"].text == "prohibited")
        #expect(draft["label"].text == "Ongewenst volgens ontwerpbeleid")
        #expect(place(draft["source"]) == "omgevingsvisie-2026 2/2.4")
        let strategy = try report.finding("bodem.energie.co2-opslag")
        #expect(strategy["sources"].list.map(place).dropFirst().first == "omgevingsvisie-2026 2/2.4")
        #expect(draft["sources"].list.map(place).contains("bodemstrategie-2021 3/3.6/3.6.1/P"))
        // Nothing that is in force stands below something that is a draft.
        let statuses = report["findings"].list.compactMap { $0["documentStatus"].text }
        let firstDraft = try #require(statuses.firstIndex(of: "draft"))
        #expect(!statuses[firstDraft...].contains("in-force"))
        #expect(try #require(report["findings"].list.firstIndex(of: strategy)) < firstDraft)
    }

    @Test("no depth is told, and the prohibition does not ask for one")
    func noDepth() async throws {
        let report = try await report()
        #expect(report["initiative"]["parts"][0]["depth"].isNull)
        for norm in ["bodem.energie.co2-opslag", "visie.ondergrond.co2"] {
            let finding = try report.finding(norm)
            #expect(finding["missing"].list.isEmpty)
            #expect(finding["undecidedBecause"].list.isEmpty)
            #expect(!finding["because"].list.contains { $0["step"].text == "depth" })
        }
    }
}
