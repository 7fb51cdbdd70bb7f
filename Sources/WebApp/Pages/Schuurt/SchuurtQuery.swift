import PolicyModel

/// What the address of the page of stacked claims holds.
struct SchuurtQuery: Sendable {
    static let sizes = [100, 25]

    var cell = KansenQuery.usualCell
    var day: PolicyDate?
    var place: String?
    var view: [String] = []
    var errors: [FieldError] = []

    init(_ form: Form) {
        if let text = form["cel"] {
            if let size = Int(text), Self.sizes.contains(size) {
                cell = size
            } else {
                errors.append(FieldError("Kies bij de maat van de cellen 100 of 25 meter.", field: "cel"))
            }
        }
        if let text = form["dag"] {
            day = DutchTime.day(digits: text)
            if day == nil {
                errors.append(FieldError("‘\(text)’ is geen dag. Schrijf bijvoorbeeld 21-11-2026.", field: "dag"))
            }
        }
        place = form["plek"]
        let numbers = ["x", "y", "z"].compactMap { form[$0] }.filter { Double($0).map { abs($0) < 1e7 } ?? false }
        if numbers.count == 3 { view = numbers }
    }

    func key(today: PolicyDate) -> PressureKey { PressureKey(cellMetres: cell, day: day ?? today) }

    var questionPairs: [KansenQuery.Pair] {
        var pairs: [KansenQuery.Pair] = []
        if cell != KansenQuery.usualCell { pairs.append(("cel", String(cell))) }
        if let day { pairs.append(("dag", DutchTime.digits(day))) }
        return pairs
    }

    func address(without names: Set<String> = [], with more: [KansenQuery.Pair] = []) -> String {
        var pairs = questionPairs
        if let place { pairs.append(("plek", place)) }
        for (name, value) in zip(["x", "y", "z"], view) { pairs.append((name, value)) }
        let gone = names.union(more.map(\.name))
        return KansenQuery.address("/schuurt", pairs.filter { !gone.contains($0.name) } + more)
    }
}
