import CanonicalJSON
import Hummingbird
import Store
import Casework
import Foundation
import HummingbirdTesting
import Testing

@testable import WebApp

@Suite("Weighing a plan") struct WeighingTests {
    @Test("the page shows every cell of the frame, and what must still be done, all at once")
    func page() async throws {
        try await Scene.run { scene in
            try await scene.open()
            let text = try await scene.browser(.official).get(scene.weighing).text
            for question in [
                "Blijft de oever rustig?", "Blijft het water rustig?", "Blijft er ruimte om te varen?",
                "Is er ruimte voor groen?",
            ] { #expect(text.contains(question)) }
            for point in [
                "Er staat nog in geen enkel vak een afweging.", "Kies eerst een uitkomst en schrijf waarom.",
                "Vul eerst in wat het verslag over zichzelf zegt",
            ] { #expect(text.contains(point)) }
            #expect(!text.contains("Geef aan een tweede lezer"))
            #expect(text.contains("0 van 4 vragen"))
        }
    }

    @Test("a tick without an argument is told with the question that it is about")
    func missing() async throws {
        try await Scene.run { scene in
            try await scene.open()
            let browser = try await scene.browser(.official)
            _ = try await browser.post(scene.weighing + "/" + Scene.rest, [("strains", "ja")])
            let text = try await browser.get(scene.weighing).text
            #expect(text.contains("Bij een vak is “geeft spanning” aangevinkt zonder argument."))
            #expect(text.contains("<span class=\"note\">Blijft de oever rustig?</span>"))
        }
    }

    @Test("a dilemma is added, changed and removed; each time it says who and when")
    func dilemmas() async throws {
        try await Scene.run { scene in
            try await scene.open()
            let browser = try await scene.browser(.official)
            let new = scene.weighing + "/dilemma/nieuw"
            let empty = try await browser.post(new, [("text", " ")])
            #expect(empty.status == .unprocessableContent)
            #expect(empty.text.contains("<a href=\"#text\">Vul in: de tekst.</a>"))
            let added = try await browser.post(new, [("text", "Rust of boten."), ("tension", "")])
            #expect(added.location == scene.weighing + "#dilemmas")
            let item = scene.weighing + "/dilemma/d1"
            _ = try await browser.post(item, [("basedOn", "1"), ("text", "Rust tegenover boten.")])
            #expect(try await browser.get(scene.weighing).text.contains("Rust tegenover boten."))
            _ = try await browser.post(
                item, [("basedOn", "2"), ("text", "Rust tegenover boten."), ("verwijder", "ja")])
            #expect(try await scene.dossier().dilemmas.isEmpty)
            #expect(try await browser.get(item).status == .notFound)
        }
    }

    @Test("two people change one condition: each field is merged by itself")
    func conditions() async throws {
        try await Scene.run { scene in
            try await scene.open()
            let browser = try await scene.browser(.official)
            let new = scene.weighing + "/voorwaarde/nieuw"
            let empty = try await browser.post(new, [])
            for text in ["Vul in: de tekst.", "Vul in: wie ervoor zorgt.", "Vul in: wanneer het klaar moet zijn."] {
                #expect(empty.text.contains(text))
            }
            let first = [("text", "Geen motoren."), ("who", "de havendienst"), ("when", "voor de opening")]
            _ = try await browser.post(new, first)
            let item = scene.weighing + "/voorwaarde/c1"
            _ = try await browser.post(
                item,
                [("basedOn", "1"), ("text", "Geen motoren."), ("who", "het bestuur"), ("when", "voor de opening")])
            let answer = try await scene.browser(.colleague).post(
                item,
                [("basedOn", "1"), ("text", "Geen motoren."), ("who", "de havendienst"), ("when", "in het voorjaar")])
            #expect(answer.status == .conflict)
            // What only the other changed, and what only this one changed.
            #expect(answer.text.contains("name=\"who\" value=\"het bestuur\""))
            #expect(answer.text.contains("name=\"when\" value=\"in het voorjaar\""))
        }
    }

    @Test("no outcome is chosen beforehand; choosing one without a reason is refused, all problems at once")
    func outcome() async throws {
        try await Scene.run { scene in
            try await scene.open()
            let browser = try await scene.browser(.official)
            let page = scene.weighing + "/uitkomst"
            let text = try await browser.get(page).text
            #expect(text.contains("Past bij Meerstad") && text.contains("Past niet bij Meerstad"))
            #expect(!text.contains("checked"))
            let empty = try await browser.post(page, [])
            #expect(empty.text.contains("Kies een van de uitkomsten."))
            #expect(empty.text.contains("Vul in: waarom u deze uitkomst kiest."))
            let forged = try await browser.post(page, [("outcome", "rust-en-ruimte.verzonnen"), ("argument", "x")])
            #expect(forged.status == .unprocessableContent)
            _ = try await browser.post(page, [("outcome", "rust-en-ruimte.past"), ("argument", "Het blijft stil.")])
            #expect(
                try await scene.dossier().outcome?.content
                    == OutcomeContent(frame: "rust-en-ruimte", outcome: "past", argument: "Het blijft stil."))
            #expect(try await browser.get(page).text.contains("value=\"rust-en-ruimte.past\" checked"))
        }
    }

    @Test("two other outcomes are not merged: a person chooses")
    func twoOutcomes() async throws {
        try await Scene.run { scene in
            try await scene.open()
            let page = scene.weighing + "/uitkomst"
            _ = try await scene.browser(.official).post(
                page, [("outcome", "rust-en-ruimte.past"), ("argument", "Stil.")])
            let second = try await scene.browser(.colleague)
            let answer = try await second.post(
                page, [("basedOn", "0"), ("outcome", "rust-en-ruimte.past-niet"), ("argument", "Te druk.")])
            #expect(answer.status == .conflict)
            #expect(!answer.text.contains("checked"))
            let undecided = try await second.post(
                page, token: Browser.token(in: answer.text), [("basedOn", "1"), ("argument", "Stil.\n\nTe druk.")])
            #expect(undecided.status == .unprocessableContent)
            #expect(undecided.text.contains("Stil.\n\nTe druk.</textarea>"))
        }
    }

    @Test("a contested finding stays, marked, with the reason; the plan is assessed again; withdrawing undoes it")
    func contest() async throws {
        try await Scene.run { scene in
            try await scene.open()
            let browser = try await scene.browser(.official)
            let page = scene.weighing + "/betwisten/" + Scene.finding
            let answer = try await browser.post(page, [("reason", "De vaarweg is verlegd.")])
            #expect(answer.location == scene.weighing + "#betwist")
            let text = try await browser.get(scene.weighing).text
            #expect(text.contains("De vaarweg is verlegd."))
            #expect(text.contains("betwist</span>"))
            #expect(try await scene.dossier().assessments.map(\.cause) == [.opening, .contest])
            let finding = try await browser.get(scene.weighing + "/bevinding/" + Scene.finding).text
            #expect(finding.contains("Deze bevinding is betwist."))
            _ = try await browser.post(page + "/intrekken", from: scene.weighing)
            #expect(try await scene.dossier().contests.isEmpty)
            #expect(try await browser.get(scene.weighing + "/betwisten/verzonnen").status == .notFound)
        }
    }

    @Test("an answer needs a choice and a reason; nothing is chosen beforehand; the question is then no longer open")
    func answer() async throws {
        try await Scene.run { scene in
            try await scene.open()
            let browser = try await scene.browser(.official)
            let page = scene.weighing + "/vraag/" + Scene.question
            let form = try await browser.get(page).text
            #expect(!form.contains("checked"))
            #expect(form.contains("Een steiger kan als boten erlangs kunnen blijven varen."))
            let empty = try await browser.post(page, [])
            #expect(empty.text.contains("Kies ja of nee."))
            #expect(empty.text.contains("Schrijf waarom u dit antwoord geeft."))
            _ = try await browser.post(page, [("answer", "ja"), ("reason", "Ter plekke bekeken.")])
            #expect(try await browser.get(scene.weighing).text.contains("<strong>Ja.</strong> Houden schippers zicht"))
            #expect(try await scene.dossier().assessments.count == 2)
            _ = try await browser.post(page + "/intrekken", from: scene.weighing)
            #expect(try await scene.dossier().answers.isEmpty)
            #expect(try await browser.get(scene.weighing + "/vraag/verzonnen").status == .notFound)
        }
    }

    @Test("what came with the plan is the initiator's, whoever opened the dossier")
    func withPlan() async throws {
        try await Scene.run { scene in
            var plan = try #require(try await scene.made.site.store.plan(id: Scene.plan))
            var input = try #require(plan.input.object)
            input["answers"] = [Scene.question: ["value": true, "by": "bedrijf", "reason": "Zelf gemeten."]]
            plan.input = .object(input)
            plan = try await scene.made.site.store.update(plan)
            _ = try await scene.casework.open(
                plan: plan.id, planVersion: plan.version, isOwnInitiative: false, day: scene.made.site.today,
                by: Scene.Person.official.actor)
            let text = try await scene.browser(.colleague).get(scene.weighing).text
            #expect(text.contains("Zelf gemeten."))
            #expect(text.contains("De initiatiefnemer, met het plan"))
        }
    }

    @Test("history tells what happened, newest first, by role and name")
    func history() async throws {
        try await Scene.run { scene in
            try await scene.open()
            try await scene.weigh()
            let text = try await scene.browser(.reader).get(scene.weighing + "/geschiedenis").text
            let order = [
                "Gegevens van het verslag ingevuld (versie 1)", "Uitkomst gekozen: Past bij Meerstad (versie 1)",
                "Geschreven bij: Blijft de oever rustig? (geeft spanning, versie 1)", "Plan getoetst",
                "Dossier geopend op het ingediende plan",
            ].map { text.range(of: $0)?.lowerBound }
            let places = order.compactMap(\.self)
            #expect(places.count == order.count)
            #expect(places == places.sorted())
            #expect(text.contains("Official<br><span class=\"note\">behandelaar</span>"))
        }
    }

    @Test("comments are for colleagues: they stand in the dossier and never in the preview")
    func comments() async throws {
        try await Scene.run { scene in
            try await scene.open()
            let browser = try await scene.browser(.official)
            _ = try await browser.post(
                scene.weighing + "/opmerking", from: scene.weighing, [("comment", "Even navragen bij de haven.")])
            #expect(try await browser.get(scene.weighing).text.contains("Even navragen bij de haven."))
            let long = String(repeating: "a", count: 10_001)
            let tooLong = try await browser.post(
                scene.weighing + "/opmerking", from: scene.weighing, [("comment", long)])
            #expect(tooLong.status == .unprocessableContent)
            #expect(tooLong.text.contains(long + "</textarea>"))
            #expect(try await !browser.get("/toets/\(Scene.plan)/publiceren").text.contains("Even navragen"))
        }
    }

    @Test("a dossier is closed with a reason, and opened again")
    func close() async throws {
        try await Scene.run { scene in
            try await scene.open()
            let browser = try await scene.browser(.official)
            let page = scene.weighing + "/sluiten"
            #expect(try await browser.post(page, []).text.contains("Vul in: de reden."))
            _ = try await browser.post(page, [("reason", "Ingetrokken.")])
            #expect(try await scene.dossier().state == .closed)
            #expect(try await browser.get(scene.weighing + "/uitkomst").location == scene.weighing)
            _ = try await browser.post(page, [("reason", "Toch weer.")])
            #expect(try await scene.dossier().state == .deliberation)
        }
    }

    @Test("the sheet of a dossier is the one that was assessed, with what people argued in its compass")
    func sheet() async throws {
        try await Scene.run { scene in
            try await scene.open()
            try await scene.weigh()
            let text = try await scene.browser(.reader).get(scene.weighing + "/toetsblad").text
            #expect(text.contains("Een steiger kan als boten erlangs kunnen blijven varen."))
            #expect(text.contains("class=\"argued strains\""))
            #expect(!text.contains("class=\"argued contributes\""))
        }
    }

    @Test("an earlier weighing of the same activity is shown, with where it went another way")
    func earlier() async throws {
        try await Scene.run { scene in
            try await scene.open()
            try await scene.weigh()
            try await scene.ask()
            try await scene.approve()
            _ = try await scene.publish()
            let browser = try await scene.browser(.official)
            let begun = try await browser.post("/toets/\(Scene.plan)/vervangen", [])
            let text = try await browser.get(try #require(begun.location)).text
            #expect(text.contains("Afweging 2026-0001</a>: Past bij Meerstad"))
            #expect(text.contains("dezelfde activiteit: Steiger aanleggen"))
            #expect(text.contains("Hier: niets aangevinkt. Daar: geeft spanning."))
            #expect(text.contains("Er komt geluid bij de oever."))
        }
    }
}
