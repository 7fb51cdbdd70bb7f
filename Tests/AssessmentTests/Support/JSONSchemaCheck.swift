import CanonicalJSON

/// Checks a report against its JSON Schema: the keywords `type`, `const`, `enum`, `required`, `properties`,
/// `additionalProperties`, `items`, `minItems`, `maxItems`, `anyOf` and `$ref` into `$defs`. More strictly than the schema says, a
/// member that it does not name is a fault too, so that the schema tells of everything.
struct JSONSchemaCheck {
    let schema: JSONValue
    private(set) var faults: [String] = []

    init(schema: JSONValue) { self.schema = schema }

    static func faults(of value: JSONValue, by schema: JSONValue) -> [String] {
        var check = JSONSchemaCheck(schema: schema)
        check.check(value, schema, "")
        return check.faults
    }

    private mutating func check(_ value: JSONValue, _ node: JSONValue, _ place: String) {
        let node = resolved(node)
        if let branches = node["anyOf"]?.array {
            let faults = branches.map { branch in
                var check = Self(schema: schema)
                check.check(value, branch, place)
                return check.faults
            }
            if !faults.contains([]) { self.faults.append("\(place): none of \(branches.count) forms") }
        }
        if let types = node["type"].map({ $0.array?.compactMap(\.string) ?? [$0.string ?? ""] }),
            !types.contains(where: { value.isOfType($0) })
        {
            faults.append("\(place): expected \(types), found \(value.kindInWords)")
        }
        if let constant = node["const"], constant != value { faults.append("\(place): expected \(constant.compact())") }
        if let choices = node["enum"]?.array, !choices.contains(value) {
            faults.append("\(place): \(value.compact()) is not among the choices")
        }
        if let object = value.object { check(object, node, place) }
        if let items = value.array { check(items, node, place) }
    }

    private mutating func check(_ object: JSONObject, _ node: JSONValue, _ place: String) {
        for key in node["required"]?.array?.compactMap(\.string) ?? [] where object[key] == nil {
            faults.append("\(place): missing `\(key)`")
        }
        let rest = node["additionalProperties"]?.object.map(JSONValue.object)
        for (key, member) in object.members {
            let pointer = JSONPointer.appending(key, to: place)
            if let schema = node["properties"]?[key] ?? rest {
                check(member, schema, pointer)
            } else if node["properties"] != nil {
                faults.append("\(pointer): the schema does not name it")
            }
        }
    }

    private mutating func check(_ items: [JSONValue], _ node: JSONValue, _ place: String) {
        if let least = node["minItems"]?.number, Double(items.count) < least {
            faults.append("\(place): too few items")
        }
        if let most = node["maxItems"]?.number, Double(items.count) > most { faults.append("\(place): too many items") }
        guard let schema = node["items"] else { return }
        for (index, item) in items.enumerated() { check(item, schema, JSONPointer.appending(index, to: place)) }
    }

    private func resolved(_ node: JSONValue) -> JSONValue {
        guard let reference = node["$ref"]?.string, let name = reference.split(separator: "/").last else { return node }
        return schema["$defs"]?[String(name)] ?? .null
    }
}

extension JSONValue {
    fileprivate func isOfType(_ type: String) -> Bool {
        switch self {
        case .null: type == "null"
        case .bool: type == "boolean"
        case .number(let number): type == "number" || type == "integer" && number == number.rounded()
        case .string: type == "string"
        case .array: type == "array"
        case .object: type == "object"
        }
    }
}
