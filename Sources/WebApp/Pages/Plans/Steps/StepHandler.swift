import Assessment
import Casework
import Geometry
import Hummingbird
import Intake
import PolicyModel
import Store

/// Shows the steps of telling a plan and keeps what was told in them.
struct StepHandler {
    let site: Site
    private let access: PlanAccess
    private let saver: PlanSaver
    private let what: WhatStep
    private let names: PartNames

    init(site: Site) {
        self.site = site
        access = PlanAccess(site: site)
        saver = PlanSaver(site: site)
        what = WhatStep(house: site.house)
        names = PartNames(index: site.house.index)
    }

    // MARK: - A plan that is not kept yet

    func showNew(_ request: Request, _ context: KompasRequestContext) async throws -> Response {
        var state = state(.what, plan: nil, draft: PlanDraft(), part: "1", context)
        state.query = request.queryFields
        return try await page(what, state, request, context)
    }

    func sendNew(_ request: Request, _ context: KompasRequestContext) async throws -> Response {
        let form = context.form
        var draft = PlanDraft()
        let errors = what.apply(form, to: &draft, part: "1")
        let isTold = draft != PlanDraft()
        if let start = form["beginplek"].flatMap({ PlaceAddress(Form(urlencoded: $0)) }),
            let place = ChosenPlace(start, in: site.house), let geometry = try? place.shape.geoJSON(in: .rd)
        {
            draft.parts[0].geometry = geometry
            draft.parts[0].placeNote = place.note
        }
        var state = state(.what, plan: nil, draft: draft, part: "1", context)
        state.form = form
        if form["actie"] == "zoek" || form["actie"] == "lijst" { return try await page(what, state, request, context) }
        if request.wantsJSON {
            guard isTold else { return try AutosaveAnswer(problems: []).response() }
            let plan = try await saver.create(draft, owner: context.session.owner)
            let address = PlanAddress.step(.what, of: plan.id)
            return try AutosaveAnswer(
                savedAt: DutchTime.clock(site.now()), fields: fields(.what, draft, "1"), action: address,
                location: address
            ).response()
        }
        guard errors.isEmpty else {
            state.errors = errors
            state.frame.errors = errors
            return try await page(what, state, request, context, status: .unprocessableContent)
        }
        let plan = try await saver.create(draft, owner: context.session.owner)
        return .redirect(to: next(after: .what, plan, draft, "1", form))
    }

    // MARK: - A plan that is kept

    func show(_ step: PlanStep, _ request: Request, _ context: KompasRequestContext) async throws -> Response {
        let plan = try await access.own(context)
        guard plan.state == .draft else { return .redirect(to: PlanAddress.sheet(plan.id)) }
        let draft = PlanDraft(plan.input)
        let query = request.queryFields
        let part = draft.part(query["onderdeel"]).id
        var state = state(step, plan: plan, draft: draft, part: part, context)
        state.query = query
        if query["controle"] != nil {
            state.errors = try await problems(plan, draft, step, part)
            state.frame.errors = state.errors
        }
        return try await page(try await stepPage(step, plan, draft, part), state, request, context)
    }

    func send(_ step: PlanStep, _ request: Request, _ context: KompasRequestContext) async throws -> Response {
        let plan = try await access.own(context)
        guard plan.state == .draft else { throw PlanAccessProblem.handedIn }
        let form = context.form
        let before = PlanDraft(plan.input)
        let part = form["onderdeel"] ?? before.part(nil).id
        let page = try await stepPage(step, plan, before, part)
        if form["actie"] == "zoek" || form["actie"] == "lijst" {
            return try await again(page, plan, before, part, form, request, context)
        }
        var errors: [FieldError] = []
        let outcome = try await saver.change(
            plan, isTouched: { $0.fingerprint(of: step, part: part) != form["basis"] }
        ) { draft in
            if !draft.hasPart(part) { draft.parts.append(PlanDraft.Part(id: part)) }
            errors = page.apply(form, to: &draft, part: part)
        }
        guard case .saved(let saved) = outcome else {
            guard case .changed(let current) = outcome else { return .redirect(to: PlanAddress.sheet(plan.id)) }
            return try await merge(step, current, part, form, request, context)
        }
        let draft = PlanDraft(saved.input)
        if request.wantsJSON {
            return try AutosaveAnswer(
                savedAt: DutchTime.clock(site.now()), fields: fields(step, draft, part), problems: errors
            ).response()
        }
        if !errors.isEmpty, form["actie"] != "later" {
            let page = try await stepPage(step, saved, draft, part)
            return try await again(page, saved, draft, part, form, request, context, errors: errors)
        }
        return .redirect(to: try await next(after: step, saved, draft, part, form, context))
    }

    /// The step with what was typed.
    private func again(
        _ page: some StepPage, _ plan: Plan, _ draft: PlanDraft, _ part: String, _ form: Form, _ request: Request,
        _ context: KompasRequestContext, errors: [FieldError] = []
    ) async throws -> Response {
        var state = state(page.step, plan: plan, draft: draft, part: part, context)
        state.form = form
        state.errors = errors
        state.frame.errors = errors
        return try await self.page(
            page, state, request, context, status: errors.isEmpty ? .ok : .unprocessableContent)
    }

    /// Somebody else changed the same: what was typed here and what is kept now, side by side. Nothing is lost.
    private func merge(
        _ step: PlanStep, _ current: Plan, _ part: String, _ form: Form, _ request: Request,
        _ context: KompasRequestContext
    ) async throws -> Response {
        if request.wantsJSON {
            return try AutosaveAnswer.conflict("Dit plan is intussen ook in een ander venster veranderd.")
        }
        var draft = PlanDraft(current.input)
        let isGone = !draft.hasPart(part)
        // The form that is sent next stands on what is kept now, also when that has no such part.
        let basis = draft.fingerprint(of: step, part: part)
        if isGone { draft.parts.append(PlanDraft.Part(id: part)) }
        let page = try await stepPage(step, current, draft, part)
        var state = state(step, plan: current, draft: draft, part: part, context)
        if isGone { state.frame.basis = basis }
        state.form = form
        state.theirs = isGone ? nil : draft
        state.frame.isMerging = !isGone
        state.frame.isPartGone = isGone
        return try await self.page(page, state, request, context, status: .conflict)
    }

    /// The step with why a file was not taken.
    func showRefusedFile(
        _ refused: IntakeRefused, part: String, _ request: Request, _ context: KompasRequestContext
    ) async throws -> Response {
        let plan = try await access.own(context)
        let draft = PlanDraft(plan.input)
        var state = state(.place, plan: plan, draft: draft, part: draft.part(part).id, context)
        state.errors = [FieldError(refused.text, field: "bestand")]
        state.frame.errors = state.errors
        var page = PlaceStep(site: site)
        page.layers = refused.layers
        page.asksForCRS = refused.code == .noCRS
        return try await self.page(page, state, request, context, status: .unprocessableContent)
    }

    // MARK: - Helpers

    private func state(
        _ step: PlanStep, plan: Plan?, draft: PlanDraft, part: String, _ context: KompasRequestContext
    ) -> StepState {
        StepState(
            frame: StepFrame(
                step, plan: plan, draft: draft, part: part, names: names, csrf: context.session.csrf,
                isAnonymous: context.account == nil),
            plan: plan, draft: draft, part: part)
    }

    private func page(
        _ page: some StepPage, _ state: StepState, _ request: Request, _ context: KompasRequestContext,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let spec = try await page.spec(state)
            .with(styles: ["css/plans.css"], scripts: ["js/autosave.js"], isPrivate: true)
            .with(status: status)
        return try site.page(spec, request, context)
    }

    private func stepPage(
        _ step: PlanStep, _ plan: Plan, _ draft: PlanDraft, _ part: String
    ) async throws -> any StepPage {
        switch step {
        case .what: return what
        case .place: return PlaceStep(site: site)
        case .details:
            let report = draft.nextStep == nil ? try? await site.assessment(of: plan).report : nil
            return DetailsStep(
                index: site.house.index,
                asked: AskedDetails(draft.part(part), report: report, index: site.house.index))
        }
    }

    /// The hidden fields of the form as they are after keeping.
    private func fields(_ step: PlanStep, _ draft: PlanDraft, _ part: String) -> [(name: String, value: String)] {
        [("basis", draft.fingerprint(of: step, part: part)), ("onderdeel", part)]
    }

    private func next(after step: PlanStep, _ plan: Plan, _ draft: PlanDraft, _ part: String, _ form: Form) -> String {
        switch form["actie"] {
        case "later": PlanAddress.list
        case "neem": PlanAddress.step(step, of: plan.id, part: part)
        case "bodem": PlanAddress.step(step, of: plan.id, part: part) + "#diepte"
        default:
            switch step {
            case .what: PlanAddress.step(.place, of: plan.id, part: part)
            case .place: PlanAddress.step(.details, of: plan.id, part: part)
            case .details:
                draft.nextStep.map {
                    PlanAddress.step($0, of: plan.id, part: draft.firstIncompletePart($0)?.id) + "&controle=ja"
                } ?? PlanAddress.sheet(plan.id)
            }
        }
    }

    /// Where one goes on; adds a part when that was asked.
    private func next(
        after step: PlanStep, _ plan: Plan, _ draft: PlanDraft, _ part: String, _ form: Form,
        _ context: KompasRequestContext
    ) async throws -> String {
        guard form["actie"] == "onderdeel-erbij" else { return next(after: step, plan, draft, part, form) }
        var added: String?
        _ = try await saver.change(plan) { added = $0.addPart() }
        context.session.notify(
            added == nil
                ? "Een plan heeft hoogstens \(PlanDraft.mostParts) onderdelen."
                : "Er is een onderdeel bijgekomen. Vertel wat daar gebeurt, en waar.")
        return PlanAddress.step(.what, of: plan.id, part: added ?? part)
    }

    /// What stops the plan from being assessed: at the fields of this step, and for other steps with a link.
    private func problems(
        _ plan: Plan, _ draft: PlanDraft, _ step: PlanStep, _ part: String
    ) async throws -> [FieldError] {
        let refused: [InputProblem]
        do {
            _ = try await site.assessment(of: plan)
            return []
        } catch let error as InputRefused {
            refused = error.problems
        }
        return refused.map { PlanProblem($0, in: draft) }.filter { $0.step == step && ($0.part ?? part) == part }
            .map { FieldError($0.text, field: $0.field.id) }
    }
}

extension PlanProblem.Field {
    /// The id of the control on the page of its step.
    var id: String? {
        switch self {
        case .title: "titel"
        case .role: "rol"
        case .activities: "zoek"
        case .change: "verandering"
        case .phase: "fase"
        case .duration: "duur"
        case .place: "plekken"
        case .depth: "diepte-van"
        case .whole: nil
        case .property(let id): DetailsStep.prefix + id
        }
    }
}
