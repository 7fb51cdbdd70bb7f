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

    @Test("a file that is not YAML, or is not there, is told")
    func notYAML() throws {
        #expect(try #require(try problem("a: [1\n")).hasPrefix("dit is geen YAML: "))
        #expect(throws: SettingsProblem(file: "/nergens.yaml", message: "het bestand is niet te lezen")) {
            try SiteSettings.read(URL(filePath: "/nergens.yaml"))
        }
    }
}
