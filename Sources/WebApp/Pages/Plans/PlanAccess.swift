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
        guard isOwn(plan, context) || plan.state == .submitted && Self.works(context) else {
            throw PageRefused.notFound
        }
        return plan
    }

    func isOwn(_ plan: Plan, _ context: KompasRequestContext) -> Bool { context.session.current?.owner == plan.owner }

    private static func works(_ context: KompasRequestContext) -> Bool {
        context.has(.official, .secondReader, .reader)
    }

    private func find(_ context: KompasRequestContext) async throws -> Plan {
        guard context.session.current != nil, let id = context.parameters.get("id"), id.utf8.count <= 64,
            let plan = try await site.store.plan(id: id)
        else { throw PageRefused.notFound }
        return plan
    }
}
