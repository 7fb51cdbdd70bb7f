import Accounts
import Assessment
import Casework
import Hummingbird
import Store

/// Opening a dossier on a plan that was handed in, or on one's own.
struct TakingUpRoutes {
    let site: Site

    func add(to router: Router<KompasRequestContext>) {
        router.get("/werk/plan/:id") { request, context in
            let (desk, plan) = try await plan(context)
            if try await site.store.dossier(id: plan.id) != nil {
                return Response.redirect(to: CasePaths(plan.id).weighing)
            }
            return try page(desk, plan, errors: [], request, context)
        }
        router.post("/werk/plan/:id") { request, context in
            let (desk, plan) = try await plan(context)
            guard let own = context.form["eigen"], ["ja", "nee"].contains(own) else {
                let error = FieldError("Kies of het een plan van uw eigen organisatie is.", field: "eigen")
                return try page(desk, plan, errors: [error], request, context)
            }
            do {
                let dossier = try await desk.service.open(
                    plan: plan.id, planVersion: context.form["versie"].flatMap(Int.init) ?? 0,
                    isOwnInitiative: own == "ja", day: site.today, by: desk.actor)
                context.session.notify("Het dossier is geopend. De bevindingen van vandaag liggen vast.")
                return Response.redirect(to: CasePaths(dossier.id).weighing)
            } catch let refused as CaseRefused where !refused.isForbidden {
                return try page(desk, plan, errors: [FieldError](refused), request, context)
            } catch let refused as InputRefused {
                let errors = refused.problems.map { FieldError("Het plan is nog niet te toetsen: \($0.message).") }
                return try page(desk, plan, errors: errors, request, context)
            }
        }
    }

    /// Where to open a dossier that is not there yet.
    ///
    /// - Throws: ``PageRefused/notFound`` when this person cannot.
    func instead(of context: KompasRequestContext) async throws -> Response {
        guard context.has(.official) else { throw PageRefused.notFound }
        let (_, plan) = try await plan(context)
        guard try await site.store.dossier(id: plan.id) == nil else { throw PageRefused.notFound }
        return .redirect(to: "/werk/plan/\(plan.id)")
    }

    /// - Throws: ``PageRefused/notFound`` for a plan that this person may not know of.
    private func plan(_ context: KompasRequestContext) async throws -> (CaseDesk, Plan) {
        let account = try context.require(.official)
        let desk = try CaseDesk(site, context)
        guard let plan = try await site.store.plan(id: try context.parameters.require("id")),
            plan.state == .submitted || plan.owner == account.id
        else { throw PageRefused.notFound }
        return (desk, plan)
    }

    private func page(
        _ desk: CaseDesk, _ plan: Plan, errors: [FieldError], _ request: Request, _ context: KompasRequestContext
    ) throws -> Response {
        let own = context.form["eigen"]
        let model = TakingUpPage(
            csrf: context.session.csrf, action: "/werk/plan/\(plan.id)", errors: errors,
            title: CaseWords.title(plan.title), sheet: CasePaths(plan.id).sheet,
            submitted: DutchTime.text(plan.updatedAt), version: plan.version,
            choices: [
                FormChoice(
                    id: "eigen", name: "eigen", value: "nee", label: "Nee, van een ander", isChosen: own == "nee"),
                FormChoice(
                    id: "eigen-ja", name: "eigen", value: "ja", label: "Ja, van onze eigen organisatie",
                    hint: "Dit staat dan bij elke stap en in het openbare verslag.", isChosen: own == "ja"),
            ], choiceError: errors.text(for: "eigen"))
        return try site.page(
            PageSpec("worklist/taking-up", title: "In behandeling nemen", model: model)
                .with(styles: ["css/casework.css"], isPrivate: true)
                .with(status: errors.isEmpty ? .ok : .unprocessableContent), request, context)
    }
}

struct TakingUpPage {
    var csrf: String
    var action: String
    var errors: [FieldError]
    var title: String
    var sheet: String
    var submitted: String
    var version: Int
    var choices: [FormChoice]
    var choiceError: String?
}
