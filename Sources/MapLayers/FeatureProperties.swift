internal import CanonicalJSON
internal import PolicyModel

/// Features as they stand in GeoJSON properties and in the store.
enum FeatureProperties {
    /// Names with a meaning of their own; all others are attributes.
    private static let reserved: Set = ["id", "name", "aliases", "top", "base"]

    static func feature(id: String, _ properties: JSONObject) -> LayerFeature {
        var attributes: [String: PropertyValue] = [:]
        for (key, value) in properties.members where !reserved.contains(key) {
            if let value = propertyValue(value) { attributes[key] = value }
        }
        for key in ["top", "base"] {
            if let text = properties[key]?.string { attributes[key] = .text(text) }
        }
        return LayerFeature(
            id: id, name: properties["name"]?.string,
            aliases: properties["aliases"]?.array?.compactMap(\.string) ?? [], attributes: attributes,
            topMetres: properties["top"]?.number, baseMetres: properties["base"]?.number)
    }

    static func propertyValue(_ value: JSONValue) -> PropertyValue? {
        switch value {
        case .bool(let flag): .flag(flag)
        case .number(let number): .number(number)
        case .string(let text): .text(text)
        case .object(let object):
            if let number = object["value"]?.number, let unit = object["unit"]?.string {
                .quantity(Quantity(value: number, unit: unit))
            } else {
                nil
            }
        case .null, .array: nil
        }
    }

    static func json(_ value: PropertyValue) -> JSONValue {
        switch value {
        case .quantity(let quantity): ["value": .number(quantity.value), "unit": .string(quantity.unit)]
        case .number(let number): .number(number)
        case .text(let text): .string(text)
        case .flag(let flag): .bool(flag)
        }
    }

    static func json(_ attributes: [String: PropertyValue]) -> JSONValue {
        .object(JSONObject(attributes.sorted { $0.key < $1.key }.map { ($0.key, json($0.value)) }))
    }
}
