import Casework
import Hummingbird

/// One step of telling a plan: its fields, what becomes of what was typed, and its page.
protocol StepPage: Sendable {
    var step: PlanStep { get }
    /// The fields that are told one by one, filled with what is kept.
    func fields(_ draft: PlanDraft, part: String) -> [FieldModel]
    /// Puts what was typed in the draft, as far as it is right.
    /// - Returns: what is wrong, each at its field.
    func apply(_ form: Form, to draft: inout PlanDraft, part: String) -> [FieldError]
    func spec(_ state: StepState) async throws -> PageSpec
}

/// What a step shows.
struct StepState {
    var frame: StepFrame
    var plan: Plan?
    var draft: PlanDraft
    var part: String
    /// What was typed and is shown again.
    var form: Form?
    var errors: [FieldError] = []
    /// What is kept now, when somebody else changed the same.
    var theirs: PlanDraft?
    /// What the address asks besides.
    var query = Form()

    func filled(_ page: some StepPage) -> [FieldModel] {
        page.fields(draft, part: part).filled(
            from: form, errors: errors, theirs: theirs.map { page.fields($0, part: part) })
    }
}
