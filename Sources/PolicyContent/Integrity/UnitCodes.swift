internal import PolicyModel

/// Units are ones that can be converted, and a band of "circa" is not negative.
struct UnitCodes: IntegrityCheck {
    static func check(_ content: IndexedContent, _ report: inout IntegrityReport) {
        for (index, property) in content.house.properties.enumerated() {
            check(property.unit, ContentPlace(kind: .properties, index: index).at("unit"), &report)
        }
        for (test, place) in content.tests {
            switch test {
            case .property(let test):
                check(test.unit, place.at("unit"), &report)
                check(test.value, place.at("value"), &report)
                for (index, value) in test.values.enumerated() {
                    check(value, place.at("values", item: index), &report)
                }
                if let fuzzy = test.fuzzy, fuzzy < 0 {
                    report.error("`fuzzy` is negative", at: place.at("fuzzy"), help: "it is half the width of a band")
                }
            case .attribute(_, _, _, let value): check(value, place.at("attribute", "value"), &report)
            default: break
            }
        }
    }

    private static func check(_ value: PropertyValue?, _ place: ContentPlace, _ report: inout IntegrityReport) {
        if case .quantity(let quantity) = value { check(quantity.unit, place.at("unit"), &report) }
    }

    private static func check(_ unit: String?, _ place: ContentPlace, _ report: inout IntegrityReport) {
        guard let unit, !isKnownUnit(unit) else { return }
        report.error("unknown unit `\(unit)`", at: place, help: "units are UCUM codes, such as `Cel`, `m`, `har`, `MW`")
    }
}
