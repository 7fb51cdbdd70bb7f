internal import PolicyModel

/// A property is compared with values of its own kind.
struct ChoiceOfComparison: IntegrityCheck {
    static func check(_ content: IndexedContent, _ report: inout IntegrityReport) {
        let definitions = Dictionary(content.house.properties.map { ($0.id, $0) }) { first, _ in first }
        for (test, place) in content.tests {
            guard case .property(let test) = test, let definition = definitions[test.property] else { continue }
            checkForm(test, place, &report)
            var values = test.values.enumerated().map { ($1, place.at("values", item: $0)) }
            if let value = test.value { values.append((value, place.at("value"))) }
            let open = test.unknownFor.enumerated().map { ($1, place.at("unknownFor", item: $0)) }
            switch definition.kind {
            case .quantity: checkNumbers(values, unit: test.unit, definition, place, &report)
            case .count: checkNumbers(values, unit: nil, definition, place, &report)
            case .choice:
                checkOrder(test, definition, place, &report)
                for (value, place) in values + open { checkChoice(value, definition, place, &report) }
            case .flag:
                checkOrder(test, definition, place, &report)
                for (value, place) in values {
                    if case .flag = value { continue }
                    report.error("property `\(definition.id)` is `true` or `false`", at: place)
                }
            case .text: checkOrder(test, definition, place, &report)
            }
        }
    }

    /// `in` goes with `values`, everything else with `value`.
    private static func checkForm(_ test: PropertyTest, _ place: ContentPlace, _ report: inout IntegrityReport) {
        if test.is == .oneOf {
            if test.values.isEmpty { report.error("`is: in` needs `values`", at: place.at("is")) }
            if test.value != nil {
                report.error("`is: in` goes with `values`, not with `value`", at: place.at("value"))
            }
        } else {
            let sign = test.is.rawValue
            if test.value == nil { report.error("`is: \(sign)` needs a `value`", at: place.at("is")) }
            if !test.values.isEmpty {
                report.error("`is: \(sign)` goes with `value`, not with `values`", at: place.at("values"))
            }
        }
    }

    private static func checkOrder(
        _ test: PropertyTest, _ definition: PropertyDefinition, _ place: ContentPlace, _ report: inout IntegrityReport
    ) {
        switch test.is {
        case .equal, .notEqual, .oneOf: break
        case .less, .lessOrEqual, .greaterOrEqual, .greater:
            report.error(
                "property `\(definition.id)` has no order, so `\(test.is.rawValue)` says nothing", at: place.at("is"),
                help: "use `==`, `!=` or `in`")
        }
    }

    private static func checkChoice(
        _ value: PropertyValue, _ definition: PropertyDefinition, _ place: ContentPlace,
        _ report: inout IntegrityReport
    ) {
        guard case .text(let text) = value else {
            return report.error("property `\(definition.id)` is a choice from words", at: place)
        }
        guard !definition.values.contains(text) else { return }
        let all = "one of " + definition.values.map { "`\($0)`" }.joined(separator: ", ")
        report.error(
            "`\(text)` is not a value of property `\(definition.id)`", at: place,
            help: NearMiss.help(text, among: definition.values) ?? all)
    }

    private static func checkNumbers(
        _ values: [(PropertyValue, ContentPlace)], unit: String?, _ definition: PropertyDefinition,
        _ test: ContentPlace, _ report: inout IntegrityReport
    ) {
        for (value, place) in values {
            switch value {
            case .number where definition.kind == .quantity && unit == nil:
                report.error(
                    "property `\(definition.id)` is a quantity, and this number has no unit", at: place,
                    help: "add `unit: \(definition.unit ?? "...")`")
            case .number, .quantity: break
            case .text, .flag: report.error("property `\(definition.id)` is a number", at: place)
            }
        }
    }
}
