internal import PolicyModel

/// Every norm can apply to something, some day.
struct UnreachableNorms: IntegrityCheck {
    static func check(_ content: IndexedContent, _ report: inout IntegrityReport) {
        for (index, norm) in content.house.norms.enumerated() {
            check(norm, ContentPlace(kind: .norms, index: index), &report)
        }
        checkUnits(content, &report)
    }

    private static func check(_ norm: Norm, _ place: ContentPlace, _ report: inout IntegrityReport) {
        let never = "norm `\(norm.id)` can never apply"
        if case .these(let activities, _) = norm.activities, activities.isEmpty {
            report.error(
                "\(never): its list of activities is empty", at: place.at("activities"),
                help: "name activities, or say `any`")
        }
        if let from = norm.valid?.from, let until = norm.valid?.until, from >= until {
            report.error(
                "\(never): it is valid from \(from) until \(until)", at: place.at("valid"),
                help: "`until` is the first day on which it no longer holds")
        }
        if let depth = norm.depth, depth.open == nil, let to = depth.to, depth.interval.from >= to {
            report.error(
                "\(never): its depth is from \(words(depth.interval.from)) to \(words(to)) metres",
                at: place.at("depth"), help: "depth grows downwards, so `from` is the smaller one")
        }
        let parts =
            (norm.when.map { TestWalk.conjuncts(of: $0, at: place.at("when")) } ?? [])
            + (norm.where.map { TestWalk.conjuncts(of: $0, at: place.at("where")) } ?? [])
        var changes = Set(norm.change.isEmpty ? ChangeKind.allCases : norm.change)
        var phases = Set(norm.phase.isEmpty ? Phase.allCases : norm.phase)
        for (test, place) in parts {
            switch test {
            case .change(let kinds):
                changes.formIntersection(kinds)
                if changes.isEmpty { report.error("\(never): no kind of change is left", at: place.at("change")) }
            case .phase(let kinds):
                phases.formIntersection(kinds)
                if phases.isEmpty { report.error("\(never): no phase is left", at: place.at("phase")) }
            default: break
            }
        }
    }

    /// A comparison in a unit that cannot convert to the property's own can never be decided.
    private static func checkUnits(_ content: IndexedContent, _ report: inout IntegrityReport) {
        let definitions = Dictionary(content.house.properties.map { ($0.id, $0) }) { first, _ in first }
        for (test, place) in content.tests {
            guard case .property(let test) = test, let definition = definitions[test.property] else { continue }
            let own = definition.unit ?? (definition.kind == .count ? "1" : nil)
            guard let own, isKnownUnit(own) else { continue }
            func check(_ unit: String?, _ place: ContentPlace) {
                guard let unit, isKnownUnit(unit), Quantity(value: 1, unit: unit).converted(to: own) == nil else {
                    return
                }
                report.error(
                    "unit `\(unit)` cannot convert to `\(own)`, the unit of property `\(definition.id)`", at: place)
            }
            check(test.unit, place.at("unit"))
            if case .quantity(let value) = test.value { check(value.unit, place.at("value", "unit")) }
            for (index, value) in test.values.enumerated() {
                if case .quantity(let value) = value { check(value.unit, place.at("values", item: index).at("unit")) }
            }
        }
    }

    /// A number without a needless fraction.
    private static func words(_ number: Double) -> String {
        Int(exactly: number).map(String.init) ?? String(number)
    }
}
