import Casework
import Foundation
import KompasTesting
import Testing

@testable import WebApp

@Suite("What who handed a plan in sees of it") struct PlanProgressTests {
    @Test("from handed in to public, with the record and nothing of the weighing before that")
    func progress() async throws {
        try await Scene.run { scene in
            let owner = try await scene.browser(.owner)
            let sheet = "/toets/\(Scene.plan)"
            func states(_ expected: String) async throws {
                let list = try await owner.get("/toets").text
                #expect(list.contains("<td>\(expected)"), "\(expected)")
                #expect(
                    try await owner.get(sheet).text.contains(
                        "\(expected.prefix(1).uppercased())\(expected.dropFirst())"))
            }
            try await states("ingediend")
            try await scene.open()
            try await scene.weigh()
            try await states("in behandeling")
            #expect(try await !owner.get(sheet).text.contains("/afwegingen/2026-"))
            try await scene.ask()
            try await states("in behandeling")
            try await scene.approve()
            _ = try await scene.publish()
            try await states("afgewogen en openbaar")
            for page in ["/toets", sheet] {
                #expect(try await owner.get(page).text.contains("href=\"/afwegingen/2026-0001\""), "\(page)")
            }
        }
    }
}
