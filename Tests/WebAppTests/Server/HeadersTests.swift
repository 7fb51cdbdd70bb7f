import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import WebApp

@Suite("Headers of every answer") struct HeadersTests {
    @Test(
        "pages, errors and assets all carry the safe headers",
        arguments: ["/", "/nergens", "/gezondheid", "/robots.txt"])
    func safe(_ path: String) async throws {
        let made = try TestSite()
        try await made.test { client in
            try await client.execute(uri: path, method: .get) { response in
                let expected = [
                    "X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY", "Referrer-Policy": "same-origin",
                    "Cross-Origin-Opener-Policy": "same-origin",
                    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
                ]
                for (name, value) in expected {
                    let field = try #require(HTTPField.Name(name))
                    #expect(response.headers[field] == value)
                }
                let field = try #require(HTTPField.Name("Content-Security-Policy"))
                let policy = try #require(response.headers[field])
                #expect(policy.contains("script-src 'self';") && policy.contains("frame-ancestors 'none'"))
                #expect(!policy.contains("unsafe"))
            }
        }
    }

    @Test("reading sets no cookie")
    func noCookie() async throws {
        let made = try TestSite()
        try await made.test { client in
            for path in ["/", "/over", "/nergens"] {
                let answer = try await Browser(client: client).get(path)
                #expect(answer.headers[.setCookie] == nil)
            }
        }
    }

    @Test("the cookie is bound to this host and to a safe connection")
    func cookie() async throws {
        let made = try TestSite()
        try await made.test { client in
            let cookie = try #require(try await Browser(client: client).get("/aanmelden").headers[.setCookie])
            #expect(cookie.hasPrefix("__Host-kompas="))
            for part in ["Path=/", "Secure", "HttpOnly", "SameSite=Lax"] { #expect(cookie.contains(part)) }
            #expect(!cookie.contains("Domain"))
        }
    }

    @Test("a page comes compressed to who takes it so, and not at all when it is known already")
    func compressed() async throws {
        let made = try TestSite()
        try await made.test { client in
            let browser = Browser(client: client)
            let plain = try await browser.get("/")
            let packed = try await browser.get("/", headers: [.acceptEncoding: "gzip, br"])
            #expect(packed.headers[.contentEncoding] == "gzip")
            let tag = try #require(plain.headers[.eTag])
            let again = try await browser.get("/", headers: [.ifNoneMatch: tag])
            #expect(again.status == .notModified)
            #expect(again.text.isEmpty)
        }
    }

    @Test("HEAD has no text, whatever there is at the address", arguments: ["/", "/nergens", "/afmelden", "/toets/x"])
    func head(_ path: String) async throws {
        let made = try TestSite()
        try await made.test { client in
            try await client.execute(uri: path, method: .head) { response in
                #expect(response.body.readableBytes == 0)
            }
        }
    }

    @Test("an asset cannot be asked from outside its folder")
    func escape() async throws {
        let made = try TestSite()
        try await made.test { client in
            for path in [
                "/assets/x/../Templates/layout.mustache", "/assets/x/%2e%2e/Templates/layout.mustache",
                "/vendor/..%2f..%2fPackage.swift",
            ] {
                let answer = try await Browser(client: client).get(path)
                #expect(answer.status == .notFound)
            }
        }
    }
}
