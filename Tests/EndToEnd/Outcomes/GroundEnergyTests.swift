import Testing

@Suite("Heat and cold storage with a filter from 60 to 120 metres")
struct GroundEnergyTests {
    @Test("the bore passes the zone down to 25 metres and the filter lies in the one below")
    func zones() async throws {
        let report = try await Assessing.example("wko-filter-60-120", "--demo")
        for (norm, zone) in [
            ("bodem.energie.wko-zone1-verbod", "wko-zone1-verbod"),
            ("bodem.energie.wko-zone2-restrictie", "wko-zone2-restrictie"),
        ] {
            let finding = try report.finding(norm)
            #expect(finding["state"].text == "applies")
            #expect(place(finding["source"]) == "bodemstrategie-2021 12/Kaart 2/Legenda")
            let depth = finding["because"].first(where: "step", is: "depth")
            #expect(depth["about"].text == "depth:reach")
            #expect(depth["result"].text == "yes")
            #expect(depth["value"].text == "0-120")
            let where_ = finding["because"].first(where: "step", is: "where")
            #expect(where_["about"].text == "in:\(zone)")
            #expect(where_["value"].number == 30_000)
        }
        #expect(try report.finding("bodem.energie.wko-zone1-verbod")["effect"].text == "prohibited")
        #expect(try report.finding("bodem.energie.wko-zone2-restrictie")["effect"].text == "yes-provided")
        #expect(report["warnings"].texts.contains { $0.hasPrefix("Er zijn voorbeeldlagen gebruikt.") })
    }

    @Test("whether a bore counts or only a filter is a question to people")
    func openQuestion() async throws {
        let report = try await Assessing.example("wko-filter-60-120", "--demo")
        for norm in ["bodem.energie.wko-zone1-verbod", "bodem.energie.wko-zone2-restrictie"] {
            let finding = try report.finding(norm)
            #expect(finding["conditionsState"].text == "open")
            let condition = finding["conditions"].first(where: "id", is: "boring-of-filter")
            #expect(condition["state"].text == "open")
            #expect(condition["question"]["id"].text == "wko-boring-telt")
        }
    }

    @Test("without the example layers no zone is decided")
    func withoutDemo() async throws {
        let report = try await Assessing.example("wko-filter-60-120")
        for zone in ["wko-zone1-verbod", "wko-zone1-restrictie", "wko-zone2-verbod", "wko-zone2-restrictie"] {
            let finding = try report.finding("bodem.energie.\(zone)")
            #expect(finding["state"].text == "undecided")
            #expect(causes(finding) == ["noLayer:\(zone)"])
            #expect(report.layer(zone)["state"].text == "noLayer")
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

    @Test("a bore of 20 metres leaves the deeper zone alone")
    func shallow() async throws {
        let report = try await Assessing.flags(
            "--activity", "wko-open", "--at", "258500,534000", "--depth", "0-20", "--demo")
        #expect(try report.finding("bodem.energie.wko-zone1-verbod")["state"].text == "applies")
        #expect(report.notApplied("bodem.energie.wko-zone2-restrictie")["because"].text == "depth")
        // Half open: what ends at 25 metres does not touch what begins there.
        let edge = try await Assessing.flags(
            "--activity", "wko-open", "--at", "258500,534000", "--depth", "0-25", "--demo")
        #expect(edge.notApplied("bodem.energie.wko-zone2-restrictie")["because"].text == "depth")
    }
}
