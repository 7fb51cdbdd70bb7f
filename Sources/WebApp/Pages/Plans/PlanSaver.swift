import Accounts
import Casework
import Foundation
import Store

/// Keeps what was told of a plan, without losing what somebody else told in the meantime.
struct PlanSaver {
    let site: Site

    /// The most plans of one owner.
    static let mostPlans = 100

    enum Outcome {
        case saved(Plan)
        /// Somebody else changed the same in the meantime; nothing was kept.
        case changed(current: Plan)
    }

    /// Keeps a new plan.
    func create(_ draft: PlanDraft, owner: String, title: String? = nil) async throws -> Plan {
        guard try await site.store.plans(ownedBy: owner).count < Self.mostPlans else {
            throw PageRefused.wrong(
                "U hebt al \(Self.mostPlans) plannen. Verwijder er eerst een, of meld u aan met een account.")
        }
        let now = site.now()
        let plan = Plan(
            id: Secrets.token(length: 26), owner: owner, title: title ?? draft.title ?? "", input: draft.input,
            demo: site.house.usesDemonstration, createdAt: now, updatedAt: now)
        try await site.store.insert(plan)
        return plan
    }

    /// Changes a plan. When it was changed in between, the change is made again on what is kept now, unless `isTouched`
    /// says that the same was changed.
    ///
    /// - Parameters:
    ///   - isTouched: whether what the form showed is no longer what is kept.
    ///   - change: puts what was typed in the draft.
    func change(
        _ plan: Plan, isTouched: (PlanDraft) -> Bool = { _ in false }, _ change: (inout PlanDraft) -> Void
    ) async throws -> Outcome {
        var plan = plan
        for _ in 0..<5 {
            let before = PlanDraft(plan.input)
            var after = before
            change(&after)
            if after == before { return .saved(plan) }
            if isTouched(before) { return .changed(current: plan) }
            var next = plan
            next.input = after.input
            next.title = after.title ?? ""
            next.updatedAt = site.now()
            do { return .saved(try await site.store.update(next)) } catch let conflict as PlanConflict {
                guard conflict.current.state == .draft else { throw PlanAccessProblem.handedIn }
                plan = conflict.current
            } catch is PlanIsGone {
                throw PageRefused.notFound
            }
        }
        return .changed(current: plan)
    }
}

/// Why a plan cannot be changed.
enum PlanAccessProblem {
    static let handedIn = PageRefused.wrong(
        "Dit plan is ingediend en kan niet meer worden veranderd. Trek het eerst terug, of maak een kopie.")
}
