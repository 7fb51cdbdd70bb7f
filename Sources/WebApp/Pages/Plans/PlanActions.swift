import PolicyModel
import Accounts
import Casework
import Hummingbird
import Store

/// What one does with a plan as a whole: copy, delete and put back, hand in and take back, and taking a part away.
struct PlanActions {
    let site: Site
    let access: PlanAccess
    private let saver: PlanSaver
    private let names: PartNames

    init(site: Site, access: PlanAccess) {
        self.site = site
        self.access = access
        saver = PlanSaver(site: site)
        names = PartNames(index: site.house.index)
    }

    /// A question before something is done.
    struct Question {
        var title: String
        var text: [String]
        var action: String
        var csrf: String
        var button: String
        var back: String
        var backLabel: String
        /// A hidden field and its value.
        var part: String?
    }

    // MARK: - Copy

    func copy(_ context: KompasRequestContext) async throws -> Response {
        let plan = try await access.own(context)
        var draft = PlanDraft(plan.input)
        draft.title = "Kopie van \(names.title(of: plan, draft))"
        let copy = try await saver.create(draft, owner: context.session.owner)
        context.session.notify("Er is een kopie gemaakt. U werkt nu in de kopie.")
        return .redirect(to: PlanAddress.step(.what, of: copy.id))
    }

    // MARK: - Delete

    func askDelete(_ request: Request, _ context: KompasRequestContext) async throws -> Response {
        let plan = try await access.own(context)
        guard plan.state == .draft else { throw PlanAccessProblem.handedIn }
        let title = names.title(of: plan, PlanDraft(plan.input))
        return try page(
            Question(
                title: "Plan verwijderen",
                text: ["U verwijdert ‘\(title)’. Tot een dag daarna kunt u het nog terugzetten, bij Mijn plannen."],
                action: PlanAddress.page("verwijderen", of: plan.id), csrf: context.session.csrf,
                button: "Verwijderen", back: PlanAddress.list, backLabel: "Niet verwijderen"), request, context)
    }

    func delete(_ context: KompasRequestContext) async throws -> Response {
        let plan = try await access.own(context)
        guard plan.state == .draft else { throw PlanAccessProblem.handedIn }
        try await site.store.delete(id: plan.id, ownedBy: plan.owner, at: site.now())
        guard try await site.store.plan(id: plan.id) == nil else {
            throw PageRefused.wrong("Op dit plan is een dossier geopend. Het blijft daarom bewaard.")
        }
        context.session.notify(
            "‘\(names.title(of: plan, PlanDraft(plan.input)))’ is verwijderd. Onderaan kunt u het terugzetten.")
        return .redirect(to: PlanAddress.list)
    }

    func putBack(_ context: KompasRequestContext) async throws -> Response {
        guard let owner = context.session.current?.owner, let id = context.parameters.get("id") else {
            throw PageRefused.notFound
        }
        try await site.store.putBack(id: id, ownedBy: owner)
        guard let plan = try await site.store.plan(id: id), plan.owner == owner else { throw PageRefused.notFound }
        context.session.notify("‘\(names.title(of: plan, PlanDraft(plan.input)))’ staat er weer.")
        return .redirect(to: PlanAddress.list)
    }

    // MARK: - Parts

    func askPart(_ request: Request, _ context: KompasRequestContext) async throws -> Response {
        let plan = try await access.own(context)
        guard plan.state == .draft else { throw PlanAccessProblem.handedIn }
        let draft = PlanDraft(plan.input)
        guard let id = request.queryFields["onderdeel"], let position = draft.parts.firstIndex(where: { $0.id == id }),
            draft.parts.count > 1
        else { throw PageRefused.notFound }
        let title = names.title(of: draft.parts[position], number: position + 1)
        return try page(
            Question(
                title: "Onderdeel verwijderen",
                text: [
                    "U verwijdert het onderdeel ‘\(title)’, met de plek en de details ervan. Dat is niet terug te draaien."
                ],
                action: PlanAddress.page("onderdeel-weg", of: plan.id), csrf: context.session.csrf,
                button: "Verwijderen", back: PlanAddress.step(.what, of: plan.id, part: id),
                backLabel: "Niet verwijderen", part: id), request, context)
    }

    func removePart(_ context: KompasRequestContext) async throws -> Response {
        let plan = try await access.own(context)
        guard plan.state == .draft else { throw PlanAccessProblem.handedIn }
        if let part = context.form["onderdeel"] { _ = try await saver.change(plan) { $0.removePart(part) } }
        context.session.notify("Het onderdeel is verwijderd.")
        return .redirect(to: PlanAddress.step(.what, of: plan.id))
    }

    // MARK: - Hand in

    func askHandIn(_ request: Request, _ context: KompasRequestContext) async throws -> Response {
        let plan = try await access.own(context)
        guard plan.state == .draft else { return .redirect(to: PlanAddress.sheet(plan.id)) }
        let draft = PlanDraft(plan.input)
        if let step = draft.nextStep {
            return .redirect(
                to: PlanAddress.step(step, of: plan.id, part: draft.firstIncompletePart(step)?.id) + "&controle=ja")
        }
        let title = names.title(of: plan, draft)
        return try page(
            Question(
                title: "Plan indienen",
                text: [
                    "U dient ‘\(title)’ in bij \(site.settings.organisation ?? site.house.house.authority.name).",
                    "Medewerkers zien dan het plan, de plek, de details, uw antwoorden op vragen en wat u betwist. Uw naam staat er niet bij; "
                        + "zij zien wel dat uw account het indiende. Openbaar wordt het hiermee niet.",
                    "Daarna kunt u het plan niet meer veranderen, tenzij u het terugtrekt voordat iemand eraan begint.",
                ],
                action: PlanAddress.page("indienen", of: plan.id), csrf: context.session.csrf, button: "Indienen",
                back: PlanAddress.sheet(plan.id), backLabel: "Nog niet"), request, context, signIn: true)
    }

    func handIn(_ request: Request, _ context: KompasRequestContext) async throws -> Response {
        try context.require()
        let plan = try await access.own(context)
        let draft = PlanDraft(plan.input)
        guard plan.state == .draft, draft.nextStep == nil else { return .redirect(to: PlanAddress.sheet(plan.id)) }
        var next = plan
        next.state = .submitted
        // What is weighed is the policy of the day on which it was handed in, whenever somebody looks.
        next.asOf = plan.asOf ?? site.today
        next.updatedAt = site.now()
        do { _ = try await site.store.update(next) } catch is PlanConflict {
            throw PageRefused.wrong("Het plan is intussen veranderd. Bekijk het opnieuw en dien het dan in.")
        }
        context.session.notify("Uw plan is ingediend. U hoort van de organisatie hoe het verder gaat.")
        return .redirect(to: PlanAddress.sheet(plan.id))
    }

    func takeBack(_ context: KompasRequestContext) async throws -> Response {
        let plan = try await access.own(context)
        guard plan.state == .submitted else { return .redirect(to: PlanAddress.sheet(plan.id)) }
        do {
            try await site.store.takeBack(id: plan.id, ownedBy: plan.owner, at: site.now())
        } catch is PlanIsTakenUp {
            throw PageRefused.wrong(
                "Iemand is al aan de afweging van dit plan begonnen. Neem contact op met de organisatie als u het wilt terugtrekken."
            )
        } catch is PlanIsGone {
            return .redirect(to: PlanAddress.sheet(plan.id))
        }
        context.session.notify("Uw plan is teruggetrokken. U kunt het weer veranderen.")
        return .redirect(to: PlanAddress.sheet(plan.id))
    }

    private func page(
        _ question: Question, _ request: Request, _ context: KompasRequestContext, signIn: Bool = false
    ) throws -> Response {
        struct Model {
            var question: Question
            /// Where to sign in first; `nil` when that is not needed.
            var signIn: String?
        }
        let needsAccount = signIn && context.account == nil
        return try site.page(
            PageSpec(
                "plans/question", title: question.title,
                model: Model(
                    question: question,
                    signIn: needsAccount ? "/aanmelden?terug=" + PlanAddress.encoded(request.uri.path) : nil)
            ).with(styles: ["css/plans.css"], isPrivate: true), request, context)
    }
}
