/// Checks nodes against schemas. Every demand that is not met gives one violation, at the place of the node.
struct SchemaValidator {
    struct Violation: Hashable {
        var mark: ContentMark
        var message: String
        var help: String?
    }

    let schemas: SchemaSet
    private var patterns = PatternCache()
    private(set) var violations: [Violation] = []

    init(schemas: SchemaSet) { self.schemas = schemas }

    /// The violations of a node and all in it.
    mutating func violations(of node: ContentNode, _ schema: Schema) -> [Violation] {
        violations = []
        check(node, schema)
        return violations
    }

    private mutating func check(_ node: ContentNode, _ schema: Schema) {
        let schema = schemas.resolve(schema)
        guard schema.oneOf.isEmpty else { return checkOneOf(node, schema.oneOf.map(schemas.resolve)) }
        guard schema.types.isEmpty || schema.types.contains(where: node.value.matches) else {
            return report(
                node, "expected \(Self.words(schema.types)), found \(node.value.words)",
                help: schema.types.contains(.string) ? node.value.hint : nil)
        }
        if let flag = schema.constantFlag, node.flag != flag {
            return report(node, "expected `\(flag)`, found \(node.value.words)")
        }
        switch node.value {
        case .text(let text): check(text, of: node, schema)
        case .list(let items): check(items, of: node, schema)
        case .mapping(let members): check(members, of: node, schema)
        case .null, .flag, .number: break
        }
    }

    private mutating func check(_ text: String, of node: ContentNode, _ schema: Schema) {
        if let choices = schema.choices, !choices.contains(text) {
            let nearMiss = NearMiss.help(text, among: choices)
            let all = "one of " + choices.map { "`\($0)`" }.joined(separator: ", ")
            return report(node, "`\(text)` is not a value that is known here", help: nearMiss ?? all)
        }
        if let length = schema.minLength, text.unicodeScalars.count < length {
            return report(node, "this text is empty")
        }
        if let pattern = schema.pattern, !patterns.matches(text, pattern) {
            report(node, "`\(text)` is not \(schema.comment ?? "of the form `\(pattern)`")")
        }
    }

    private mutating func check(_ items: [ContentNode], of node: ContentNode, _ schema: Schema) {
        if let least = schema.minItems, items.count < least {
            let found = items.isEmpty ? "none" : "\(items.count)"
            report(node, "expected at least \(least) \(least == 1 ? "item" : "items"), found \(found)")
        }
        guard let each = schema.items.first else { return }
        for item in items { check(item, each) }
    }

    private mutating func check(_ members: [ContentNode.Member], of node: ContentNode, _ schema: Schema) {
        for key in schema.required where !members.contains(where: { $0.key == key }) {
            // The unknown key beside it tells better what is wrong when it is a near miss.
            if members.contains(where: { schema.properties[$0.key] == nil && NearMiss.of($0.key, among: [key]) != nil })
            {
                continue
            }
            report(node, "missing key `\(key)`")
        }
        for member in members {
            if let schema = schema.properties[member.key] {
                check(member.node, schema)
            } else if let found = schema.patternProperties.first(where: { patterns.matches(member.key, $0.pattern) }) {
                check(member.node, found.schema)
            } else if let rest = schema.rest.first {
                check(member.node, rest)
            } else if !schema.isOpen {
                report(
                    member.keyMark, "unknown key `\(member.key)`",
                    help: Self.help(member.key, known: schema.properties.keys.sorted()))
            }
        }
    }

    /// Chooses the branch by type, then by `const`, then by the key that stands first in `required`.
    private mutating func checkOneOf(_ node: ContentNode, _ branches: [Schema]) {
        let typed = branches.filter { $0.types.isEmpty || $0.types.contains(where: node.value.matches) }
        guard let first = typed.first else {
            let types = branches.flatMap(\.types)
            return report(
                node, "expected \(Self.words(types)), found \(node.value.words)",
                help: types.contains(.string) ? node.value.hint : nil)
        }
        guard typed.count > 1, let members = node.members else { return check(node, first) }
        if let key = constant(in: typed) {
            guard let value = node[key] else { return report(node, "missing key `\(key)`") }
            let known = typed.flatMap { $0.properties[key].map(schemas.resolve)?.choices ?? [] }
            if let branch = typed.first(where: {
                ($0.properties[key].map(schemas.resolve)?.choices ?? []).contains(value.text ?? "")
            }) {
                return check(node, branch)
            }
            let written = value.text.map { "`\($0)`" } ?? value.value.words
            let all = "one of " + known.map { "`\($0)`" }.joined(separator: ", ")
            return report(
                value.mark, "\(written) is not a value that is known here",
                help: value.text.flatMap { NearMiss.help($0, among: known) } ?? all)
        }
        let leading = typed.compactMap(\.required.first)
        let found = members.filter { leading.contains($0.key) }
        if found.count > 1 {
            let keys = found.map { "`\($0.key)`" }.joined(separator: " and ")
            return report(found[1].keyMark, "\(keys) cannot stand in one mapping", help: "keep one of them")
        }
        if let key = found.first?.key, let branch = typed.first(where: { $0.required.first == key }) {
            return check(node, branch)
        }
        if let member = members.first {
            report(member.keyMark, "unknown key `\(member.key)`", help: Self.help(member.key, known: leading))
        } else {
            report(node, "expected one of the keys \(leading.map { "`\($0)`" }.joined(separator: ", "))")
        }
    }

    /// The key whose constant tells the branches apart.
    private func constant(in branches: [Schema]) -> String? {
        branches[0].properties.keys.sorted().first { key in
            branches.allSatisfy { $0.required.contains(key) && $0.properties[key].map(schemas.resolve)?.choices != nil }
        }
    }

    private static func help(_ key: String, known: [String]) -> String {
        NearMiss.help(key, among: known) ?? "known here: " + known.map { "`\($0)`" }.joined(separator: ", ")
    }

    private static func words(_ types: [Schema.ValueType]) -> String {
        var words: [String] = []
        for type in types where !words.contains(type.words) { words.append(type.words) }
        return words.joined(separator: " or ")
    }

    private mutating func report(_ node: ContentNode, _ message: String, help: String? = nil) {
        report(node.mark, message, help: help)
    }

    private mutating func report(_ mark: ContentMark, _ message: String, help: String? = nil) {
        violations.append(Violation(mark: mark, message: message, help: help))
    }
}

extension ContentNode.Value {
    func matches(_ type: Schema.ValueType) -> Bool {
        switch (self, type) {
        case (.null, .null), (.flag, .boolean), (.number, .number), (.text, .string), (.list, .array),
            (.mapping, .object):
            true
        case (.number(let number), .integer): Int(number) != nil
        default: false
        }
    }

    /// What it is, for messages.
    var words: String {
        switch self {
        case .null: "nothing"
        case .flag(let flag): "`\(flag)`"
        case .number(let number): "the number `\(number)`"
        case .text(let text): "the text `\(text.prefix(60))`"
        case .list: "a list"
        case .mapping: "a mapping"
        }
    }

    /// What to do when a text was expected.
    var hint: String? {
        switch self {
        case .flag(let flag): "a text stands in quotes: `\"\(flag)\"`"
        case .number(let number): "a text stands in quotes: `\"\(number)\"`"
        default: nil
        }
    }
}

/// Compiled patterns of one run, and what has matched them: ids come back often, and a regular expression is slow.
private struct PatternCache {
    private var compiled: [String: Regex<AnyRegexOutput>] = [:]
    private var matched: [String: Set<String>] = [:]

    /// Whether the pattern occurs in the text; a pattern that does not compile matches everything.
    mutating func matches(_ text: String, _ pattern: String) -> Bool {
        if matched[pattern, default: []].contains(text) { return true }
        if compiled[pattern] == nil { compiled[pattern] = try? Regex(pattern) }
        guard let regex = compiled[pattern] else { return true }
        guard text.firstMatch(of: regex) != nil else { return false }
        matched[pattern, default: []].insert(text)
        return true
    }
}
