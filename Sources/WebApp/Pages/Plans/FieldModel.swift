/// A field of a form as a template shows it: its label, what stands in it, and what is wrong with it.
struct FieldModel {
    struct Option {
        var value: String
        var label: String
        var isChosen = false
    }

    enum Kind { case text, number, choice, select, area }

    /// The name of the field, and the id of its control.
    var id: String
    var label: String
    var hint: String?
    var value: String
    var unit: String?
    var options: [Option]
    /// What is wrong with it.
    var error: String?
    /// What somebody else put here in the meantime, in words.
    var theirs: String?
    let isText: Bool
    let isNumber: Bool
    let isChoice: Bool
    let isSelect: Bool
    let isArea: Bool
    /// Ids of the texts that belong to the control.
    var describedBy: String?
    /// Which end of a depth it holds, for the slider.
    var depth: String?

    init(
        _ kind: Kind, _ id: String, _ label: String, hint: String? = nil, value: String = "", unit: String? = nil,
        options: [Option] = [], depth: String? = nil
    ) {
        self.id = id
        self.depth = depth
        self.label = label
        self.hint = hint
        self.value = value
        self.unit = unit
        self.options = options
        isText = kind == .text
        isNumber = kind == .number
        isChoice = kind == .choice
        isSelect = kind == .select
        isArea = kind == .area
        setValue(value)
    }

    mutating func setValue(_ value: String) {
        self.value = value
        for position in options.indices { options[position].isChosen = options[position].value == value }
        describe()
    }

    /// What stands in it, as a person reads it.
    var shown: String {
        if value.isEmpty { return "niets" }
        return options.first { $0.value == value }?.label ?? value + (unit.map { " \($0)" } ?? "")
    }

    mutating func add(error: String?, theirs: String?) {
        self.error = error
        self.theirs = theirs
        describe()
    }

    private mutating func describe() {
        let ids = [
            hint == nil ? nil : "\(id)-uitleg", theirs == nil ? nil : "\(id)-ander", error == nil ? nil : "\(id)-fout",
        ].compactMap { $0 }
        describedBy = ids.isEmpty ? nil : ids.joined(separator: " ")
    }
}

extension [FieldModel] {
    /// The fields with what was typed instead of what is kept, with problems, and with what somebody else made of them.
    func filled(from form: Form?, errors: [FieldError], theirs: [FieldModel]?) -> [FieldModel] {
        map { field in
            var field = field
            if let form, form.isTicked(field.id) { field.setValue(form.text(field.id)) }
            let other = theirs?.first { $0.id == field.id }
            field.add(
                error: errors.text(for: field.id), theirs: other.flatMap { $0.value == field.value ? nil : $0.shown })
            return field
        }
    }
}
