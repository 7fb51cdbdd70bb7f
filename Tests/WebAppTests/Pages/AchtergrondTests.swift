import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import KompasTesting
import Logging
import NIOCore
import Synchronization
import Testing

@testable import WebApp

@Suite("The base map") struct AchtergrondTests {
    /// The smallest PNG that looks like one, and a number by which pictures differ.
    private static func png(_ number: UInt8) -> [UInt8] { [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, number] }

    /// A server on this machine that plays the source of the tiles.
    private final class Source: Sendable {
        private let paths = Mutex<[String]>([])
        var asked: [String] { paths.withLock { $0 } }

        func router() -> Router<BasicRequestContext> {
            let router = Router()
            router.get("/**") { request, _ in
                let path = request.uri.path
                self.paths.withLock { $0.append(path) }
                switch path {
                case "/tegel/5/1/2.png": return Self.answer(AchtergrondTests.png(1), "image/png")
                case "/tegel/5/1/3.png": return Self.answer(Array("<svg onload='x'/>".utf8), "image/png")
                case "/tegel/5/1/4.png":
                    return Self.answer(AchtergrondTests.png(2) + [UInt8](repeating: 0, count: 700_000), "image/png")
                case "/tegel/5/1/5.png": return Response(status: .found, headers: [.location: "/tegel/5/1/2.png"])
                default: return Response(status: .notFound)
                }
            }
            return router
        }

        private static func answer(_ bytes: [UInt8], _ type: String) -> Response {
            Response(
                status: .ok, headers: [.contentType: type], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        }
    }

    /// Runs with a site whose base map comes from the played source.
    private func test(
        now: @escaping @Sendable () -> Date = { TestSite.moment },
        _ body: @Sendable (Browser, Source, TestSite) async throws -> Void
    ) async throws {
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let source = Source()
        try await Application(
            router: source.router(), configuration: .init(address: .hostname("127.0.0.1", port: 0)), logger: logger
        ).test(.live) { origin in
            let port = try #require(origin.port)
            var settings = TestSite.settings
            settings.baseMap.isOn = true
            settings.baseMap.tiles = "http://127.0.0.1:\(port)/tegel/{z}/{x}/{y}.png"
            let made = try TestSite(settings: settings, now: now)
            try await made.test { client in try await body(Browser(client: client), source, made) }
        }
    }

    @Test("a tile is fetched once, kept on disk, and given with its kind")
    func once() async throws {
        try await test { browser, source, made in
            for _ in 1...2 {
                let answer = try await browser.get("/achtergrond/5/1/2.png")
                #expect(answer.status == .ok)
                #expect(answer.headers[.contentType] == "image/png")
                #expect(answer.headers[.cacheControl] == "public, max-age=604800")
            }
            #expect(source.asked == ["/tegel/5/1/2.png"])
            let kept = made.folder.appending(path: "achtergrond/5/1/2")
            #expect(FileManager.default.contents(atPath: kept.path).map { [UInt8]($0) } == Self.png(1))
        }
    }

    @Test(
        "what is no picture, too large, elsewhere or not there is not given and not kept",
        arguments: ["5/1/3", "5/1/4", "5/1/5", "5/1/6"])
    func refused(_ tile: String) async throws {
        try await test { browser, source, made in
            let answer1 = try await browser.get("/achtergrond/\(tile).png")
            #expect(answer1.status == .notFound)
            // A redirect is not followed.
            #expect(source.asked == ["/tegel/\(tile).png"])
            #expect(!FileManager.default.fileExists(atPath: made.folder.appending(path: "achtergrond/\(tile)").path))
        }
    }

    @Test(
        "what is no tile of the grid is not asked for",
        arguments: ["5/1/99.png", "15/1/1.png", "5/-1/1.png", "5/1/1.jpg", "5/1/..%2F..%2Fx.png", "a/b/c.png"])
    func outside(_ path: String) async throws {
        try await test { browser, source, _ in
            let answer2 = try await browser.get("/achtergrond/\(path)")
            #expect(answer2.status == .notFound)
            #expect(source.asked.isEmpty)
        }
    }

    @Test("an old tile is fetched again, and given all the same when the source is gone")
    func old() async throws {
        // Files are as old as the test, so the clock is set forward.
        let later = Date().addingTimeInterval(TileShelf.freshSeconds + 3_600)
        try await test(now: { later }) { browser, source, made in
            let file = made.folder.appending(path: "achtergrond/5/1/6")
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(Self.png(9)).write(to: file)
            let answer3 = try await browser.get("/achtergrond/5/1/6.png")
            #expect(answer3.status == .ok)
            #expect(source.asked == ["/tegel/5/1/6.png"])
        }
    }

    @Test("without a setting there is no base map, and with one the catalogue tells it")
    func setting() async throws {
        let made = try TestSite()
        try await made.test { client in
            let answer4 = try await Browser(client: client).get("/achtergrond/5/1/2.png")
            #expect(answer4.status == .notFound)
        }
        try await test { browser, _, _ in
            let catalogue = try await browser.get("/kaartdata/lagen.json").text
            #expect(
                catalogue.contains(
                    #""background":{"attribution":"Kaartgegevens: Kadaster (PDOK), CC BY 4.0","levels":15}"#))
        }
    }
}
