package import Subprocess

extension Environment {
    /// These variables and no others.
    package static func only(_ variables: [String: String]) -> Environment {
        var values: [Key: String] = [:]
        for (name, value) in variables {
            // There is a key for every text.
            if let key = Key(rawValue: name) { values[key] = value }
        }
        return .custom(values)
    }
}
