import Casework

extension [FieldError] {
    /// What casework refuses, for a form whose fields are named as the problems name them.
    init(_ refused: CaseRefused) { self = refused.problems.map { FieldError($0.text, field: $0.field) } }
}

extension CaseRefused {
    /// It is about who somebody is, not about what they typed.
    var isForbidden: Bool {
        problems.contains { problem in
            if case .notAllowed = problem { return true }
            return false
        }
    }

    /// The dossier has moved on in between.
    var isLate: Bool {
        problems.contains { problem in
            if case .notNow = problem { return true }
            return false
        }
    }
}
