import Casework
import PolicyModel

/// Reads the two fields of a depth.
enum DepthFields {
    static func interval(
        _ form: Form, _ name: String, _ before: DepthInterval?, _ errors: inout [FieldError]
    ) -> DepthInterval? {
        guard form.isTicked("\(name)-van") || form.isTicked("\(name)-tot") else { return before }
        var isRight = true
        func number(_ field: String) -> Double? {
            guard let text = form[field] else { return nil }
            if let number = DutchNumber.parse(text), number >= 0, number <= 100_000 { return number }
            errors.append(
                FieldError("Een diepte is een getal in meters onder het maaiveld: 0 is de grond.", field: field))
            isRight = false
            return nil
        }
        let (from, to) = (number("\(name)-van"), number("\(name)-tot"))
        guard isRight else { return before }
        if from == nil, to == nil { return nil }
        if let from, let to, to < from {
            errors.append(
                FieldError(
                    "De ondiepe grens (\(DutchNumber.text(from)) m) ligt onder de diepe (\(DutchNumber.text(to)) m). Draai ze om.",
                    field: "\(name)-tot"))
            return before
        }
        return DepthInterval(from: from ?? 0, to: to)
    }
}
