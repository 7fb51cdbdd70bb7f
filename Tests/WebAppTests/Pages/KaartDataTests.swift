import CanonicalJSON
import Geometry
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import WebApp

@Suite("What the map asks for") struct KaartDataTests {
    private func json(_ browser: Browser, _ path: String) async throws -> JSONValue {
        let answer = try await browser.get(path)
        #expect(answer.status == .ok)
        return try JSONValue.parse(answer.text)
    }

    @Test("the catalogue tells the extent of the house, its layers and that there is no base map")
    func catalogue() async throws {
        let made = try TestSite()
        try await made.test { client in
            let json = try await json(Browser(client: client), "/kaartdata/lagen.json")
            #expect(json["extent"] == [200000, 500000, 210000, 510000])
            #expect(json["background"] == .null)
            let layers = try #require(json["layers"]?.array)
            #expect(layers.compactMap { $0["id"]?.string } == ["plas", "oever", "vaarweg", "buren", "wijken"])
            #expect(layers[1]["widthMetres"] == 50)
            #expect(layers[0]["address"] == "/beleid/aanduidingen/plas")
            // What is drilled through is policy of the lake as well as what floats on it.
            #expect(layers[0]["stratum"] == "both")
        }
    }

    @Test("a block holds the whole layer in whole metres when it is coarse")
    func block() async throws {
        let made = try TestSite()
        try await made.test { client in
            let browser = Browser(client: client)
            let json = try await json(browser, "/kaartdata/plas.json?blok=5/0/1")
            let features = try #require(json["features"]?.array)
            #expect(features.count == 1)
            #expect(features[0]["properties"]?["name"] == "Grote plas")
            #expect(features[0]["geometry"]?["type"] == "Polygon")
            let corners = try #require(features[0]["geometry"]?["coordinates"]?[0]?.array)
            #expect(Set(corners) == [[202000, 502000], [206000, 502000], [206000, 506000], [202000, 506000]])
            // Far away there is nothing.
            #expect(try await self.json(browser, "/kaartdata/plas.json?blok=9/0/0")["features"] == [])
        }
    }

    @Test("a block has one name, however it is written; one that cannot be is refused")
    func blockNames() async throws {
        #expect(try MapView(Form(urlencoded: "blok=5/0/1")).key == "5/0/1")
        for text in ["05/0/1", "%2B5/0/1", "5/-0/1", "5/00/0001"] {
            #expect(try MapView(Form(urlencoded: "blok=" + text)).key == "5/0/1")
        }
        let rectangle = try MapView(Form(urlencoded: "bbox=201000.25,501000,203000,503000.75"))
        #expect(rectangle.key == "201000,501000,203000,503001")
        #expect(rectangle.box.maxY == 503001)
        #expect(try MapView(Form(urlencoded: "bbox=201000.9,501000.0,203000,503000.1")).key == rectangle.key)
        let made = try TestSite()
        try await made.test { client in
            for text in [
                "6/-9223372036854775808/0", "6/0/-9223372036854775808", "6/9223372036854775807/0", "99/0/0", "6/1", "",
            ] {
                let answer = try await Browser(client: client).get("/kaartdata/plas.json?blok=" + text)
                #expect(answer.status == .badRequest, "\(text)")
            }
        }
    }

    @Test("keys of answers are counted, so that many small answers do not fill the memory")
    func keptBytes() throws {
        let kept = KeptAnswers(mostBytes: 10_000)
        let request = Request(
            head: .init(method: .get, scheme: nil, authority: nil, path: "/"), body: .init(buffer: .init()))
        for number in 0..<100 {
            let key = String(repeating: "k", count: 1_000) + String(number)
            _ = kept.answer(key, contentType: "text/plain", isForever: true, to: request) { [0x61] }
        }
        // Each is one byte, a key of 1,001 or 1,002 and 500 besides: six fit.
        #expect(kept.kept.answers == 6)
        #expect(kept.kept.bytes == 6 * (1 + 1_002 + 500))
    }

    @Test("a rectangle cuts the layer")
    func rectangle() async throws {
        let made = try TestSite()
        try await made.test { client in
            let json = try await json(
                Browser(client: client), "/kaartdata/plas.json?bbox=201000,501000,203000,503000")
            let corners = try #require(json["features"]?[0]?["geometry"]?["coordinates"]?[0]?.array)
            #expect(Set(corners) == [[202000, 502000], [203000, 502000], [203000, 503000], [202000, 503000]])
        }
    }

    @Test("the ground has the outline, neighbours and towns with their size")
    func ground() async throws {
        let made = try TestSite()
        try await made.test { client in
            let json = try await json(Browser(client: client), "/kaartdata/basis.json")
            let roles = json["features"]?.array?.compactMap { $0["properties"]?["role"]?.string }
            #expect(roles == ["omtrek", "buur", "kern"])
            #expect(json["features"]?[2]?["properties"]?["size"] == 1_000_000)
        }
    }

    @Test("an answer is known by its tag, and with its version in the address for good")
    func caching() async throws {
        let made = try TestSite()
        try await made.test { client in
            let browser = Browser(client: client)
            let first = try await browser.get("/kaartdata/plas.json?blok=5/0/1")
            let tag = try #require(first.headers[.eTag])
            #expect(first.headers[.cacheControl] == "no-cache")
            let second = try await browser.get("/kaartdata/plas.json?blok=5/0/1", headers: [.ifNoneMatch: tag])
            #expect(second.status == .notModified && second.text.isEmpty)
            let version = try #require(
                try await json(browser, "/kaartdata/lagen.json")["layers"]?[0]?["version"]?.string)
            let forever = try await browser.get("/kaartdata/plas.json?blok=5/0/1&v=\(version)")
            #expect(forever.headers[.cacheControl] == "public, max-age=31536000, immutable")
            #expect(forever.headers[.eTag] == tag)
        }
    }

    @Test(
        "what cannot be meant is refused with what to do",
        arguments: [
            "/kaartdata/plas.json", "/kaartdata/plas.json?blok=99/0/0", "/kaartdata/plas.json?bbox=1,2,3",
            "/kaartdata/plas.json?bbox=3,2,1,4", "/kaartdata/plas.json?bbox=0,0,1e300,1",
        ])
    func refused(_ path: String) async throws {
        let made = try TestSite()
        try await made.test { client in
            let answer = try await Browser(client: client).get(path, headers: [.accept: "application/json"])
            #expect(answer.status == .badRequest)
            #expect(answer.text.contains("blok"))
        }
    }

    @Test("a layer that is not there is not found", arguments: ["/kaartdata/moeras.json", "/kaartdata/plas"])
    func missing(_ path: String) async throws {
        let made = try TestSite()
        try await made.test { client in
            let answer1 = try await Browser(client: client).get(path + "?blok=5/0/1")
            #expect(answer1.status == .notFound)
        }
    }

    @Test("answers are kept until there are too many, and those asked for longest ago go")
    func kept() async throws {
        // Each is ten bytes, its key and what keeping costs besides.
        let kept = KeptAnswers(mostBytes: 2 * (11 + KeptAnswers.overhead) + 5)
        let request = Request(
            head: HTTPRequest(method: .get, scheme: "http", authority: "localhost", path: "/"),
            body: .init(buffer: .init()))
        var made: [String] = []
        for key in ["a", "b", "a", "c", "a", "b"] {
            _ = kept.answer(key, contentType: "text/plain", isForever: false, to: request) {
                made.append(key)
                return Array(repeating: 65, count: 10)
            }
        }
        // Two fit; when c came b was the one asked for longest ago.
        #expect(made == ["a", "b", "c", "b"])
    }
}
