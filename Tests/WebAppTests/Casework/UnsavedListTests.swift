import Foundation
import HTTPTypes
import KompasTesting
import Testing

@testable import WebApp

@Suite("What was typed and not saved") struct UnsavedListTests {
    @Test("it is told where the dossier is handed on, to who typed it alone, and stays readable after that")
    func told() async throws {
        try await Scene.run { scene in
            try await scene.open()
            try await scene.weigh()
            let typed = "Ook de buren zijn gehoord."
            let cell = CasePaths(Scene.plan).cell(Scene.restAtBank)
            let browser = try await scene.browser(.official)
            let kept = try await browser.post(
                cell, [("basedOn", "1"), ("strains", "ja"), ("strainsArgument", typed)], json: true)
            #expect(kept.status == .ok)
            for page in [scene.weighing, scene.weighing + "/tweede-lezer"] {
                let text = try await browser.get(page).text
                #expect(text.contains("Nog niet bewaard") && text.contains(typed), "\(page)")
                #expect(text.contains("href=\"\(cell)\""))
            }
            try await scene.ask()
            let locked = try await browser.get(scene.weighing).text
            #expect(locked.contains(typed) && locked.contains("Alleen u ziet het, tot een maand"))
            let reader = try await scene.browser(.reader).get(scene.weighing).text
            #expect(!reader.contains(typed))
        }
    }
}
