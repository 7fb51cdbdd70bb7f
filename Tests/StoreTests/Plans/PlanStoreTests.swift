import CanonicalJSON
import Casework
import Foundation
import PolicyModel
import Testing

@testable import Store

@Suite("Plans in the store")
struct PlanStoreTests {
    private let test: TestStore
    private var store: Store { test.store }

    init() throws { test = try TestStore() }

    private func plan(_ id: String, owner: String = "i", state: Plan.State = .draft, at seconds: TimeInterval = 0)
        throws -> Plan
    {
        Plan(
            id: id, owner: owner, title: "Plan \(id)",
            input: try JSONValue.parse(#"{"type":"Feature","b":1,"a":[2.5]}"#),
            demo: true, asOf: PolicyDate("2026-11-20"), state: state, createdAt: morning,
            updatedAt: morning.addingTimeInterval(seconds))
    }

    @Test("a plan reads back as it was written")
    func roundTrip() async throws {
        let plan = try plan("p")
        try await store.insert(plan)
        #expect(try await store.plan(id: "p") == plan)
        #expect(try await store.plan(id: "q") == nil)
    }

    @Test("plans are listed per owner, newest first, and those that were handed in apart")
    func lists() async throws {
        try await store.insert(plan("1", at: 10))
        try await store.insert(plan("2", state: .submitted, at: 30))
        try await store.insert(plan("3", owner: "j", state: .submitted, at: 20))
        try await store.insert(plan("4", at: 10))
        #expect(try await store.plans(ownedBy: "i").map(\.id) == ["2", "1", "4"])
        #expect(try await store.submittedPlans().map(\.id) == ["2", "3"])
    }

    @Test("a change counts, and one on an old version is refused with what is kept")
    func versions() async throws {
        var plan = try plan("p")
        try await store.insert(plan)
        plan.title = "Anders"
        let changed = try await store.update(plan)
        #expect(changed.version == 2)
        #expect(changed.title == "Anders")
        plan.title = "Nog anders"
        do {
            _ = try await store.update(plan)
            Issue.record("an old version was kept")
        } catch let conflict as PlanConflict {
            #expect(conflict.current == changed)
        }
        await #expect(throws: PlanIsGone.self) { try await store.update(try self.plan("weg")) }
    }

    @Test("only the owner's plans are deleted, moved or cleared away")
    func owners() async throws {
        try await store.insert(plan("1", owner: "anon:k", at: 0))
        try await store.insert(plan("2", owner: "anon:k", state: .submitted, at: 0))
        try await store.insert(plan("3", owner: "anon:l", at: 100))
        try await store.insert(plan("4", owner: "i", at: 0))
        try await store.delete(id: "4", ownedBy: "j", at: morning)
        #expect(try await store.plan(id: "4") != nil)
        try await store.deleteAnonymousDrafts(untouchedSince: morning + 50)
        #expect(try await store.plan(id: "1") == nil)
        for id in ["2", "3", "4"] { #expect(try await store.plan(id: id) != nil, "\(id)") }
        try await store.movePlans(from: "anon:l", to: "i")
        #expect(try await store.plans(ownedBy: "i").map(\.id) == ["3", "4"])
        try await store.delete(id: "4", ownedBy: "i", at: morning)
        #expect(try await store.plan(id: "4") == nil)
    }
}
