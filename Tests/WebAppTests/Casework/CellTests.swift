import Hummingbird
import Casework
import Foundation
import HummingbirdTesting
import Testing

@testable import WebApp

@Suite("Writing in a cell") struct CellTests {
    private static let both = [
        ("basedOn", "0"), ("contributes", "ja"), ("contributesArgument", "Meer plek voor boten."), ("strains", "ja"),
        ("strainsArgument", "Minder rust."),
    ]

    @Test("both ticks may be set, each with its argument, and the page says who wrote it and when")
    func both() async throws {
        try await Scene.run { scene in
            try await scene.open()
            let browser = try await scene.browser(.official)
            let page = scene.weighing + "/" + Scene.rest
            let answer = try await browser.post(page, Self.both)
            #expect(answer.status == .seeOther)
            #expect(answer.location == scene.weighing + "#vak-rust-en-ruimte-rust-rust-oever")
            let kept = try #require(try await scene.dossier().cells[Scene.restAtBank])
            #expect(kept.number == 1)
            #expect(
                kept.content
                    == CellContent(
                        contributes: true, contributesArgument: "Meer plek voor boten.", strains: true,
                        strainsArgument: "Minder rust."))
            let text = try await browser.get(scene.weighing).text
            #expect(text.contains("Meer plek voor boten.") && text.contains("Minder rust."))
            #expect(text.contains("Official, 20 november 2026, 12:00"))
        }
    }

    @Test("two people in one cell: the second sees both texts, and one text in which nothing is lost")
    func conflict() async throws {
        try await Scene.run { scene in
            try await scene.open()
            let page = scene.weighing + "/" + Scene.rest
            _ = try await scene.browser(.official).post(page, Self.both)
            let second = try await scene.browser(.colleague)
            let answer = try await second.post(
                page,
                [
                    ("basedOn", "0"), ("strains", "ja"), ("strainsArgument", "De oever is <broos>."),
                    ("contributesArgument", ""),
                ])
            #expect(answer.status == .conflict)
            #expect(answer.text.contains("Official heeft dit gewijzigd op 20 november 2026, 12:00"))
            #expect(answer.text.contains("De oever is &lt;broos&gt;."))
            #expect(answer.text.contains("Minder rust.\n\nDe oever is &lt;broos&gt;.</textarea>"))
            // Only the colleague ticked it, so it stays.
            #expect(answer.text.contains("name=\"contributes\" value=\"ja\" checked"))
            #expect(answer.text.contains("name=\"basedOn\" value=\"1\""))
            #expect(try await scene.dossier().cells[Scene.restAtBank]?.number == 1)

            let merged = "Minder rust, want de oever is broos."
            let done = try await second.post(
                page, token: Browser.token(in: answer.text),
                [
                    ("basedOn", "1"), ("contributes", "ja"), ("contributesArgument", "Meer plek voor boten."),
                    ("strains", "ja"), ("strainsArgument", merged),
                ])
            #expect(done.status == .seeOther)
            let kept = try #require(try await scene.dossier().cells[Scene.restAtBank])
            #expect(kept.content.strainsArgument == merged)
            #expect(kept.earlier.map(\.content.strainsArgument) == ["Minder rust."])
        }
    }

    @Test("after a conflict one may keep only one's own, or leave the other's; the other's is never gone")
    func choices() async throws {
        try await Scene.run { scene in
            try await scene.open()
            let page = scene.weighing + "/" + Scene.rest
            _ = try await scene.browser(.official).post(page, Self.both)
            let second = try await scene.browser(.colleague)
            let mine = [("basedOn", "1"), ("mijn-strains", "ja"), ("mijn-strainsArgument", "Mijn eigen tekst.")]
            let left = try await second.post(page, mine + [("keuze", "hun")])
            #expect(left.status == .seeOther)
            #expect(try await scene.dossier().cells[Scene.restAtBank]?.number == 1)
            let kept = try await second.post(page, mine + [("keuze", "mijn"), ("strainsArgument", "iets anders")])
            #expect(kept.status == .seeOther)
            let versions = try #require(try await scene.dossier().cells[Scene.restAtBank])
            #expect(versions.content == CellContent(strains: true, strainsArgument: "Mijn eigen tekst."))
            #expect(versions.version(1)?.content.contributes == true)
        }
    }

    @Test("what is typed and not saved is kept for that person alone, shown again, and gone once it is saved")
    func draft() async throws {
        try await Scene.run { scene in
            try await scene.open()
            let page = scene.weighing + "/" + Scene.rest
            let browser = try await scene.browser(.official)
            let sent = try await browser.post(
                page, from: nil, [("basedOn", "0"), ("contributes", "ja"), ("contributesArgument", "Half een zin")],
                json: true)
            #expect(sent.status == .ok)
            #expect(sent.text.contains("\"savedAt\":\"12:00\""))
            #expect(try await scene.dossier().cells.isEmpty)
            let again = try await browser.get(page).text
            #expect(again.contains("Dit had u nog niet bewaard."))
            #expect(again.contains("Half een zin</textarea>"))
            #expect(again.contains("name=\"contributes\" value=\"ja\" checked"))
            #expect(try await !scene.browser(.colleague).get(page).text.contains("Half een zin"))
            _ = try await browser.post(page, Self.both)
            #expect(try await !browser.get(page).text.contains("Dit had u nog niet bewaard."))
        }
    }

    @Test("a draft can be thrown away")
    func thrownAway() async throws {
        try await Scene.run { scene in
            try await scene.open()
            let page = scene.weighing + "/" + Scene.rest
            let browser = try await scene.browser(.official)
            _ = try await browser.post(page, from: nil, [("strainsArgument", "Weg ermee")], json: true)
            let answer = try await browser.post(
                scene.weighing + "/concept", from: page, [("veld", "afweging/" + Scene.rest)])
            #expect(answer.location == page)
            #expect(try await !browser.get(page).text.contains("Weg ermee"))
        }
    }

    @Test("one's own last change can be taken back; somebody else's cannot")
    func undo() async throws {
        try await Scene.run { scene in
            try await scene.open()
            let page = scene.weighing + "/" + Scene.rest
            let browser = try await scene.browser(.official)
            _ = try await browser.post(page, Self.both)
            let colleague = try await scene.browser(.colleague)
            #expect(try await !colleague.get(page).text.contains("Neem uw laatste wijziging terug"))
            let refused = try await colleague.post(page + "/terug", from: page, [("basedOn", "1")])
            #expect(refused.status == .conflict)
            #expect(refused.text.contains("U kunt alleen uw eigen wijziging terugnemen."))
            let late = try await browser.post(page + "/terug", from: page, [("basedOn", "0")])
            #expect(late.status == .seeOther)
            #expect(try await scene.dossier().cells[Scene.restAtBank]?.number == 1)
            _ = try await browser.post(page + "/terug", from: page, [("basedOn", "1")])
            let kept = try #require(try await scene.dossier().cells[Scene.restAtBank])
            #expect(kept.content.isEmpty)
            #expect(kept.number == 2)
        }
    }

    @Test("a text that is too long comes back whole, with what to do about it")
    func tooLong() async throws {
        try await Scene.run { scene in
            try await scene.open()
            let long = String(repeating: "a", count: 10_001)
            let answer = try await scene.browser(.official).post(
                scene.weighing + "/" + Scene.rest, [("strains", "ja"), ("strainsArgument", long)])
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("Maak dit korter: waarom het plan spanning geeft. Er passen 10000 tekens."))
            #expect(answer.text.contains(long + "</textarea>"))
        }
    }

    @Test("who was writing when the dossier went to the second reader gets the text back")
    func late() async throws {
        try await Scene.run { scene in
            try await scene.open()
            try await scene.weigh()
            let browser = try await scene.browser(.colleague)
            let page = scene.weighing + "/" + Scene.room
            let token = try #require(Browser.token(in: try await browser.get(page).text))
            try await scene.ask()
            let answer = try await browser.post(
                page, token: token, [("contributes", "ja"), ("contributesArgument", "Net te laat.")])
            #expect(answer.status == .conflict)
            #expect(answer.text.contains("Dit kan nu niet: het dossier is bij de tweede lezer."))
            #expect(answer.text.contains("Net te laat.</textarea>"))
            #expect(try await browser.get(page).text.contains("De afweging</h2>"))
        }
    }

    @Test("the page shows what was found there, and what only people can answer")
    func found() async throws {
        try await Scene.run { scene in
            try await scene.open()
            let text = try await scene.browser(.official).get(scene.weighing + "/" + Scene.room).text
            #expect(text.contains("Een steiger kan als boten erlangs kunnen blijven varen."))
            #expect(text.contains("Houden schippers zicht op de vaarweg?"))
            #expect(text.contains(scene.weighing + "/bevinding/" + Scene.finding))
            #expect(text.contains(scene.weighing + "/betwisten/" + Scene.finding))
        }
    }

    @Test("going on leads to the next question")
    func goOn() async throws {
        try await Scene.run { scene in
            try await scene.open()
            let answer = try await scene.browser(.official).post(
                scene.weighing + "/" + Scene.rest, [("verder", "ja")])
            #expect(answer.location == scene.weighing + "/rust-en-ruimte/rust/rust-water")
        }
    }
}
