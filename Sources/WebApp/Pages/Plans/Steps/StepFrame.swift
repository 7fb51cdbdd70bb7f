import Casework

/// What stands around every step of telling a plan: where one is, the parts, and what the form needs.
struct StepFrame {
    struct Step {
        var number: Int
        var title: String
        /// `nil` when it cannot be opened yet.
        var href: String?
        var isCurrent: Bool
        var isDone: Bool
    }

    struct Part {
        var id: String
        var title: String
        var href: String
        var isCurrent: Bool
    }

    /// Title of the plan; `nil` before it exists.
    var planTitle: String?
    var sheet: String?
    var steps: [Step]
    /// The parts of the plan; none when there is only one.
    var parts: [Part]
    /// More parts can be added here.
    var canAddPart: Bool
    var isOneOfParts: Bool
    /// Where this part is taken away; `nil` for the only one.
    var removePart: String?
    var partTitle: String
    /// Where the form is sent.
    var action: String
    var csrf: String
    var part: String
    /// By this the server knows whether somebody else changed what the form shows.
    var basis: String
    var errors: [FieldError]
    /// Somebody else changed the same fields in the meantime.
    var isMerging: Bool
    /// The part that the form is about was taken away in the meantime.
    var isPartGone: Bool
    var isAnonymous: Bool
    /// Under which name a browser keeps what was typed, until it is saved.
    var draftKey: String

    static let titles: [(step: PlanStep, title: String)] = [(.what, "Wat"), (.place, "Waar"), (.details, "Details")]
}

extension StepFrame {
    /// - Parameter plan: `nil` when nothing has been kept yet.
    init(
        _ step: PlanStep, plan: Plan?, draft: PlanDraft, part: String, names: PartNames, csrf: String, isAnonymous: Bool
    ) {
        planTitle = plan.map { names.title(of: $0, draft) }
        sheet = plan.flatMap { draft.nextStep == nil ? PlanAddress.sheet($0.id) : nil }
        steps = Self.titles.enumerated().map { position, one in
            Step(
                number: position + 1, title: one.title,
                href: one.step == step ? nil : plan.map { PlanAddress.step(one.step, of: $0.id) },
                isCurrent: one.step == step,
                isDone: one.step != step && plan != nil && one.step != .details && draft.isComplete(one.step))
        }
        steps.append(Step(number: 4, title: "Uitkomst", href: sheet, isCurrent: false, isDone: false))
        let isSeveral = draft.parts.count > 1
        parts =
            plan.map { plan in
                draft.parts.enumerated().map { position, one in
                    Part(
                        id: one.id, title: names.title(of: one, number: position + 1),
                        href: PlanAddress.step(step, of: plan.id, part: one.id), isCurrent: one.id == part)
                }
            } ?? []
        if !isSeveral { parts = [] }
        canAddPart = plan != nil && draft.parts.count < PlanDraft.mostParts
        isOneOfParts = isSeveral
        removePart = plan.flatMap {
            isSeveral
                ? PlanAddress.page("onderdeel-weg", of: $0.id) + "?onderdeel=" + PlanAddress.encoded(part) : nil
        }
        let number = (draft.parts.firstIndex { $0.id == part } ?? 0) + 1
        partTitle = names.title(of: draft.part(part), number: number)
        action = plan.map { PlanAddress.step(step, of: $0.id) } ?? PlanAddress.new
        self.csrf = csrf
        self.part = part
        basis = draft.fingerprint(of: step, part: part)
        errors = []
        isMerging = false
        isPartGone = false
        self.isAnonymous = isAnonymous
        draftKey = plan.map { "\($0.id)/\(step.rawValue)/\(part)" } ?? "nieuw"
    }
}
