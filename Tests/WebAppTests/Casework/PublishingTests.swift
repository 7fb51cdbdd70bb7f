import Store
import Accounts
import CanonicalJSON
import Hummingbird
import Casework
import Foundation
import HummingbirdTesting
import Testing

@testable import WebApp

@Suite("The second reader, and publishing") struct PublishingTests {
    private static let reading = "/toets/\(Scene.plan)/meelezen"
    private static let publishing = "/toets/\(Scene.plan)/publiceren"

    @Test("who wrote in the dossier cannot be chosen as the second reader, nor oneself")
    func choosing() async throws {
        try await Scene.run { scene in
            try await scene.open()
            try await scene.weigh()
            _ = try await scene.casework.addItem(
                .dilemma, ItemContent(text: "Rust of boten."), in: Scene.plan, by: Scene.Person.both.actor)
            let browser = try await scene.browser(.official)
            let page = scene.weighing + "/tweede-lezer"
            let text = try await browser.get(page).text
            #expect(text.contains("Asked") && text.contains("Unasked"))
            #expect(text.contains("omdat zij aan dit dossier schreven: Both."))
            #expect(!text.contains("checked"))
            let forged = try await browser.post(page, [("reader", "id-both")])
            #expect(forged.status == .unprocessableContent)
            #expect(forged.text.contains("Deze collega heeft zelf aan het dossier geschreven."))
            let none = try await browser.post(page, [("reader", "id-reader")])
            #expect(none.text.contains("Kies een collega met de rol tweede lezer."))
            let done = try await browser.post(page, [("reader", "id-asked")])
            #expect(done.location == Self.reading)
            #expect(try await scene.dossier().state == .review)
        }
    }

    @Test("as long as something is missing there is nobody to choose")
    func tooEarly() async throws {
        try await Scene.run { scene in
            try await scene.open()
            let browser = try await scene.browser(.official)
            let text = try await browser.get(scene.weighing + "/tweede-lezer").text
            #expect(text.contains("Dit moet eerst"))
            #expect(!text.contains("id-asked"))
            let forged = try await browser.post(
                scene.weighing + "/tweede-lezer", from: scene.weighing, [("reader", "id-asked")])
            #expect(forged.status == .unprocessableContent)
        }
    }

    @Test("the second reader finds the dossier on the worklist, reads everything, and must declare to have no interest")
    func approve() async throws {
        try await Scene.run { scene in
            try await scene.open()
            try await scene.weigh()
            try await scene.ask()
            let browser = try await scene.browser(.asked)
            let list = try await browser.get("/werk").text
            #expect(list.contains("Lees dit dossier als tweede lezer"))
            #expect(!list.contains("Drijvende tuin"))
            let page = try await browser.get(Self.reading).text
            for text in ["Past hier een steiger?", "Er komt geluid bij de oever.", "Het geluid blijft klein."] {
                #expect(page.contains(text))
            }
            #expect(!page.contains("checked"))
            let undeclared = try await browser.post(Self.reading, [("besluit", "akkoord")])
            #expect(undeclared.status == .unprocessableContent)
            #expect(undeclared.text.contains("Verklaar dat u geen belang hebt bij dit plan."))
            let undecided = try await browser.post(Self.reading, [("noInterest", "ja")])
            #expect(undecided.text.contains("Kies: akkoord, of terug naar de afweging."))
            let seen = try #require(Self.seen(in: page))
            _ = try await browser.post(
                Self.reading, [("noInterest", "ja"), ("besluit", "akkoord"), ("seen", seen)])
            #expect(try await scene.dossier().state == .approved)
            #expect(
                try await scene.browser(.official).get("/werk").text.contains("De tweede lezer is akkoord: publiceer"))
        }
    }

    private static func seen(in page: String) -> String? {
        page.firstMatch(of: /name="seen" value="([0-9a-f]{64})"/).map { String($0.1) }
    }

    @Test("what was changed after the second reader saw it cannot be approved unseen")
    func changedMeanwhile() async throws {
        try await Scene.run { scene in
            try await scene.open()
            try await scene.weigh()
            try await scene.ask()
            let browser = try await scene.browser(.asked)
            let old = try #require(Self.seen(in: try await browser.get(Self.reading).text))
            let me = Scene.Person.official.actor
            _ = try await scene.casework.takeBack(reason: "Nog iets.", in: Scene.plan, by: me)
            _ = try await scene.casework.saveOutcome(
                OutcomeContent(frame: "rust-en-ruimte", outcome: "past", argument: "Iets heel anders."), basedOn: 1,
                in: Scene.plan, by: me)
            try await scene.ask()
            let answer = try await browser.post(
                Self.reading, [("noInterest", "ja"), ("besluit", "akkoord"), ("seen", old)])
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("Het dossier is veranderd nadat u deze pagina opende."))
            #expect(answer.text.contains("Iets heel anders."))
            #expect(try await scene.dossier().state == .review)
            // Without the field nothing was seen.
            let blind = try await browser.post(Self.reading, [("noInterest", "ja"), ("besluit", "akkoord")])
            #expect(blind.status == .unprocessableContent)
            let new = try #require(Self.seen(in: answer.text))
            #expect(new != old)
            _ = try await browser.post(
                Self.reading, [("noInterest", "ja"), ("besluit", "akkoord"), ("seen", new)])
            #expect(try await scene.dossier().state == .approved)
        }
    }

    @Test("a second reader cannot be the one whose plan it is")
    func ownPlan() async throws {
        try await Scene.run { scene in
            try await scene.made.site.store.movePlans(from: "id-owner", to: "id-asked")
            try await scene.open()
            try await scene.weigh()
            let browser = try await scene.browser(.official)
            let page = scene.weighing + "/tweede-lezer"
            let text = try await browser.get(page).text
            #expect(text.contains("id-unasked") && !text.contains("id-asked"))
            #expect(text.contains("omdat het plan van hen is: Asked."))
            let forged = try await browser.post(page, [("reader", "id-asked")])
            #expect(forged.status == .unprocessableContent)
            #expect(forged.text.contains("Het plan is van deze collega zelf."))
            #expect(try await scene.dossier().state == .deliberation)
            // Given to a colleague who then turns out to have it: also refused at the decision.
            _ = try await scene.casework.askReading(
                of: Scene.Person.unasked.actor, in: Scene.plan, by: Scene.Person.official.actor)
            try await scene.made.site.store.movePlans(from: "id-asked", to: "id-unasked")
            let reader = try await scene.browser(.unasked)
            let reading = try await reader.get(Self.reading).text
            #expect(reading.contains("Dit is uw eigen plan."))
            #expect(!reading.contains("name=\"besluit\""))
            await #expect(throws: CaseRefused([.readerOwnsPlan])) {
                _ = try await scene.casework.approve(
                    noInterest: true, comment: "", seen: try await scene.seen(Scene.plan), in: Scene.plan,
                    by: Scene.Person.unasked.actor)
            }
        }
    }

    @Test("sending back needs a comment, which then stands above the weighing")
    func refuse() async throws {
        try await Scene.run { scene in
            try await scene.open()
            try await scene.weigh()
            try await scene.ask()
            let browser = try await scene.browser(.asked)
            let empty = try await browser.post(
                Self.reading, [("noInterest", "ja"), ("besluit", "terug"), ("comment", "")])
            #expect(empty.status == .unprocessableContent)
            #expect(empty.text.contains("Vul in: de opmerking."))
            #expect(empty.text.contains("name=\"noInterest\" value=\"ja\" checked"))
            _ = try await browser.post(
                Self.reading, [("noInterest", "ja"), ("besluit", "terug"), ("comment", "Meet eerst het geluid.")])
            let text = try await scene.browser(.official).get(scene.weighing).text
            #expect(text.contains("De tweede lezer gaf het dossier terug"))
            #expect(text.contains("Meet eerst het geluid."))
            #expect(try await scene.dossier().state == .deliberation)
        }
    }

    @Test("a plan of the own organisation is flagged on every page of the dossier and in the preview")
    func ownInitiative() async throws {
        try await Scene.run { scene in
            let browser = try await scene.browser(.official)
            let page = "/werk/plan/\(Scene.plan)"
            #expect(try await browser.post(page, [("versie", "1")]).text.contains("Kies of het een plan van uw eigen"))
            let opened = try await browser.post(page, [("versie", "1"), ("eigen", "ja")])
            #expect(opened.location == scene.weighing)
            for path in [scene.weighing, scene.weighing + "/" + Scene.rest, Self.reading, Self.publishing] {
                #expect(try await browser.get(path).text.contains("<strong>Eigen plan.</strong>"), "\(path)")
            }
        }
    }

    @Test("what is published is what was shown, byte for byte, under a number; it then never changes")
    func publish() async throws {
        try await Scene.run { scene in
            try await scene.open()
            try await scene.weigh()
            try await scene.ask()
            try await scene.approve()
            let browser = try await scene.browser(.official)
            let page = try await browser.get(Self.publishing).text
            let seen = try #require(page.firstMatch(of: /name="seen" value="([0-9a-f]{64})"/)).1
            let unread = try await browser.post(Self.publishing, [("seen", String(seen))])
            #expect(unread.text.contains("Vink aan dat u hebt gelezen wat openbaar wordt."))
            let answer = try await browser.post(Self.publishing, [("seen", String(seen)), ("gelezen", "ja")])
            #expect(answer.location == "/afwegingen/2026-0001")
            let kept = try #require(try await scene.made.site.store.record(number: "2026-0001"))
            #expect(try kept.record.contentHash == String(seen))
            #expect(!(try kept.record.publicJSON.canonicalString).contains("Official"))
            let again = try await browser.post(
                Self.publishing, from: "/werk", [("seen", String(seen)), ("gelezen", "ja")])
            #expect(again.status == .unprocessableContent)
            #expect(again.text.contains("het dossier is gepubliceerd"))
            #expect(try await browser.get(scene.weighing + "/uitkomst").status == .seeOther)
        }
    }

    @Test("a preview that is no longer what would be published is refused")
    func stale() async throws {
        try await Scene.run { scene in
            try await scene.open()
            try await scene.weigh()
            try await scene.ask()
            try await scene.approve()
            let browser = try await scene.browser(.official)
            let answer = try await browser.post(
                Self.publishing, [("seen", String(repeating: "0", count: 64)), ("gelezen", "ja")])
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("Het dossier is veranderd nadat u deze pagina opende."))
            #expect(try await scene.made.site.store.records().isEmpty)
        }
    }

    @Test("an approved dossier is taken back with a reason to change something; the approval no longer counts")
    func takeBack() async throws {
        try await Scene.run { scene in
            try await scene.open()
            try await scene.weigh()
            try await scene.ask()
            try await scene.approve()
            let browser = try await scene.browser(.official)
            let empty = try await browser.post(scene.weighing + "/terugnemen", from: Self.reading, [])
            #expect(empty.text.contains("Vul in: de reden."))
            _ = try await browser.post(
                scene.weighing + "/terugnemen", from: Self.reading, [("reason", "Een typefout.")])
            #expect(try await scene.dossier().state == .deliberation)
            #expect(try await !browser.get(Self.publishing).text.contains("name=\"seen\""))
        }
    }

    @Test("a new weighing takes the place of a published one: empty, of the same plan, and both point at each other")
    func supersede() async throws {
        try await Scene.run { scene in
            try await scene.open()
            try await scene.weigh()
            try await scene.ask()
            try await scene.approve()
            _ = try await scene.publish()
            let browser = try await scene.browser(.colleague)
            let begun = try await browser.post("/toets/\(Scene.plan)/vervangen", [])
            let path = try #require(begun.location)
            let id = try #require(path.split(separator: "/").dropFirst().first.map(String.init))
            let dossier = try #require(try await scene.made.site.store.dossier(id: id))
            #expect(dossier.cells.isEmpty && dossier.outcome == nil)
            #expect(dossier.details?.content.supersedes == "2026-0001")
            #expect(dossier.title?.text == "Steiger bij de plas")
            let me = Scene.Person.colleague.actor
            _ = try await scene.casework.saveCell(
                Scene.restAtBank, CellContent(contributes: true, contributesArgument: "Nu stiller."), basedOn: 0,
                in: id,
                by: me)
            _ = try await scene.casework.saveOutcome(
                OutcomeContent(frame: "rust-en-ruimte", outcome: "past", argument: "Goed."), basedOn: 0, in: id, by: me)
            _ = try await scene.casework.askReading(of: Scene.Person.asked.actor, in: id, by: me)
            _ = try await scene.casework.approve(
                noInterest: true, comment: "", seen: try await scene.seen(id), in: id, by: Scene.Person.asked.actor)
            let page = "/toets/\(id)/publiceren"
            let seen = try #require(
                try await browser.get(page).text.firstMatch(of: /name="seen" value="([0-9a-f]{64})"/)
            ).1
            let answer = try await browser.post(page, [("seen", String(seen)), ("gelezen", "ja")])
            #expect(answer.location == "/afwegingen/2026-0002")
            #expect(try await scene.made.site.store.record(number: "2026-0001")?.supersededBy == "2026-0002")
            #expect(try await scene.dossier().state == .superseded)
            #expect(try await browser.get("/toets/\(Scene.plan)/vervangen").status == .notFound)
        }
    }

    @Test("a plan is taken up once, in the version that was seen")
    func takeUp() async throws {
        try await Scene.run { scene in
            let browser = try await scene.browser(.official)
            #expect(try await browser.get("/werk").text.contains("Neem in behandeling"))
            #expect(try await browser.get(scene.weighing).location == "/werk/plan/\(Scene.plan)")
            let page = "/werk/plan/\(Scene.plan)"
            let old = try await browser.post(page, [("versie", "0"), ("eigen", "nee")])
            #expect(old.text.contains("Het plan is intussen veranderd. Bekijk het opnieuw."))
            _ = try await browser.post(page, [("versie", "1"), ("eigen", "nee")])
            #expect(try await browser.get(page).location == scene.weighing)
            let list = try await browser.get("/werk").text
            #expect(list.contains("Ga verder met de afweging"))
            #expect(list.contains("Drijvende tuin") && !list.contains("Neem in behandeling: Steiger"))
        }
    }

    @Test("an empty worklist says what to do")
    func empty() async throws {
        let made = try TestSite()
        try await made.test { client in
            let text = try await made.browser("x", roles: [.official], client: client).get("/werk").text
            #expect(text.contains("Er wacht nu niets op u."))
            #expect(text.contains("Een plan komt hier zodra de maker het indient."))
            #expect(text.contains("Een dossier ontstaat als iemand een ingediend plan in behandeling neemt."))
        }
    }

    @Test("the worklist shows one state when asked; a state that does not exist shows all")
    func filter() async throws {
        try await Scene.run { scene in
            try await scene.open()
            let browser = try await scene.browser(.reader)
            #expect(try await browser.get("/werk?stand=deliberation").text.contains("Steiger bij de plas"))
            #expect(try await browser.get("/werk?stand=review").text.contains("Geen dossiers in deze stand."))
            #expect(try await browser.get("/werk?stand=verzonnen").text.contains("Steiger bij de plas"))
        }
    }
}
