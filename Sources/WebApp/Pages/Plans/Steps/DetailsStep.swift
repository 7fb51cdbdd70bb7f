import Casework
import NormEngine
import PolicyModel
import Reporting

/// Step 3: the few properties that rules ask for.
struct DetailsStep: StepPage {
    let index: HouseIndex
    let asked: AskedDetails
    let step = PlanStep.details

    static let prefix = "eigenschap-"
    /// The word of the content for what is not known; in a form that is to leave it open.
    private static let notKnown = "onbekend"

    struct Model {
        var step: StepFrame
        var fields: [FieldModel]
        /// Fields on which nothing waits now.
        var further: [FieldModel]
        /// Where something else is told on which rules wait.
        var elsewhere: [Link]
        var hasFewQuestions: Bool

        struct Link {
            var text: String
            var href: String
        }
    }

    func fields(_ draft: PlanDraft, part: String) -> [FieldModel] { asked(draft, part) + further(draft, part) }

    private func asked(_ draft: PlanDraft, _ id: String) -> [FieldModel] {
        let part = draft.part(id)
        let properties = asked.properties.map { field($0.property, part, waiting: $0.findings) }
        return properties + [
            FieldModel(
                .select, "fase", "Om welke fase gaat het?",
                hint: Self.waiting(asked.waitingForPhase) ?? "De meeste plannen gaan over het gebruik.",
                value: part.phase?.rawValue ?? "",
                options: FieldModel.Option.phases(orElse: "Weet ik niet, of alle fasen")),
            FieldModel(
                .number, "duur", "Hoe lang duurt het?",
                hint: "Laat dit leeg als het blijvend is, of als u het niet weet.",
                value: part.durationYears.map(DutchNumber.text) ?? "", unit: "jaar"),
        ]
    }

    private func further(_ draft: PlanDraft, _ id: String) -> [FieldModel] {
        asked.further.map { field($0, draft.part(id), waiting: 0) }
    }

    private func field(_ property: PropertyDefinition, _ part: PlanDraft.Part, waiting: Int) -> FieldModel {
        Self.field(property, value: PropertyText.text(of: part.properties[property.id], property), waiting: waiting)
    }

    /// The field of a property, called after it.
    static func field(
        _ property: PropertyDefinition, value: String, waiting: Int, prefix: String = DetailsStep.prefix
    ) -> FieldModel {
        let hint = [property.asks, Self.waiting(waiting)].compactMap { $0 }.joined(separator: " ")
        let id = prefix + property.id
        let unknown = FieldModel.Option(value: "", label: "Weet ik niet")
        switch property.kind {
        case .quantity:
            return FieldModel(
                .number, id, property.label, hint: hint, value: value, unit: property.unit.map(Numbers.unit))
        case .count: return FieldModel(.number, id, property.label, hint: hint, value: value)
        case .text: return FieldModel(.text, id, property.label, hint: hint, value: value)
        case .flag:
            return FieldModel(
                .choice, id, property.label, hint: hint, value: value,
                options: [
                    FieldModel.Option(value: "ja", label: "Ja"), FieldModel.Option(value: "nee", label: "Nee"), unknown,
                ])
        case .choice:
            let options = property.values.filter { $0 != Self.notKnown }.map {
                FieldModel.Option(value: $0, label: Self.spoken($0))
            }
            return FieldModel(
                options.count <= 4 ? .choice : .select, id, property.label, hint: hint,
                value: value == Self.notKnown ? "" : value, options: options + [unknown])
        }
    }

    /// A word of the content as a person reads it.
    private static func spoken(_ word: String) -> String {
        let text = word.replacing("-", with: " ")
        return text.prefix(1).uppercased() + text.dropFirst()
    }

    private static func waiting(_ findings: Int) -> String? {
        switch findings {
        case 0: nil
        case 1: "Eén regel hangt hiervan af."
        default: "\(findings) regels hangen hiervan af."
        }
    }

    func apply(_ form: Form, to draft: inout PlanDraft, part: String) -> [FieldError] {
        var errors: [FieldError] = []
        draft.changePart(part) { part in
            if form.isTicked("fase") { part.phase = form["fase"].flatMap(Phase.init) }
            if let text = form["duur"] {
                if let years = DutchNumber.parse(text), years > 0, years <= 10_000 {
                    part.durationYears = years
                } else {
                    errors.append(
                        FieldError(
                            "Schrijf bij ‘Hoe lang duurt het?’ een getal in jaren, bijvoorbeeld 30.", field: "duur"))
                }
            } else if form.isTicked("duur") {
                part.durationYears = nil
            }
            for field in form.fields where field.name.hasPrefix(Self.prefix) {
                let id = String(field.name.dropFirst(Self.prefix.count))
                guard let property = index.properties[id] else { continue }
                do throws(PropertyText.Problem) {
                    part.properties[id] = try PropertyText.value(from: field.value, property)
                } catch {
                    errors.append(FieldError(error.text, field: field.name))
                }
            }
        }
        return errors
    }

    func spec(_ state: StepState) -> PageSpec {
        let all = state.filled(self)
        let count = asked(state.draft, state.part).count
        var elsewhere: [Model.Link] = []
        if let plan = state.plan {
            if asked.waitsForDepth {
                elsewhere.append(
                    Model.Link(
                        text: "Hoe diep het is",
                        href: PlanAddress.step(.place, of: plan.id, part: state.part) + "#diepte-van"))
            }
            if asked.waitsForChange {
                elsewhere.append(
                    Model.Link(
                        text: "Wat voor verandering het is",
                        href: PlanAddress.step(.what, of: plan.id, part: state.part) + "#verandering"))
            }
            if asked.waitsForInitiator {
                elsewhere.append(
                    Model.Link(
                        text: "Wie het initiatief neemt",
                        href: PlanAddress.step(.what, of: plan.id, part: state.part) + "#rol"))
            }
        }
        let model = Model(
            step: state.frame, fields: Array(all.prefix(count)), further: Array(all.dropFirst(count)),
            elsewhere: elsewhere, hasFewQuestions: asked.properties.allSatisfy { $0.findings == 0 })
        return PageSpec("plans/details", title: "Details van uw plan", model: model)
    }
}
