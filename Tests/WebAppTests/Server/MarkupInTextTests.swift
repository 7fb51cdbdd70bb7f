import Hummingbird
import Testing

@testable import WebApp

@Suite("Markup in what people type") struct MarkupInTextTests {
    /// A quote with a mark that makes one character of both.
    static let combined = "\"\u{FE0F} autofocus onfocus=alert(3) x=\"\u{301}"
    static let hostile = "\"><script>alert(1)</script><img src=x onerror='alert(2)'>"

    @Test("a template writes what was typed as text")
    func template() async throws {
        let made = try TestSite()
        try await made.test { client in
            let answer = try await Browser(client: client).post(
                "/aanmelden", [("naam", Self.hostile), ("wachtwoord", "x"), ("terug", "/\"><b>")])
            #expect(!answer.text.contains("<script>alert"))
            #expect(!answer.text.contains("<img src=x"))
            #expect(!answer.text.contains("\"><b>"))
            #expect(answer.text.contains("&lt;script&gt;"))
        }
    }

    @Test("a quote stays a quote when a mark combines with it")
    func combining() async throws {
        let made = try TestSite()
        try await made.test { client in
            let answer = try await Browser(client: client).post(
                "/aanmelden", [("naam", Self.combined), ("wachtwoord", "x")])
            #expect(answer.text.contains("value=\"&quot;\u{FE0F} autofocus onfocus=alert(3) x=&quot;\u{301}\""))
        }
    }

    @Test("a form that comes again writes what was typed as text")
    func again() async throws {
        let made = try TestSite()
        try await made.test { client in
            let answer = try await Browser(client: client).post(
                "/aanmelden", token: nil, [(Self.hostile, Self.hostile + " a b")])
            #expect(answer.status == .forbidden)
            #expect(!answer.text.contains("<script>alert") && !answer.text.contains("<img src=x"))
        }
    }

    @Test("an address that holds markup is written as text")
    func address() async throws {
        let made = try TestSite()
        try await made.test { client in
            let answer = try await Browser(client: client).get("/nergens?%22%3E%3Cscript%3Ealert(1)%3C/script%3E")
            #expect(!answer.text.contains("<script>alert"))
            let raw = try await Browser(client: client).get("/nergens?\"><script>alert(1)</script>")
            #expect(!raw.text.contains("<script>alert"))
        }
    }
}
