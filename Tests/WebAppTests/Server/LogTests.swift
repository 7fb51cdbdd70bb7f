import Hummingbird
import HummingbirdTesting
import Logging
import Synchronization
import Testing

@testable import WebApp

@Suite("What the log holds") struct LogTests {
    /// Keeps every line.
    struct Keeper: LogHandler {
        final class Lines: Sendable {
            private let kept = Mutex<[String]>([])
            func add(_ line: String) { kept.withLock { $0.append(line) } }
            var all: [String] { kept.withLock { $0 } }
        }

        let lines: Lines
        var metadata: Logger.Metadata = [:]
        var logLevel: Logger.Level = .info

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let metadata = (event.metadata ?? [:]).sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
            lines.add(([event.message.description] + metadata).joined(separator: " "))
        }
    }

    @Test("a request is one line with its kind of page, and nothing of who asked what")
    func line() async throws {
        let made = try TestSite()
        let lines = Keeper.Lines()
        let logger = Logger(label: "test") { _ in Keeper(lines: lines) }
        try await Application(router: buildRouter(made.site), logger: logger).test(.router) { client in
            let browser = Browser(client: client)
            _ = try await browser.get("/aanmelden?terug=/plek%3Fkern%3DGeheimdorp")
            _ = try await browser.post(
                "/aanmelden", [("naam", "jansen"), ("wachtwoord", "heel geheim wachtwoord")])
            _ = try await browser.get("/wachtwoord")
        }
        let requests = lines.all.filter { $0.hasPrefix("request ") }
        #expect(requests.count == 4)
        #expect(requests[0].contains("method=GET") && requests[0].contains("route=/aanmelden status=200"))
        #expect(lines.all.contains("sign-in refused"))
        for secret in ["Geheimdorp", "jansen", "geheim", "127.0.0.1", "csrf"] {
            #expect(!lines.all.contains { $0.contains(secret) })
        }
    }
}
