/// Something to mend in a form. Pages show all of them at the top, through `partials/errors`, and each at its field.
public struct FieldError: Sendable, Hashable {
    /// The id of the field; `nil` when it is about the form as a whole.
    public var field: String?
    public var text: String

    public init(_ text: String, field: String? = nil) {
        self.text = text
        self.field = field
    }
}

extension [FieldError] {
    /// The sentences for one field, joined; `nil` when there are none.
    public func text(for field: String) -> String? {
        let texts = filter { $0.field == field }.map(\.text)
        return texts.isEmpty ? nil : texts.joined(separator: " ")
    }
}
