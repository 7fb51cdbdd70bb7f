import CanonicalJSON
import Casework
import NormEngine
import PolicyModel

/// What the address of the opportunity map holds: the question, what is shown of the answer, and a second variant.
struct KansenQuery: Sendable {
    /// Over what hectares are told beside the whole.
    enum Division: String, CaseIterable, Sendable {
        case municipality = "gemeente"
        case region = "regio"
        case town = "kern"

        var label: String {
            switch self {
            case .municipality: "Gemeente"
            case .region: "Regio"
            case .town: "Afstand tot een kern"
            }
        }
    }

    static let usualCell = 100
    /// How large a plan can be on the map.
    static let hectaresOffered = 0.01...10_000
    /// What the fields of the second variant are called before.
    static let other = "anders-"

    /// The plan without a place.
    var draft = PlanDraft()
    var hectares: Double?
    var cell = KansenQuery.usualCell
    /// `nil` for today.
    var day: PolicyDate?
    var shown = ""
    var division: Division?
    /// Texts as they were typed: where somebody asks why, and from where the nearest place is sought.
    var place: String?
    var from: String?
    /// Middle and zoom of the map.
    var view: [String] = []
    /// The second variant: the same fields with other values.
    var variant: [Form.Field] = []
    var search: String?
    var action: String?
    /// Everything that was sent, so that what is wrong can be mended where it stands.
    let form: Form
    var errors: [FieldError] = []

    var part: PlanDraft.Part { draft.part(nil) }
    var activities: [String] { part.activities }
    var hasQuestion: Bool { !activities.isEmpty }
    var hasVariant: Bool { !variant.isEmpty }
    /// Somebody is still choosing what the map is about.
    var isChoosing: Bool { action == "zoek" || action == "lijst" }

    init(_ form: Form, _ house: SiteHouse) {
        self.form = form
        readQuestion(house)
        readGrid()
        readView()
        variant = form.fields.filter { field in
            field.name.hasPrefix(Self.other) && !field.value.trimmed.isEmpty
        }.map { Form.Field(name: $0.name, value: $0.value.trimmed) }
    }

    private mutating func readQuestion(_ house: SiteHouse) {
        let index = house.index
        var seen: Set<String> = []
        let asked = form.all("activiteit").filter { seen.insert($0).inserted }
        let known = asked.filter { index.activities[$0] != nil }
        if let strange = asked.first(where: { index.activities[$0] == nil }) {
            errors.append(
                FieldError("De activiteit ‘\(strange)’ staat niet in dit beleid. Zoek opnieuw.", field: "zoek"))
        }
        let change = word("verandering", ChangeKind.init, "Kies bij ‘Wat voor verandering is het?’ uit de lijst.")
        let phase = word("fase", Phase.init, "Kies bij ‘Om welke fase gaat het?’ uit de lijst.")
        let use = DepthFields.interval(form, "diepte", nil, &errors)
        let properties = Self.properties(form, DetailsStep.prefix, index.properties, &errors)
        draft.initiatorRole = form["rol"].flatMap { $0.count <= 60 ? $0 : nil }
        draft.changePart(part.id) { part in
            part.activities = known
            part.change = change
            part.phase = phase
            part.use = use
            part.properties = properties
        }
        if let text = form["dag"] {
            day = DutchTime.day(digits: text)
            if day == nil {
                errors.append(FieldError("‘\(text)’ is geen dag. Schrijf bijvoorbeeld 21-11-2026.", field: "dag"))
            }
        }
        search = form.words("zoek")
        action = form["actie"]
    }

    private mutating func word<Value>(_ name: String, _ make: (String) -> Value?, _ problem: String) -> Value? {
        guard let text = form[name] else { return nil }
        let value = make(text)
        if value == nil { errors.append(FieldError(problem, field: name)) }
        return value
    }

    private static func properties(
        _ form: Form, _ prefix: String, _ known: [String: PropertyDefinition], _ errors: inout [FieldError]
    ) -> [String: JSONValue] {
        var values: [String: JSONValue] = [:]
        for field in form.fields where field.name.hasPrefix(prefix) && !field.value.trimmed.isEmpty {
            let id = String(field.name.dropFirst(prefix.count))
            guard let property = known[id] else {
                errors.append(FieldError("De eigenschap ‘\(id)’ staat niet in dit beleid. Laat haar weg."))
                continue
            }
            do throws(PropertyText.Problem) {
                values[id] = try PropertyText.value(from: field.value, property)
            } catch {
                errors.append(FieldError(error.text, field: field.name))
            }
        }
        return values
    }

    private mutating func readGrid() {
        if let text = form["oppervlakte"] {
            hectares = DutchNumber.parse(text).flatMap { Self.hectaresOffered.contains($0) ? $0 : nil }
            if hectares == nil {
                errors.append(
                    FieldError(
                        "Een oppervlakte is een getal van 0,01 tot 10.000 ha. Schrijf bijvoorbeeld 5, of laat het leeg voor een punt.",
                        field: "oppervlakte"))
            }
        }
        guard let text = form["cel"] else { return }
        guard let size = Int(text), GridKey.sizes.contains(size) else {
            errors.append(FieldError("Kies bij de maat van de cellen 100, 25 of 10 meter.", field: "cel"))
            return
        }
        cell = size
    }

    private mutating func readView() {
        shown = form["toon"] ?? ""
        if let text = form["verdeling"] {
            division = Division(rawValue: text)
            if division == nil {
                errors.append(FieldError("Kies bij de verdeling gemeente, regio of kern.", field: "verdeling"))
            }
        }
        place = form["plek"]
        from = form["vanaf"]
        let numbers = ["x", "y", "z"].compactMap { form[$0] }.filter { Double($0).map { abs($0) < 1e7 } ?? false }
        if numbers.count == 3 { view = numbers }
    }

    /// The question of the second variant.
    /// - Parameter errors: gets what is wrong with its fields.
    func second(_ house: SiteHouse, _ errors: inout [FieldError]) -> KansenQuery {
        var fields = form.fields.filter { !$0.name.hasPrefix(Self.other) }
        for field in variant {
            let name = String(field.name.dropFirst(Self.other.count))
            fields.removeAll { $0.name == name }
            fields.append(Form.Field(name: name, value: field.value))
        }
        let allowed = ["dag", "diepte-van", "diepte-tot", "verandering", "fase"]
        for field in variant {
            let name = String(field.name.dropFirst(Self.other.count))
            if !allowed.contains(name), !name.hasPrefix(DetailsStep.prefix) {
                errors.append(
                    FieldError(
                        "‘\(name)’ kan in de tweede variant niet anders zijn. Kies een eigenschap, diepte of dag."))
            }
        }
        let second = KansenQuery(Form(fields: fields), house)
        let own = Set(self.errors)
        errors += second.errors.filter { !own.contains($0) }.map {
            FieldError($0.text, field: $0.field.map { Self.other + $0 })
        }
        return second
    }
}
