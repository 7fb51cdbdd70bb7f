import Accounts
import CanonicalJSON
import Casework
import Foundation
import Logging
import Store
import Testing

@testable import WebApp

@Suite("What the server tidies up by itself") struct HousekeepingTests {
    @Test("text that was typed and not saved goes after a month, failures to sign in after a day")
    func unsaved() async throws {
        let made = try TestSite()
        let store = made.site.store
        try await store.insert(
            Account(id: "a", login: "a", displayName: "A", roles: [.official], createdAt: TestSite.moment),
            passwordHash: nil)
        let day = 24.0 * 3600
        for (field, age) in [("oud", 30 * day + 1), ("jong", 30 * day - 1)] {
            try await store.keep(
                UnsavedText(
                    account: "a", dossier: "d", field: field, basedOn: 0, body: .null,
                    at: TestSite.moment.addingTimeInterval(-age)))
        }
        _ = try await store.changeSignInFailures(of: ["oud", "jong"]) { failures in
            failures["oud"] = SignInFailures(count: 3, lastAt: TestSite.moment.addingTimeInterval(-day - 1))
            failures["jong"] = SignInFailures(count: 3, lastAt: TestSite.moment.addingTimeInterval(-day + 1))
            return nil
        }
        try await Housekeeping(site: made.site, logger: Logger(label: "test")).tidy()
        #expect(try await store.unsaved(account: "a", dossier: "d").map(\.field) == ["jong"])
        let known = try await store.changeSignInFailures(of: ["oud", "jong"]) { failures in
            Double(failures.count)
        }
        #expect(known == 1)
    }
}
