import Accounts
import Casework
import Foundation
import Store

/// Keeps what was told of a plan, without losing what somebody else told in the meantime.
struct PlanSaver {
    let site: Site

    /// The most plans of one owner.
    static let mostPlans = 100
    /// The most plans of a visitor without an account: anybody can be as many visitors as they like.
    static let mostAnonymousPlans = 20

    enum Outcome {
        case saved(Plan)
        /// Somebody else changed the same in the meantime; nothing was kept.
        case changed(current: Plan)
    }

    /// Keeps a new plan.
    func create(_ draft: PlanDraft, owner: String, title: String? = nil) async throws -> Plan {
        let isAnonymous = owner.hasPrefix(Session.anonymousPrefix)
        let now = site.now()
        let plan = Plan(
            id: Secrets.token(length: 26), owner: owner, title: title ?? draft.title ?? "", input: draft.input,
            demo: site.house.usesDemonstration, createdAt: now, updatedAt: now)
        do {
            try await site.store.insert(plan, most: isAnonymous ? Self.mostAnonymousPlans : Self.mostPlans)
        } catch let tooMany as TooManyPlans {
            throw PageRefused.wrong(
                "U hebt al \(tooMany.most) plannen, met wat u het laatste etmaal verwijderde. "
                    + (isAnonymous
                        ? "Meld u aan met een account, of verwijder er een en kom morgen terug."
                        : "Verwijder er een en kom morgen terug."))
        }
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
