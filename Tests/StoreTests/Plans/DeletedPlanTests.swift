import CanonicalJSON
import Casework
import Foundation
import KompasTesting
import Store
import Testing

@Suite("Deleting a plan and putting it back")
struct DeletedPlanTests {
    private let moment = Date(timeIntervalSince1970: 1_000_000)

    private func plan(_ id: String, state: Plan.State = .draft) -> Plan {
        Plan(id: id, owner: "anon:a", title: id, input: .null, state: state, createdAt: moment, updatedAt: moment)
    }

    private func withStore(_ body: (Store) async throws -> Void) async throws {
        let folder = try TemporaryFolder.make()
        defer { try? FileManager.default.removeItem(at: folder) }
        try await body(try Store(folder: folder))
    }

    @Test("A deleted plan is nowhere, until it is put back as it was")
    func putBack() async throws {
        try await withStore { store in
            try await store.insert(plan("een"))
            try await store.delete(id: "een", ownedBy: "anon:a", at: moment)
            #expect(try await store.plan(id: "een") == nil)
            #expect(try await store.plans(ownedBy: "anon:a") == [])
            #expect(try await store.deletedPlans(ownedBy: "anon:a").map(\.id) == ["een"])
            await #expect(throws: PlanIsGone.self) { try await store.update(plan("een")) }
            try await store.putBack(id: "een", ownedBy: "anon:a")
            #expect(try await store.plan(id: "een") == plan("een"))
            #expect(try await store.deletedPlans(ownedBy: "anon:a") == [])
        }
    }

    @Test("Only the owner deletes and puts back, and what was handed in stays")
    func owner() async throws {
        try await withStore { store in
            try await store.insert(plan("een"))
            try await store.insert(plan("twee", state: .submitted))
            try await store.delete(id: "een", ownedBy: "anon:b", at: moment)
            try await store.delete(id: "twee", ownedBy: "anon:a", at: moment)
            #expect(try await store.plans(ownedBy: "anon:a").map(\.id) == ["een", "twee"])
            try await store.delete(id: "een", ownedBy: "anon:a", at: moment)
            try await store.putBack(id: "een", ownedBy: "anon:b")
            #expect(try await store.plan(id: "een") == nil)
        }
    }

    @Test("What was deleted long ago is gone for good")
    func forgotten() async throws {
        try await withStore { store in
            try await store.insert(plan("een"))
            try await store.insert(plan("twee"))
            try await store.delete(id: "een", ownedBy: "anon:a", at: moment)
            try await store.delete(id: "twee", ownedBy: "anon:a", at: moment.addingTimeInterval(10))
            try await store.forgetPlans(deletedBefore: moment.addingTimeInterval(5))
            #expect(try await store.deletedPlans(ownedBy: "anon:a").map(\.id) == ["twee"])
        }
    }
}
