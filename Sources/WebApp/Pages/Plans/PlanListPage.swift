import Accounts
import Casework
import Hummingbird
import Store

/// The plans of a visitor.
struct PlanListPage {
    let site: Site

    struct Model {
        struct Row {
            var title: String
            var href: String
            /// What it is about, in a few words.
            var about: String
            var state: String
            /// The number of the public record.
            var record: String?
            var recordHref: String?
            var changed: String
            var isDraft: Bool
            var copy: String
            var delete: String
        }

        struct Deleted {
            var title: String
            var action: String
        }

        var plans: [Row]
        var deleted: [Deleted]
        var csrf: String
        var isAnonymous: Bool
        var hasPlans: Bool
    }

    func show(_ request: Request, _ context: KompasRequestContext) async throws -> Response {
        let owner = context.session.current?.owner
        let plans = try await self.plans(of: owner)
        let deleted = try await self.deleted(of: owner)
        let names = PartNames(index: site.house.index)
        let dossiers =
            plans.contains { $0.state == .submitted }
            ? Dictionary(try await site.store.dossiers().map { ($0.id, $0) }) { first, _ in first } : [:]
        let model = Model(
            plans: plans.map { row($0, names, dossiers[$0.id]) },
            deleted: deleted.map {
                Model.Deleted(
                    title: names.title(of: $0, PlanDraft($0.input)), action: PlanAddress.page("terugzetten", of: $0.id))
            },
            // A visitor without plans needs no session yet.
            csrf: plans.isEmpty && deleted.isEmpty ? "" : context.session.csrf,
            isAnonymous: context.account == nil, hasPlans: !plans.isEmpty)
        return try site.page(
            PageSpec("plans/list", title: "Mijn plannen", model: model).with(
                styles: ["css/plans.css"], scripts: ["js/autosave.js"], isPrivate: true),
            request, context)
    }

    private func plans(of owner: String?) async throws -> [Plan] {
        guard let owner else { return [] }
        return try await site.store.plans(ownedBy: owner)
    }

    private func deleted(of owner: String?) async throws -> [Plan] {
        guard let owner else { return [] }
        return try await site.store.deletedPlans(ownedBy: owner)
    }

    private func row(_ plan: Plan, _ names: PartNames, _ dossier: DossierSummary?) -> Model.Row {
        let draft = PlanDraft(plan.input)
        let activities = draft.parts.flatMap(\.activities).map(names.label)
        let missing = draft.nextStep
        let href =
            plan.state == .draft
            ? missing.map { PlanAddress.step($0, of: plan.id, part: draft.firstIncompletePart($0)?.id) }
                ?? PlanAddress.sheet(plan.id)
            : PlanAddress.sheet(plan.id)
        let progress = PlanProgress(plan, dossier?.state, number: dossier?.number)
        let state =
            switch (plan.state, missing) {
            case (.submitted, _): progress.words
            case (.draft, .what?): "concept, nog kiezen wat"
            case (.draft, .place?): "concept, nog kiezen waar"
            case (.draft, _): "concept"
            }
        return Model.Row(
            title: names.title(of: plan, draft), href: href,
            about: activities.prefix(3).joined(separator: ", ") + (activities.count > 3 ? " en meer" : ""),
            state: state, record: progress.record, recordHref: progress.href, changed: DutchTime.text(plan.updatedAt),
            isDraft: plan.state == .draft,
            copy: PlanAddress.page("kopie", of: plan.id), delete: PlanAddress.page("verwijderen", of: plan.id))
    }
}
