import Accounts
import CanonicalJSON
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Store
import Synchronization
import Testing

@testable import WebApp

/// What must hold for every route, also for those that are still to come.
@Suite("All routes") struct RouteWalkTests {
    /// The routes of a method, with something in the place of what varies.
    private func paths(_ method: HTTPRequest.Method, of site: Site, id: String = Scene.plan) -> [String] {
        buildRouter(site).routes.filter { $0.method == method }.map { route in
            "\(route.path)".split(separator: "/").map { step in
                guard step.hasPrefix("{") || step.hasPrefix(":") || step == "**" || step == "*" else {
                    return String(step)
                }
                return step.dropFirst().hasPrefix("id") ? id : "x"
            }.reduce("") { $0 + "/" + $1 }
        }.map { $0.isEmpty ? "/" : $0 }.sorted()
    }

    /// Everything that people did, but for sessions.
    private func contents(_ store: Store) async throws -> [String] {
        let lines = Mutex<[String]>([])
        try await store.export { line in
            let text = try line.canonicalString
            lines.withLock { $0.append(text) }
        }
        return lines.withLock { $0 }
    }

    private func everything(_ scene: Scene) async throws -> Browser {
        try await scene.made.browser("alles", roles: Set(Role.allCases), client: scene.client)
    }

    @Test("no form is carried out without the token of the session, whoever sends it")
    func forged() async throws {
        try await Scene.run { scene in
            try await scene.open()
            let browser = try await everything(scene)
            let other = Browser(client: scene.client)
            let foreign = Browser.token(in: try await other.get("/aanmelden").text)
            let before = try await contents(scene.made.site.store)
            let posts = paths(.post, of: scene.made.site)
            #expect(posts.count > 40)
            for path in posts {
                for token in [nil, "", "vals", foreign] {
                    for json in [false, true] {
                        let answer = try await browser.post(path, token: token, [("besluit", "akkoord")], json: json)
                        #expect(answer.status == .forbidden, "\(path)")
                    }
                }
            }
            #expect(try await contents(scene.made.site.store) == before)
            // The session is still there: the form to sign out did not work either.
            #expect(try await browser.get("/beheer").status == .ok)
        }
    }

    @Test("a form is of a known type; one with a file is taken at one page, which checks the token itself")
    func types() async throws {
        try await Scene.run { scene in
            let browser = try await everything(scene)
            let before = try await contents(scene.made.site.store)
            let parts = MultipartText([("csrf", "vals")], file: ("a.geojson", Array("{}".utf8)))
            var taken: [String] = []
            for path in paths(.post, of: scene.made.site, id: Scene.otherPlan) {
                for type in ["text/plain", "application/json"] {
                    try await scene.client.execute(
                        uri: path, method: .post, headers: [.contentType: type], body: ByteBuffer(string: "{}")
                    ) { #expect($0.status == .unsupportedMediaType, "\(path)") }
                }
                let answer = try await browser.send(path, parts: parts)
                if answer.status != .unsupportedMediaType { taken.append(path) }
            }
            #expect(taken == ["/toets/\(Scene.otherPlan)/waar/bestand"])
            // To the owner of the plan it is the token that is wrong.
            let owner = try await scene.browser(.owner)
            let refused = try await owner.send("/toets/\(Scene.draftPlan)/waar/bestand", parts: parts)
            #expect(refused.status == .badRequest)
            #expect(refused.text.contains("Uw sessie was verlopen."))
            #expect(try await contents(scene.made.site.store) == before)
        }
    }

    @Test("reading a page changes nothing, whoever reads it")
    func reading() async throws {
        try await Scene.run { scene in
            try await scene.open()
            let browser = try await everything(scene)
            let before = try await contents(scene.made.site.store)
            let gets = paths(.get, of: scene.made.site)
            #expect(gets.count > 60)
            for path in gets {
                let answer = try await browser.get(path)
                #expect(answer.status.code < 500, "\(path) \(answer.status)")
            }
            #expect(try await contents(scene.made.site.store) == before)
        }
    }

    @Test(
        "nothing of administration is for who is no administrator",
        arguments: [nil] + Scene.Person.allCases.map(Optional.some))
    func administration(_ visitor: Scene.Person?) async throws {
        try await Scene.run { scene in
            let browser = if let visitor { try await scene.browser(visitor) } else { Browser(client: scene.client) }
            let token = Browser.token(in: try await browser.get(visitor == nil ? "/aanmelden" : "/").text)
            let before = try await contents(scene.made.site.store)
            var seen = 0
            for method in [HTTPRequest.Method.get, .post] {
                for path in paths(method, of: scene.made.site) where (path + "/").hasPrefix("/beheer/") {
                    seen += 1
                    let answer =
                        method == .get
                        ? try await browser.get(path) : try await browser.post(path, token: token, [("name", "x")])
                    if visitor == .administrator {
                        #expect(answer.status != .forbidden, "\(method) \(path)")
                    } else {
                        #expect(Int(answer.status.code) == (visitor == nil ? 303 : 403), "\(method) \(path)")
                    }
                }
            }
            #expect(seen > 12)
            if visitor != .administrator { #expect(try await contents(scene.made.site.store) == before) }
        }
    }
}
