import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import WebApp

@Suite("Forged forms") struct ForgeryTests {
    @Test("a form without the token of the session is not carried out, and nothing typed is lost")
    func again() async throws {
        let made = try TestSite()
        try await made.test { client in
            let answer = try await Browser(client: client).post(
                "/aanmelden", token: nil, [("naam", "jansen de boer"), ("wachtwoord", "geheim geheim")])
            #expect(answer.status == .forbidden)
            #expect(answer.text.contains("Uw sessie was verlopen"))
            #expect(answer.text.contains("name=\"naam\" value=\"jansen de boer\""))
            #expect(!answer.text.contains("geheim"))
        }
    }

    @Test(
        "a form with a file is taken at one kind of page only",
        arguments: ["/afmelden", "/aanmelden", "/toets/abc/verwijderen", "/toets/waar/bestand/x"])
    func multipart(_ path: String) async throws {
        let made = try TestSite()
        try await made.test { client in
            try await client.execute(
                uri: path, method: .post, headers: [.contentType: "multipart/form-data; boundary=x"]
            ) { response in
                #expect(response.status == .unsupportedMediaType)
            }
        }
    }

    @Test("the token of another session is refused")
    func otherSession() async throws {
        let made = try TestSite()
        try await made.test { client in
            let other = try await Browser(client: client).get("/aanmelden")
            let token = try #require(Browser.token(in: other.text))
            let browser = Browser(client: client)
            _ = try await browser.get("/aanmelden")
            let answer = try await browser.post("/aanmelden", token: token, [("naam", "x")])
            #expect(answer.status == .forbidden)
        }
    }

    @Test(
        "a form that a browser says comes from elsewhere is refused",
        arguments: [
            ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Site", "same-site"), ("Origin", "https://elders.example"),
            ("Origin", "null"),
        ])
    func elsewhere(_ header: (String, String)) async throws {
        let made = try TestSite()
        try await made.test { client in
            let name = try #require(HTTPField.Name(header.0))
            try await client.execute(
                uri: "/afmelden", method: .post,
                headers: [.contentType: "application/x-www-form-urlencoded", name: header.1]
            ) { response in
                #expect(response.status == .badRequest)
                #expect(String(buffer: response.body).contains("kwam van een andere site"))
            }
        }
    }

    @Test("every form has another token that means the same secret")
    func mask() {
        let (one, two) = (FormToken.mask("geheim"), FormToken.mask("geheim"))
        #expect(one != two)
        #expect(FormToken.matches(one, secret: "geheim") && FormToken.matches(two, secret: "geheim"))
        #expect(!FormToken.matches(one, secret: "anders"))
        #expect(!FormToken.matches("zz", secret: "geheim"))
        #expect(!FormToken.matches("", secret: ""))
    }

    @Test(
        "other methods than reading and sending a form are refused",
        arguments: [HTTPRequest.Method.put, .delete, .patch])
    func methods(_ method: HTTPRequest.Method) async throws {
        let made = try TestSite()
        try await made.test { client in
            try await client.execute(uri: "/", method: method) { response in
                #expect(response.status == .methodNotAllowed)
                #expect(response.headers[.allow] == "GET, HEAD, POST")
            }
        }
    }
}
