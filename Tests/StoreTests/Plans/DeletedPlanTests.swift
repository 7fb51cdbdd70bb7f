import CanonicalJSON
import Casework
import Foundation
import KompasTesting
import PolicyModel
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

    @Test("What a dossier was opened on is neither deleted nor taken back, whatever its state")
    func takenUp() async throws {
        let test = try TestStore()
        _ = try await test.opened()
        await #expect(throws: PlanIsTakenUp(id: "plan")) {
            try await test.store.takeBack(id: "plan", ownedBy: "i", at: morning)
        }
        var plan = try #require(try await test.store.plan(id: "plan"))
        plan.state = .draft
        _ = try await test.store.update(plan)
        try await test.store.delete(id: "plan", ownedBy: "i", at: morning)
        #expect(try await test.store.plan(id: "plan") != nil)
    }

    @Test("Taking back makes a draft of what was handed in, for its owner alone")
    func takeBack() async throws {
        try await withStore { store in
            var handedIn = plan("een", state: .submitted)
            handedIn.asOf = PolicyDate(year: 2026, month: 11, day: 20)
            try await store.insert(handedIn)
            for owner in ["anon:b", ""] {
                await #expect(throws: PlanIsGone.self) {
                    try await store.takeBack(id: "een", ownedBy: owner, at: moment + 5)
                }
            }
            try await store.takeBack(id: "een", ownedBy: "anon:a", at: moment + 5)
            let kept = try #require(try await store.plan(id: "een"))
            #expect(kept.state == .draft && kept.asOf == nil)
            #expect(kept.version == 2 && kept.updatedAt == moment + 5)
            await #expect(throws: PlanIsGone.self) {
                try await store.takeBack(id: "een", ownedBy: "anon:a", at: moment + 6)
            }
        }
    }

    @Test("No more plans are kept than one may have")
    func most() async throws {
        try await withStore { store in
            try await store.insert(plan("een"), most: 2)
            try await store.insert(plan("twee"), most: 2)
            try await store.delete(id: "een", ownedBy: "anon:a", at: moment)
            await #expect(throws: TooManyPlans(most: 2)) { try await store.insert(plan("drie"), most: 2) }
            try await store.forgetPlans(deletedBefore: moment + 1)
            try await store.insert(plan("drie"), most: 2)
            #expect(try await store.plans(ownedBy: "anon:a").map(\.id) == ["drie", "twee"])
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
