import Foundation
import KompasTesting
import Testing

@testable import WebApp

@Suite("Settings of sign-in") struct ProviderSettingsTests {
    private func problem(_ yaml: String) throws -> String? {
        let file = try TemporaryFolder.make().appending(path: "instellingen.yaml")
        try Data(yaml.utf8).write(to: file)
        do {
            _ = try SiteSettings.read(file)
            return nil
        } catch { return error.message }
    }

    private static let provider = "identityProvider: {title: Meerstad, issuer: https://id.example, clientID: kompas"

    @Test("a provider with an address and known roles will do")
    func good() throws {
        let yaml = """
            address: https://kompas.example
            \(Self.provider), rolesClaim: groups, roles: {afwegers: [official, second-reader]}}
            """
        #expect(try problem(yaml) == nil)
    }

    @Test(
        "what does not fit together is told",
        arguments: [
            ("\(provider)}", "bij `identityProvider` hoort ook `address`"),
            ("address: https://kompas.example/", "zonder / aan het eind"),
            ("address: http://kompas.example", "met https://"),
            ("address: https://k.example\n\(provider), roles: {a: [official]}}", "hoort `rolesClaim`"),
            ("address: https://k.example\n\(provider), rolesClaim: g, roles: {a: [baas]}}", "`baas` bij"),
            (
                "address: https://k.example\nidentityProvider: {title: M, issuer: http://id.example, clientID: k}",
                "`identityProvider.issuer` is een adres met https://"
            ),
        ])
    func bad(_ yaml: String, _ message: String) throws {
        let found = try #require(try problem(yaml))
        #expect(found.contains(message))
    }

    @Test(
        "an address is safe over TLS, or on this machine",
        arguments: [
            ("https://id.example/x", true), ("http://localhost:8080", true), ("http://127.0.0.1/x", true),
            ("http://id.example", false), ("https://a:b@id.example", false), ("https://", false),
            ("http://localhost.example", false), ("file:///etc/passwd", false), ("https://id.example#x", false),
        ])
    func address(_ address: String, _ isSafe: Bool) { #expect(ProviderAddress.isSafe(address) == isSafe) }
}
