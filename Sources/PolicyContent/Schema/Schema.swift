/// One JSON Schema (draft 2020-12) in the subset that content needs.
///
/// Keywords: `type`, `enum`, `const`, `required`, `properties`, `additionalProperties`, `patternProperties`, `items`,
/// `minItems`, `pattern`, `minLength`, `oneOf`, `$ref`. A `oneOf` must be decidable by the type of the value, by a key
/// that stands first in `required`, or by a `const`. `$comment` beside a `pattern` says in words what it asks for.
struct Schema: Sendable {
    enum ValueType: String, Sendable, Hashable {
        case null, boolean, number, integer, string, array, object

        /// In words, for messages.
        var words: String {
            switch self {
            case .null: "`null`"
            case .boolean: "`true` or `false`"
            case .number: "a number"
            case .integer: "a whole number"
            case .string: "a text"
            case .array: "a list"
            case .object: "a mapping"
            }
        }
    }

    var types: [ValueType] = []
    /// The texts of `enum`, or the one of `const`.
    var choices: [String]?
    /// A flag of `const`.
    var constantFlag: Bool?
    var required: [String] = []
    var properties: [String: Schema] = [:]
    var patternProperties: [(pattern: String, schema: Schema)] = []
    /// Whether other keys than `properties` are allowed, whatever they hold.
    var isOpen = true
    /// The schema of the values of other keys: none or one.
    var rest: [Schema] = []
    /// The schema of the items: none or one.
    var items: [Schema] = []
    var minItems: Int?
    var pattern: String?
    var comment: String?
    var minLength: Int?
    var oneOf: [Schema] = []
    /// The reference made absolute: `<file>#<pointer>`.
    var reference: String?

    /// Reads a schema that stands in a file, whose name makes its local references absolute.
    static func read(_ node: ContentNode, file: String) -> Schema {
        var schema = Schema()
        if let type = node["type"] {
            schema.types = (type.items ?? [type]).compactMap { $0.text.flatMap(ValueType.init(rawValue:)) }
        }
        schema.choices = texts(node["enum"]) ?? node["const"]?.text.map { [$0] }
        schema.constantFlag = node["const"]?.flag
        schema.required = texts(node["required"]) ?? []
        schema.readMembers(of: node, file: file)
        schema.items = node["items"].map { [read($0, file: file)] } ?? []
        schema.minItems = node["minItems"]?.integer
        schema.pattern = node["pattern"]?.text
        schema.comment = node["$comment"]?.text
        schema.minLength = node["minLength"]?.integer
        schema.oneOf = (node["oneOf"]?.items ?? []).map { read($0, file: file) }
        if let reference = node["$ref"]?.text {
            schema.reference = reference.hasPrefix("#") ? file + reference : reference
        }
        return schema
    }

    private mutating func readMembers(of node: ContentNode, file: String) {
        for member in node["properties"]?.members ?? [] {
            properties[member.key] = Schema.read(member.node, file: file)
        }
        for member in node["patternProperties"]?.members ?? [] {
            patternProperties.append((member.key, Schema.read(member.node, file: file)))
        }
        guard let more = node["additionalProperties"] else { return }
        switch more.value {
        case .flag(let flag): isOpen = flag
        default: rest = [Schema.read(more, file: file)]
        }
    }

    private static func texts(_ node: ContentNode?) -> [String]? { node?.items?.compactMap(\.text) }
}
