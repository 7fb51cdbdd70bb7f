import Casework
import Foundation
import Hummingbird
import HummingbirdTesting
import Testing

@testable import WebApp

/// Every page of casework and administration, for everybody.
@Suite("Who may see and do what") struct AuthorisationTests {
    /// Who comes to a page; `nil` is a visitor who is not signed in.
    typealias Visitor = Scene.Person?

    /// What a page answers to whom. People who are not named get `other`.
    struct Expected: Sendable {
        var method: HTTPRequest.Method
        var path: String
        /// The path as the router knows it.
        var route: String
        var named: [Scene.Person: Int]
        var other: Int

        func status(_ visitor: Visitor) -> Int {
            guard let visitor else { return 303 }
            return named[visitor] ?? other
        }
    }

    private static let dossier = "/toets/\(Scene.plan)"
    private static let weighing = dossier + "/afweging"

    /// Who reads dossiers reads it; nobody else learns that it is there.
    private static func readable(_ path: String, _ route: String) -> Expected {
        let all: [Scene.Person: Int] = [.reader: 200, .official: 200, .colleague: 200, .both: 200, .asked: 200]
        return Expected(method: .get, path: dossier + path, route: "/toets/:id" + route, named: all, other: 404)
    }

    /// Officials write; other readers of the dossier are told that they may not.
    private static func writable(
        _ method: HTTPRequest.Method, _ path: String, _ route: String, _ official: Int
    ) -> Expected {
        let all: [Scene.Person: Int] = [
            .reader: 403, .official: official, .colleague: official, .both: official, .asked: 403,
        ]
        return Expected(method: method, path: dossier + path, route: "/toets/:id" + route, named: all, other: 404)
    }

    private static func administered(_ method: HTTPRequest.Method, _ path: String, _ route: String, _ status: Int)
        -> Expected
    {
        Expected(
            method: method, path: "/beheer" + path, route: "/beheer" + route, named: [.administrator: status],
            other: 403)
    }

    static let pages: [Expected] =
        [
            Expected(
                method: .get, path: "/werk", route: "/werk",
                named: [.reader: 200, .official: 200, .colleague: 200, .both: 200, .asked: 200, .unasked: 200],
                other: 403),
            Expected(
                method: .get, path: "/werk/plan/\(Scene.otherPlan)", route: "/werk/plan/:id",
                named: [.official: 200, .colleague: 200, .both: 200], other: 403),
            Expected(
                method: .post, path: "/werk/plan/\(Scene.otherPlan)", route: "/werk/plan/:id",
                named: [.official: 422, .colleague: 422, .both: 422], other: 403),
            // A draft of somebody else is not there, for officials either.
            Expected(
                method: .get, path: "/werk/plan/\(Scene.draftPlan)", route: "/werk/plan/:id",
                named: [.official: 404, .colleague: 404, .both: 404], other: 403),
            readable("/afweging", "/afweging"),
            readable("/afweging/\(Scene.rest)", "/afweging/:frame/:principle/:question"),
            readable("/afweging/toetsblad", "/afweging/toetsblad"),
            readable("/afweging/bevinding/\(Scene.finding)", "/afweging/bevinding/:finding"),
            readable("/afweging/geschiedenis", "/afweging/geschiedenis"), readable("/meelezen", "/meelezen"),
            readable("/publiceren", "/publiceren"),
            writable(.get, "/afweging/dilemma/nieuw", "/afweging/dilemma/:item", 200),
            writable(.get, "/afweging/voorwaarde/nieuw", "/afweging/voorwaarde/:item", 200),
            writable(.get, "/afweging/uitkomst", "/afweging/uitkomst", 200),
            writable(.get, "/afweging/verslag", "/afweging/verslag", 200),
            writable(.get, "/afweging/betwisten/\(Scene.finding)", "/afweging/betwisten/:finding", 200),
            writable(.get, "/afweging/vraag/\(Scene.question)", "/afweging/vraag/:question", 200),
            writable(.get, "/afweging/tweede-lezer", "/afweging/tweede-lezer", 200),
            writable(.get, "/afweging/sluiten", "/afweging/sluiten", 200),
            // Not published, so there is nothing to take the place of.
            writable(.get, "/vervangen", "/vervangen", 404), writable(.post, "/vervangen", "/vervangen", 404),
            writable(.post, "/afweging/\(Scene.room)", "/afweging/:frame/:principle/:question", 303),
            writable(.post, "/afweging/dilemma/nieuw", "/afweging/dilemma/:item", 422),
            writable(.post, "/afweging/voorwaarde/nieuw", "/afweging/voorwaarde/:item", 422),
            writable(.post, "/afweging/uitkomst", "/afweging/uitkomst", 422),
            writable(.post, "/afweging/verslag", "/afweging/verslag", 422),
            writable(.post, "/afweging/betwisten/\(Scene.finding)", "/afweging/betwisten/:finding", 422),
            writable(.post, "/afweging/vraag/\(Scene.question)", "/afweging/vraag/:question", 422),
            writable(.post, "/afweging/tweede-lezer", "/afweging/tweede-lezer", 422),
            writable(.post, "/afweging/sluiten", "/afweging/sluiten", 422),
            writable(.post, "/afweging/terugnemen", "/afweging/terugnemen", 422),
            writable(.post, "/afweging/vernieuwen", "/afweging/vernieuwen", 303),
            writable(.post, "/publiceren", "/publiceren", 422),
            // Nothing was written there, contested or answered.
            writable(.post, "/afweging/\(Scene.room)/terug", "/afweging/:frame/:principle/:question/terug", 409),
        ]
        + [
            ("/afweging/betwisten/\(Scene.finding)/intrekken", "/afweging/betwisten/:finding/intrekken"),
            ("/afweging/vraag/\(Scene.question)/intrekken", "/afweging/vraag/:question/intrekken"),
            ("/afweging/afwijking/waterplan", "/afweging/afwijking/:document"),
            ("/afweging/afwijking/waterplan/gezet", "/afweging/afwijking/:document/gezet"),
        ].map { Expected(method: .post, path: dossier + $0.0, route: "/toets/:id" + $0.1, named: [:], other: 404) }
        + [
            ("/afweging/afwijking/waterplan", "/afweging/afwijking/:document"),
            ("/afweging/afwijking/waterplan/gezet", "/afweging/afwijking/:document/gezet"),
        ].map { Expected(method: .get, path: dossier + $0.0, route: "/toets/:id" + $0.1, named: [:], other: 404) }
        + [
            // Everybody who reads it may have typed something; it is only ever their own.
            Expected(
                method: .post, path: weighing + "/concept", route: "/toets/:id/afweging/concept",
                named: [.reader: 303, .official: 303, .colleague: 303, .both: 303, .asked: 303], other: 404),
            Expected(
                method: .post, path: weighing + "/opmerking", route: "/toets/:id/afweging/opmerking",
                named: [.reader: 403, .official: 422, .colleague: 422, .both: 422, .asked: 422], other: 404),
            // The second reader is done: nobody can decide now.
            Expected(
                method: .post, path: dossier + "/meelezen", route: "/toets/:id/meelezen",
                named: [.reader: 403, .official: 403, .colleague: 403, .both: 403, .asked: 403], other: 404),
            administered(.get, "", "", 200), administered(.get, "/accounts", "/accounts", 200),
            administered(.get, "/accounts/nieuw", "/accounts/nieuw", 200),
            administered(.post, "/accounts/nieuw", "/accounts/nieuw", 422),
            administered(.get, "/accounts/id-official", "/accounts/:account", 200),
            administered(.get, "/accounts/niemand", "/accounts/:account", 404),
            administered(.post, "/accounts/id-official", "/accounts/:account", 422),
            administered(.post, "/accounts/niemand/wachtwoord", "/accounts/:account/wachtwoord", 404),
            administered(.post, "/accounts/niemand/afmelden", "/accounts/:account/afmelden", 404),
            administered(.post, "/accounts/niemand/sluiten", "/accounts/:account/sluiten", 404),
            administered(.post, "/accounts/niemand/openen", "/accounts/:account/openen", 404),
            administered(.get, "/logboek", "/logboek", 200), administered(.post, "/logboek", "/logboek", 200),
            administered(.get, "/instellingen", "/instellingen", 200), administered(.get, "/wissen", "/wissen", 200),
            // It goes on, so that its texts are needed.
            administered(.get, "/wissen/\(Scene.plan)", "/wissen/:dossier", 404),
            administered(.post, "/wissen/\(Scene.plan)", "/wissen/:dossier", 404),
        ]

    @Test(
        "every page answers everybody as it must: what one may not know is not there",
        arguments: [nil] + Scene.Person.allCases.map(Optional.some))
    func everybody(_ visitor: Visitor) async throws {
        try await Scene.run { scene in
            try await scene.open()
            try await scene.weigh()
            try await scene.ask()
            _ = try await scene.casework.refuse(
                noInterest: true, comment: "Nog niet.", in: Scene.plan, by: Scene.Person.asked.actor)
            let browser = if let visitor { try await scene.browser(visitor) } else { Browser(client: scene.client) }
            let token = try #require(Browser.token(in: try await browser.get(visitor == nil ? "/aanmelden" : "/").text))
            for page in Self.pages {
                let answer =
                    page.method == .get
                    ? try await browser.get(page.path) : try await browser.post(page.path, token: token, [])
                #expect(Int(answer.status.code) == page.status(visitor), "\(page.method) \(page.path)")
                if visitor == nil {
                    #expect(answer.location?.hasPrefix("/aanmelden?terug=") == true, "\(page.path)")
                }
            }
        }
    }

    @Test("a dossier that is not there and one that is not for somebody look the same")
    func same() async throws {
        try await Scene.run { scene in
            try await scene.open()
            let browser = try await scene.browser(.unasked)
            let hidden = try await browser.get(Self.weighing)
            let absent = try await browser.get("/toets/bestaat-niet/afweging")
            #expect(hidden.status == .notFound)
            let plain = { (text: String) in
                text.replacing(/[0-9a-f]{64,}/, with: "").replacing(Self.dossier, with: "/toets/bestaat-niet")
            }
            #expect(plain(hidden.text) == plain(absent.text))
        }
    }

    @Test("no page of casework or administration is left out of this list")
    func complete() throws {
        let made = try TestSite()
        let covered = Set(Self.pages.map { "\($0.method) \($0.route)" })
        let ours = [
            "/werk", "/beheer", "/toets/:id/afweging", "/toets/:id/meelezen", "/toets/:id/publiceren",
            "/toets/:id/vervangen",
        ]
        let routes = buildRouter(made.site).routes.filter { $0.method != .head }.map { "\($0.method) \($0.path)" }
            .map { $0.replacing("{", with: ":").replacing("}", with: "") }
        let left = routes.filter { route in
            ours.contains { route.split(separator: " ").last?.hasPrefix($0) == true } && !covered.contains(route)
        }
        #expect(left.isEmpty)
        #expect(routes.count > covered.count)
    }
}
