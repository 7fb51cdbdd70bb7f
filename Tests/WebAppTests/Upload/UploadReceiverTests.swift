import Foundation
import Hummingbird
import HummingbirdTesting
import Logging
import Testing

@testable import WebApp

@Suite("Receiving a form with a file") struct UploadReceiverTests {
    /// A form with a file is taken at this kind of address only.
    static let path = "/toets/proef/waar/bestand"

    /// A site with a route that tells what it received, and what stands in the folder meanwhile and afterwards.
    private func receiving<Value>(
        limit: Int = 1_000, isAnnounced: Bool = true, _ body: @Sendable (Browser, URL) async throws -> Value
    ) async throws -> Value {
        var settings = TestSite.settings
        settings.limits.uploadBytes = limit
        let made = try TestSite(settings: settings)
        let site = made.site
        let router = buildRouter(site)
        router.post("/toets/proef/waar/bestand") { request, context in
            var head = request.head
            // As when a browser does not say how much comes.
            if !isAnnounced { head.headerFields[.contentLength] = nil }
            let sent = Request(head: head, body: request.body)
            return try await site.uploads.receive(sent, context) { upload in
                let content = try upload.file.map { try String(contentsOf: $0, encoding: .utf8) } ?? "geen"
                let fields = upload.form.fields.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
                return "\(upload.name)|\(upload.bytes)|\(content)|\(fields)"
            }
        }
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let folder = made.folder.appending(path: "ontvangen")
        return try await Application(router: router, logger: logger).test(.router) { client in
            try await body(Browser(client: client), folder)
        }
    }

    private func names(_ folder: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path)
    }

    @Test("fields and file come through, the token does not, and nothing stays behind")
    func whole() async throws {
        try await receiving { browser, folder in
            let answer = try await browser.send(
                Self.path, from: "/aanmelden", [("laag", "zuid"), ("leeg", "")],
                file: ("plan.gpkg", Array("inhoud".utf8)))
            #expect(answer.status == .ok)
            #expect(answer.text == "plan.gpkg|6|inhoud|laag=zuid&leeg=")
            #expect(try names(folder) == [])
            let permissions = try FileManager.default.attributesOfItem(atPath: folder.path)[.posixPermissions] as? Int
            #expect(permissions == 0o700)
        }
    }

    @Test("a form in which no file was chosen has none")
    func none() async throws {
        try await receiving { browser, _ in
            let answer = try await browser.send(Self.path, from: "/aanmelden", file: ("", []))
            #expect(answer.text == "|0|geen|")
        }
    }

    @Test("a file at the limit is taken, one byte more is refused with a page that says what to do")
    func limit() async throws {
        try await receiving(limit: 2_000_000) { browser, folder in
            let whole = [UInt8](repeating: 0x61, count: 2_000_000)
            #expect(try await browser.send(Self.path, from: "/aanmelden", file: ("a", whole)).status == .ok)
            let answer = try await browser.send(Self.path, from: "/aanmelden", file: ("a", whole + [0x61]))
            #expect(answer.status == .contentTooLarge)
            #expect(
                answer.text.contains(
                    "Het bestand is groter dan 2 MB. Bewaar alleen het plangebied, of vereenvoudig de lijnen."))
            #expect(try names(folder) == [])
        }
    }

    @Test("what stands before the first part and after the last one counts as well")
    func around() async throws {
        try await receiving(limit: 1_000, isAnnounced: false) { browser, folder in
            let token = try #require(Browser.token(in: try await browser.get("/aanmelden").text))
            let whole = MultipartText([("csrf", token)], file: ("a", Array("b".utf8)))
            let line = Array(String(repeating: "x", count: 98).utf8) + [0x0D, 0x0A]
            func filled(_ count: Int) -> [UInt8] { Array(repeatElement(line, count: count).joined()) }
            for (before, after, status) in [
                (0, 0, 200), (500, 0, 200), (0, 500, 200), (1_100, 0, 413), (0, 1_100, 413), (600, 600, 413),
            ] {
                var parts = whole
                parts.bytes = filled(before) + whole.bytes + filled(after)
                let answer = try await browser.send(Self.path, parts: parts)
                #expect(Int(answer.status.code) == status, "\(before) \(after)")
                #expect(try names(folder) == [])
            }
        }
    }

    @Test("a forged form is refused before anything is written, and so is one whose token stands behind the file")
    func forged() async throws {
        try await receiving { browser, folder in
            let page = try await browser.get("/aanmelden")
            let token = try #require(Browser.token(in: page.text))
            var behind = MultipartText([("x", "y")], file: ("a", Array("b".utf8)))
            let end = Array("--\(MultipartText.boundary)--\r\n".utf8)
            behind.bytes = behind.bytes.dropLast(end.count) + MultipartText([("csrf", token)], file: nil).bytes
            for parts in [
                MultipartText([("csrf", "vals")], file: ("a", Array("b".utf8))),
                MultipartText([], file: ("a", Array("b".utf8))), MultipartText([("x", "y")], file: nil), behind,
            ] {
                let answer = try await browser.send(Self.path, parts: parts)
                #expect(answer.status == .badRequest)
                #expect(answer.text.contains("Uw sessie was verlopen."))
                #expect(try names(folder) == [])
            }
        }
    }

    @Test("a form that is cut off, or holds two files, is refused")
    func broken() async throws {
        try await receiving { browser, folder in
            let token = try #require(Browser.token(in: try await browser.get("/aanmelden").text))
            var cut = MultipartText([("csrf", token)], file: ("a", Array("b".utf8)))
            cut.bytes = Array(cut.bytes.dropLast(6))
            var two = MultipartText([("csrf", token)], file: ("a", Array("b".utf8)))
            let end = Array("--\(MultipartText.boundary)--\r\n".utf8)
            two.bytes = two.bytes.dropLast(end.count) + MultipartText([], file: ("c", Array("d".utf8))).bytes
            for parts in [cut, two] {
                let answer = try await browser.send(Self.path, parts: parts)
                #expect(answer.status == .badRequest)
                #expect(answer.text.contains("Het bestand kwam niet heel aan. Probeer het opnieuw."))
                #expect(try names(folder) == [])
            }
        }
    }
}
