import Store
import Hummingbird
import Accounts
import Casework
import Foundation
import HummingbirdTesting
import Testing

@testable import WebApp

@Suite("The chain, and erasing, in administration") struct AuditTests {
    @Test("the chain is followed and found whole; an earlier head is checked along")
    func whole() async throws {
        try await Scene.run { scene in
            try await scene.open()
            let earlier = try await scene.made.site.store.head()
            try await scene.weigh()
            let browser = try await scene.browser(.administrator)
            let answer = try await browser.post("/beheer/logboek", [("stand", earlier.description)])
            #expect(answer.text.contains("De keten is heel"))
            #expect(answer.text.contains("De stand die u opgaf, is gebeurtenis \(earlier.sequence)."))
            let forged = ChainHead(sequence: 1, hash: String(repeating: "a", count: 64))
            let other = try await browser.post("/beheer/logboek", [("stand", forged.description)])
            #expect(other.text.contains("De keten is niet heel"))
            let nonsense = try await browser.post("/beheer/logboek", [("stand", "iets")])
            #expect(nonsense.status == .unprocessableContent)
        }
    }

    @Test("the log tells kinds and roles: no name, no title, no text")
    func plain() async throws {
        try await Scene.run { scene in
            try await scene.open()
            try await scene.weigh()
            let text = try await scene.browser(.administrator).get("/beheer/logboek").text
            #expect(text.contains("vak geschreven") && text.contains("behandelaar"))
            for word in ["Official", "Steiger", "geluid"] { #expect(!text.contains(word), "\(word)") }
        }
    }

    @Test("texts of a finished dossier are erased on a ground, and the chain stays whole")
    func erase() async throws {
        try await Scene.run { scene in
            try await scene.open()
            try await scene.weigh()
            try await scene.ask()
            try await scene.approve()
            _ = try await scene.publish()
            let store = scene.made.site.store
            let browser = try await scene.browser(.administrator)
            let page = "/beheer/wissen/\(Scene.plan)"
            let texts = try await store.texts(ofDossier: Scene.plan)
            let argument = try #require(texts.first { $0.kind == .argument })
            let empty = try await browser.post(page, [])
            for problem in [
                "Kies ten minste één tekst.", "Schrijf op welke grond dit mag.", "Schrijf wie hiertoe besloot",
                "Vink aan dat u zeker bent",
            ] { #expect(empty.text.contains(problem)) }
            let shelf = RecordShelf.folder(in: scene.made.site.dataFolder)
            try FileManager.default.createDirectory(at: shelf, withIntermediateDirectories: true)
            for name in ["2026-0001-aa.pdf", "2026-00010-bb.pdf"] {
                try Data("x".utf8).write(to: shelf.appending(path: name))
            }
            let fields = [("ground", "bewaartermijn"), ("by", "archivaris"), ("zeker", "ja")]
            let foreign = try await browser.post(page, fields + [("tekst", "999.argument")])
            #expect(foreign.status == .unprocessableContent)
            _ = try await browser.post(page, fields + [("tekst", argument.id)])
            #expect(try await store.text(id: argument.id)?.text == nil)
            // What was made of the record before holds the text.
            #expect(try FileManager.default.contentsOfDirectory(atPath: shelf.path) == ["2026-00010-bb.pdf"])
            #expect(try await store.verify().isWhole)
            #expect(try await browser.get(page).text.contains("archivaris: bewaartermijn"))
            let dossier = try await scene.browser(.reader).get(scene.weighing + "/" + Scene.rest).text
            #expect(dossier.contains("[Gewist op 20 november 2026: bewaartermijn]"))
        }
    }

    @Test("a name is chosen once, and then goes everywhere in the dossier")
    func name() async throws {
        try await Scene.run { scene in
            try await scene.open()
            try await scene.weigh()
            _ = try await scene.casework.close(reason: "Klaar.", in: Scene.plan, by: Scene.Person.official.actor)
            let store = scene.made.site.store
            let browser = try await scene.browser(.administrator)
            let page = "/beheer/wissen/\(Scene.plan)"
            let names = try await store.texts(ofDossier: Scene.plan).filter { $0.kind == .person }
            #expect(names.count > 2)
            #expect(Set(names.map(\.text)).count == 1)
            let text = try await browser.get(page).text
            #expect(text.components(separatedBy: "naam en account").count == 2)
            // All links of the chain up to the last, which are hers.
            #expect(text.contains(">1–\(names.count)</td>"))
            let fields = [("ground", "verzoek"), ("by", "privacyfunctionaris"), ("zeker", "ja")]
            _ = try await browser.post(page, fields + [("tekst", names.map(\.id).joined(separator: " "))])
            let left = try await store.texts(ofDossier: Scene.plan).filter { $0.kind == .person && $0.text != nil }
            // Erasing is an event too, by who erased.
            #expect(left.filter { name in names.contains { $0.id == name.id } }.isEmpty)
            #expect(try await store.verify().isWhole)
        }
    }

    @Test("of a text only its beginning is shown to who manages the server")
    func beginning() async throws {
        try await Scene.run { scene in
            try await scene.open()
            _ = try await scene.casework.saveCell(
                Scene.restAtBank,
                CellContent(strains: true, strainsArgument: String(repeating: "a", count: 60) + "geheim einde"),
                basedOn: 0,
                in: Scene.plan, by: Scene.Person.official.actor)
            _ = try await scene.casework.close(reason: "Klaar.", in: Scene.plan, by: Scene.Person.official.actor)
            let text = try await scene.browser(.administrator).get("/beheer/wissen/\(Scene.plan)").text
            #expect(text.contains(String(repeating: "a", count: 60) + " …"))
            #expect(!text.contains("geheim einde"))
        }
    }
}
