import Accounts
import Casework
import Hummingbird
import Store

/// Who may see which plan. What somebody may not see is not there.
struct PlanAccess {
    let site: Site

    /// The plan that the address names, when it belongs to this visitor.
    /// - Throws: ``PageRefused/notFound``.
    func own(_ context: KompasRequestContext) async throws -> Plan {
        let plan = try await find(context)
        guard isOwn(plan, context) else { throw PageRefused.notFound }
        return plan
    }

    /// The plan that the address names, when it belongs to this visitor, or was handed in and this visitor works with plans.
    /// - Throws: ``PageRefused/notFound``.
    func visible(_ context: KompasRequestContext) async throws -> Plan {
        let plan = try await find(context)
        if isOwn(plan, context) { return plan }
        guard plan.state == .submitted, try await mayRead(plan, context) else { throw PageRefused.notFound }
        return plan
    }

    func isOwn(_ plan: Plan, _ context: KompasRequestContext) -> Bool { context.session.current?.owner == plan.owner }

    /// Who works with plans sees what was handed in; a second reader only what they were asked to read.
    private func mayRead(_ plan: Plan, _ context: KompasRequestContext) async throws -> Bool {
        guard let actor = context.account.map({ CaseActor($0) }) else { return false }
        if Permissions.allows(.seeSubmittedPlans, by: actor) { return true }
        return try await site.store.dossier(id: plan.id)?.allows(.readDossier, by: actor) == true
    }

    private func find(_ context: KompasRequestContext) async throws -> Plan {
        guard context.session.current != nil, let id = context.parameters.get("id"), id.utf8.count <= 64,
            let plan = try await site.store.plan(id: id)
        else { throw PageRefused.notFound }
        return plan
    }
}
