import Foundation
import Assessment
import Casework
import Hummingbird
import Reporting

/// Everything about one finding of a plan, and saying that it is not right.
struct FindingPage {
    let site: Site

    static let longestReason = 5_000

    struct Model {
        var title: String
        var planTitle: String
        var sheet: String
        var card: String
        var symbols: String
        var norm: String
        /// Where a contest is sent; `nil` for who may only read.
        var action: String?
        var takeBack: String
        var csrf: String
        var isContested: Bool
        var reason: String
        var errors: [FieldError]
        var reasonError: String?
    }

    func show(_ request: Request, _ context: KompasRequestContext) async throws -> Response {
        try await page(request, context, errors: [])
    }

    /// Keeps that somebody disputes the finding; it stays, marked, and what follows from it no longer counts.
    func contest(_ request: Request, _ context: KompasRequestContext) async throws -> Response {
        let (plan, id) = try await ownFinding(context)
        let reason = context.form["reden"] ?? ""
        guard !reason.isEmpty else {
            return try await page(
                request, context,
                errors: [FieldError("Vertel waarom het niet klopt. Dan kan iemand het nagaan.", field: "reden")])
        }
        guard reason.count <= Self.longestReason else {
            return try await page(
                request, context,
                errors: [FieldError("Maak de uitleg korter: hoogstens \(Self.longestReason) tekens.", field: "reden")])
        }
        _ = try await PlanSaver(site: site).change(plan) { draft in
            draft.contests.removeAll { $0.finding == id }
            draft.contests.append(
                PlanDraft.Contest(finding: id, by: draft.initiatorRole ?? "initiatiefnemer", reason: reason))
        }
        context.session.notify(
            "Bewaard. De bevinding blijft staan, met uw uitleg erbij; wat eruit volgt, telt niet mee.")
        return .redirect(to: PlanAddress.finding(id, of: plan.id))
    }

    func takeBack(_ context: KompasRequestContext) async throws -> Response {
        let (plan, id) = try await ownFinding(context)
        _ = try await PlanSaver(site: site).change(plan) { $0.contests.removeAll { $0.finding == id } }
        context.session.notify("U betwist deze bevinding niet meer.")
        return .redirect(to: PlanAddress.finding(id, of: plan.id))
    }

    private func ownFinding(_ context: KompasRequestContext) async throws -> (Plan, String) {
        let plan = try await PlanAccess(site: site).own(context)
        guard plan.state == .draft else { throw PlanAccessProblem.handedIn }
        let id = try finding(context)
        guard try await site.assessment(of: plan).report.findings.contains(where: { $0.id == id }) else {
            throw PageRefused.notFound
        }
        return (plan, id)
    }

    private func finding(_ context: KompasRequestContext) throws -> String {
        guard let id = context.parameters.get("finding")?.removingPercentEncoding else { throw PageRefused.notFound }
        return id
    }

    private func page(
        _ request: Request, _ context: KompasRequestContext, errors: [FieldError]
    ) async throws -> Response {
        let access = PlanAccess(site: site)
        let plan = try await access.visible(context)
        let id = try finding(context)
        let entry: SheetCache.Entry
        do { entry = try await site.assessment(of: plan) } catch is InputRefused { throw PageRefused.notFound }
        let fragments = entry.fragments
        guard let card = fragments.finding(id), let found = entry.report.findings.first(where: { $0.id == id }) else {
            throw PageRefused.notFound
        }
        let draft = PlanDraft(plan.input)
        let contest = draft.contests.first { $0.finding == id }
        let mayContest = access.isOwn(plan, context) && plan.state == .draft
        let model = Model(
            title: found.title, planTitle: PartNames(index: site.house.index).title(of: plan, draft),
            sheet: PlanAddress.sheet(plan.id), card: card.markup, symbols: fragments.symbols.markup,
            norm: "/beleid/normen/" + PlanAddress.encoded(found.norm),
            action: mayContest ? PlanAddress.finding(id, of: plan.id) : nil,
            takeBack: PlanAddress.finding(id, of: plan.id) + "/intrekken", csrf: context.session.csrf,
            isContested: contest != nil, reason: errors.isEmpty ? contest?.reason ?? "" : context.form.text("reden"),
            errors: errors, reasonError: errors.text(for: "reden"))
        return try site.page(
            PageSpec("sheet/finding", title: found.title, model: model).with(
                styles: ["css/report.css", "css/plans.css", "css/sheet.css"],
                scripts: ["js/reveal.js", "js/autosave.js"],
                isPrivate: true
            ).with(status: errors.isEmpty ? .ok : .unprocessableContent), request, context)
    }
}
