import Testing

@Suite("Heat and cold storage with a filter from 60 to 120 metres")
struct GroundEnergyTests {
    private let bore = "bodem.energie.wko-zone1-verbod-boring"
    private let filter = "bodem.energie.wko-zone2-restrictie"

    @Test("the filter lies in the zone from 25 to 500 metres: restrictions apply")
    func filterZone() async throws {
        let report = try await Assessing.example("wko-filter-60-120", "--demo")
        let finding = try report.finding(filter)
        #expect(finding["state"].text == "applies")
        #expect(finding["effect"].text == "yes-provided")
        #expect(place(finding["source"]) == "bodemstrategie-2021 12/Kaart 2/Legenda")
        #expect(conditions(finding) == ["beperkingen:open"])
        let depth = finding["because"].first(where: "step", is: "depth")
        #expect(depth["about"].text == "depth:use")
        #expect(depth["result"].text == "yes")
        #expect(depth["value"].text == "60-120")
        let site = finding["because"].first(where: "step", is: "where")
        #expect(site["about"].text == "in:wko-zone2-restrictie")
        // The whole plan of 200 by 150 metres.
        #expect(site["value"].number == 30_000)
        #expect(report["warnings"].texts.contains { $0.hasPrefix("Er zijn voorbeeldlagen gebruikt.") })
    }

    @Test("the bore passes a prohibition down to 25 metres; whether a bore counts is a question to people")
    func boreZone() async throws {
        let report = try await Assessing.example("wko-filter-60-120", "--demo")
        let finding = try report.finding(bore)
        #expect(finding["state"].text == "undecided")
        #expect(finding["effect"].text == "prohibited")
        #expect(causes(finding) == ["openQuestion:wko-boring-telt"])
        #expect(finding["because"].first(where: "step", is: "where")["about"].text == "in:wko-zone1-verbod")
        #expect(finding["because"].first(where: "step", is: "where")["result"].text == "yes")
        #expect(report.notApplied("bodem.energie.wko-zone1-verbod")["because"].text == "depth")
    }

    @Test("without the example layers no zone is decided")
    func withoutDemo() async throws {
        let report = try await Assessing.example("wko-filter-60-120")
        for (norm, expected) in [
            (bore, ["noLayer:wko-zone1-verbod", "openQuestion:wko-boring-telt"]),
            (
                "bodem.energie.wko-zone1-restrictie-boring",
                ["noLayer:wko-zone1-restrictie", "openQuestion:wko-boring-telt"]
            ),
            ("bodem.energie.wko-zone2-verbod", ["noLayer:wko-zone2-verbod"]),
            (filter, ["noLayer:wko-zone2-restrictie"]),
        ] {
            let finding = try report.finding(norm)
            #expect(finding["state"].text == "undecided")
            #expect(causes(finding) == expected)
        }
    }

    @Test(
        "who decides follows from the system and the depth",
        arguments: [
            ("wko-open", "60-120", "bodem.energie.bevoegd-open-systemen", "provincie"),
            ("wko-gesloten", "60-120", "bodem.energie.bevoegd-gesloten-systemen", "gemeente"),
            ("wko-open", "100-600", "bodem.energie.bevoegd-open-systemen", nil),
            ("wko-gesloten", "100-600", "bodem.energie.bevoegd-gesloten-systemen", nil),
        ] as [(String, String, String, String?)])
    func authority(activity: String, depth: String, norm: String, authority: String?) async throws {
        let report = try await Assessing.flags(
            "--activity", activity, "--at", "258500,534000", "--depth", depth, "--demo")
        guard let authority else {
            #expect(!report.hasFinding(norm))
            #expect(report.notApplied(norm)["because"].text == "depth")
            return
        }
        let finding = try report.finding(norm)
        #expect(finding["state"].text == "applies")
        #expect(finding["effect"].text == "competence")
        #expect(finding["competentAuthority"].text == authority)
        #expect(place(finding["source"]) == "bodemstrategie-2021 3/3.6/3.6.3")
    }

    @Test("what ends at 25 metres does not touch the zone that begins there", arguments: ["0-20", "0-25"])
    func shallow(depth: String) async throws {
        let report = try await Assessing.flags(
            "--activity", "wko-open", "--at", "258500,534000", "--depth", depth, "--demo")
        #expect(try report.finding("bodem.energie.wko-zone1-verbod")["state"].text == "applies")
        #expect(report.notApplied(filter)["because"].text == "depth")
        #expect(!report.hasFinding(bore))
    }
}
