import Casework
import Foundation
import KompasTesting
import Testing

@testable import WebApp

@Suite("The settings file") struct SettingsTests {
    private func read(_ text: String) throws -> SiteSettings {
        try TemporaryFolder.use { folder in
            let file = folder.appending(path: "instellingen.yaml")
            try Data(text.utf8).write(to: file)
            return try SiteSettings.read(file)
        }
    }

    private func problem(_ text: String) throws -> String? {
        do {
            _ = try read(text)
            return nil
        } catch let problem as SettingsProblem {
            return problem.message
        }
    }

    @Test("what is not named keeps its default")
    func defaults() throws {
        let settings = try read("organisation: Bestuur van Meerstad\nlimits: {pagesPerSecond: 5}\n")
        #expect(settings.organisation == "Bestuur van Meerstad")
        #expect(settings.limits.pagesPerSecond == 5)
        #expect(settings.limits.uploadBytes == 20_000_000)
        #expect(!settings.baseMap.isOn)
        #expect(try read("# nog leeg\n") == SiteSettings())
    }

    @Test("every setting that does not exist is told")
    func unknown() throws {
        #expect(
            try problem("organisatie: x\nlimits: {perSecond: 1}\n")
                == "onbekende instelling: `limits.perSecond`, `organisatie`; docs/operations.md noemt ze alle")
    }

    @Test("a value of the wrong form is told with its place")
    func wrongForm() throws {
        #expect(try problem("trustedProxies: veel\n") == "bij `trustedProxies` staat niet wat er moet staan")
        #expect(try problem("limits: {uploadBytes: [1]}\n") == "bij `limits.uploadBytes` staat niet wat er moet staan")
        #expect(try problem("limits: 3\n") == "bij `limits` staat niet wat er moet staan")
    }

    @Test("what records start with and how long texts are kept can be set, kind by kind")
    func casework() throws {
        #expect(try read("").casework == CaseworkSettings())
        let settings = try read(
            """
            record: {decidedBy: het bestuur, mandate: Mandaatregeling 2026}
            retention:
              comment: {category: "12.3", years: 1, ground: overleg}
              argument: {category: "4", ground: archief}
            """
        ).casework
        #expect(settings.usualDetails.decidedBy == "het bestuur")
        #expect(settings.usualDetails.mandate == "Mandaatregeling 2026")
        #expect(settings.usualDetails.remedies == CaseworkSettings.UsualDetails().remedies)
        #expect(settings.retention[.comment] == Retention(category: "12.3", years: 1, ground: "overleg"))
        #expect(settings.retention[.argument] == Retention(category: "4", years: nil, ground: "archief"))
        #expect(settings.retention[.person] == RetentionRules()[.person])
    }

    @Test("a term of retention that says nothing, or of a text that does not exist, is told")
    func retention() throws {
        let known = TextKind.allCases.map(\.rawValue).joined(separator: ", ")
        #expect(
            try problem("retention: {praatje: {category: a, ground: b}}")
                == "`praatje` bij `retention` is geen soort tekst; kies uit \(known)")
        #expect(
            try problem("retention: {comment: {category: '', ground: b}}")
                == "`category` en `ground` bij `retention.comment` mogen niet leeg zijn")
        #expect(
            try problem("retention: {comment: {category: a, years: -1, ground: b}}")
                == "`years` bij `retention.comment` is een getal van 0 tot en met 200, of wordt weggelaten")
        #expect(
            try problem("retention: {comment: {years: 1}}") == "bij `retention.comment` staat niet wat er moet staan")
        #expect(
            try problem("record: {wet: x}") == "onbekende instelling: `record.wet`; docs/operations.md noemt ze alle")
    }

    @Test(
        "the base map comes over a safe connection, and its address has the three numbers of a tile",
        arguments: [
            ("http://kaart.example/{z}/{x}/{y}.png", false), ("https://kaart.example/{z}/{x}/{y}.png", true),
            ("http://localhost:8200/{z}/{x}/{y}.png", true), ("https://kaart.example/{z}/{x}.png", false),
            ("file:///etc/{z}{x}{y}", false), ("kaart/{z}/{x}/{y}", false),
            ("https://naam@kaart.example/{z}/{x}/{y}", false), ("https://{z}.kaart.example/{x}/{y}", true),
        ])
    func baseMap(tiles: String, isRight: Bool) throws {
        let message = "`baseMap.tiles` is een adres met https:// waarin {z}, {x} en {y} staan"
        #expect(try problem("baseMap: {isOn: true, tiles: '\(tiles)'}") == (isRight ? nil : message))
        #expect(try problem("baseMap: {tiles: '\(tiles)'}") == (isRight ? nil : message))
    }

    @Test("a file that is not YAML, or is not there, is told")
    func notYAML() throws {
        #expect(try #require(try problem("a: [1\n")).hasPrefix("dit is geen YAML: "))
        #expect(throws: SettingsProblem(file: "/nergens.yaml", message: "het bestand is niet te lezen")) {
            try SiteSettings.read(URL(filePath: "/nergens.yaml"))
        }
    }
}
