public import Assessment

/// What stops a plan from being assessed, said to who tells the plan: in which step, at which part and field, in plain words.
public struct PlanProblem: Sendable, Hashable {
    public enum Field: Sendable, Hashable {
        case title, role, activities, change, phase, duration, place, depth, whole
        case property(String)
    }

    public var step: PlanStep
    /// The id of the part; `nil` when it is about the plan as a whole.
    public var part: String?
    public var field: Field
    public var text: String

    /// Where a problem of the input stands in the plan that was given.
    public init(_ problem: InputProblem, in draft: PlanDraft) {
        var path = problem.pointer.split(separator: "/").map(String.init)[...]
        if path.first == "features", path.count > 1, let position = Int(path[path.startIndex + 1]) {
            part = draft.parts.indices.contains(position) ? draft.parts[position].id : nil
            path = path.dropFirst(2)
        }
        if path.first == "properties" { path = path.dropFirst() }
        let (step, field) = Self.place(path.first ?? "")
        self.step = step
        self.field = field
        text = Self.text(problem, field)
    }

    private static func place(_ name: String) -> (PlanStep, Field) {
        switch name {
        case "title": (.what, .title)
        case "initiator": (.what, .role)
        case "activities": (.what, .activities)
        case "change": (.what, .change)
        case "phase": (.details, .phase)
        case "duration": (.details, .duration)
        case "geometry", "coordRefSys", "crs": (.place, .place)
        case "depth": (.place, .depth)
        case "", "type", "features", "answers", "contests": (.details, .whole)
        default: (.details, .property(name))
        }
    }

    private static func text(_ problem: InputProblem, _ field: Field) -> String {
        switch (problem.kind, field) {
        case (.missing, .activities): return "Kies ten minste één activiteit: wat wilt u doen?"
        case (.unknownActivity, _): return "Een activiteit die u koos, kent het beleid niet meer. Kies een andere."
        case (.invalidGeometry, .place) where problem.pointer.hasSuffix("/geometry") && problem.help != nil:
            return "Wijs aan waar het plan komt: een punt, een lijn of een vlak."
        case (.tooManyVertices, _):
            return "De vorm heeft te veel punten. Maak hem eenvoudiger en probeer het opnieuw."
        case (.outsideHouse, _):
            return "\(problem.message.sentence) Kijk of de plek op de kaart klopt."
        case (.invalidGeometry, .place): return "De vorm klopt niet: \(problem.message). Teken hem opnieuw."
        default:
            return problem.message.sentence + (problem.help.map { " \($0.sentence)" } ?? "")
        }
    }
}

extension String {
    /// With a capital and a full stop.
    fileprivate var sentence: String {
        let text = prefix(1).uppercased() + dropFirst()
        return text.last.map { ".?!".contains($0) } == true ? text : text + "."
    }
}
