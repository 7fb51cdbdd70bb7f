import KompasTesting
import Testing

@Suite("Storing heat")
struct HeatStorageTests {
    private let middle = "bodem.energie.warmteopslag-mto"
    private let high = "bodem.energie.warmteopslag-hto"

    @Test("55 degrees is middle by 3.6.2, with a warning and the inconsistency with 3.2")
    func middleTemperature() async throws {
        let report = try await Assessing.example("warmteopslag-emmen-55")
        let finding = try report.finding(middle)
        #expect(finding["state"].text == "applies")
        #expect(finding["effect"].text == "yes-provided")
        #expect(place(finding["source"]) == "bodemstrategie-2021 3/3.6/3.6.2/I")
        #expect(finding["warnings"].list.count == 1)
        #expect(finding["warnings"][0].text?.hasPrefix("De bronnen spreken elkaar tegen: ") == true)
        #expect(!report.hasFinding(high))
        #expect(report.notApplied(high)["because"].text == "when")
        #expect(report["inconsistencies"].list.compactMap { $0["id"].text } == ["bodem-temperatuurgrenzen"])
        #expect(report["inconsistencies"][0]["affects"].texts == [middle])
        #expect(report["inconsistencies"][0]["sources"].list.count >= 2)
    }

    @Test("75 degrees is high, and nothing contradicts that")
    func highTemperature() async throws {
        let report = try await Assessing.example("warmteopslag-emmen-75")
        let finding = try report.finding(high)
        #expect(finding["state"].text == "applies")
        #expect(place(finding["source"]) == "bodemstrategie-2021 3/3.6/3.6.2/I")
        #expect(finding["warnings"].list.isEmpty)
        #expect(!report.hasFinding(middle))
        #expect(report["inconsistencies"].list.isEmpty)
    }

    @Test(
        "\"about 60\" is not to be decided within five degrees of it",
        arguments: [
            (55, "applies", nil), (56, "undecided", "undecided"), (58, "undecided", "undecided"),
            (64, "undecided", "undecided"), (65, nil, "applies"),
        ] as [(Int, String?, String?)])
    func about(degrees: Int, middleState: String?, highState: String?) async throws {
        let report = try await Assessing.flags(
            "--activity", "opslag-warmte", "--at", "258050,533250", "--depth", "150-250",
            "--set", "temperatuur=\(degrees)Cel")
        for (norm, state) in [(middle, middleState), (high, highState)] {
            guard let state else {
                #expect(!report.hasFinding(norm))
                continue
            }
            let finding = try report.finding(norm)
            #expect(finding["state"].text == state)
            #expect(causes(finding) == (state == "applies" ? [] : ["missingProperty:temperatuur"]))
        }
    }

    @Test("within five degrees of \"about 60\" the text does not say that the temperature was not told")
    func words() async throws {
        let ending = try await Program.kompas(
            "assess", "--activity", "opslag-warmte", "--at", "258050,533250", "--depth", "150-250",
            "--set", "temperatuur=58Cel", "--on", Project.day)
        #expect(ending.code == 0)
        let tellsValue = ending.out.contains("58 °C")
        let asksForIt = ending.out.contains("niet verteld: temperatuur")
        #expect(tellsValue)
        #expect(!asksForIt)
    }
}
