/// A text to fill in; `casework/field` shows it.
struct FormField: Sendable {
    var name: String
    var label: String
    var hint: String?
    var value: String
    var error: String?
    /// Several lines.
    var isLong: Bool
    var rows: Int
    var isOptional: Bool
    /// The ids of hint and error, for who does not see them.
    var describedBy: String?

    init(
        _ name: String, _ label: String, hint: String? = nil, value: String, errors: [FieldError] = [], rows: Int = 1,
        isOptional: Bool = false
    ) {
        self.name = name
        self.label = label
        self.hint = hint
        self.value = value
        self.rows = rows
        self.isOptional = isOptional
        isLong = rows > 1
        error = errors.text(for: name)
        let ids = [hint.map { _ in "\(name)-hint" }, error.map { _ in "\(name)-fout" }].compactMap(\.self)
        describedBy = ids.isEmpty ? nil : ids.joined(separator: " ")
    }
}

/// One of several to choose from; none is chosen beforehand.
struct FormChoice: Sendable {
    var id: String
    var name: String
    var value: String
    var label: String
    var hint: String?
    var isChosen: Bool
}
