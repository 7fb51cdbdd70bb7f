/// How a value is compared with a bound.
public enum Comparison: String, Sendable, Hashable, Codable, CaseIterable {
    case less = "<"
    case lessOrEqual = "<="
    case equal = "=="
    case notEqual = "!="
    case greaterOrEqual = ">="
    case greater = ">"
    /// The value is one of a list.
    case oneOf = "in"

    public func holds<Value: Comparable>(_ left: Value, _ right: Value) -> Bool {
        switch self {
        case .less: left < right
        case .lessOrEqual: left <= right
        case .equal, .oneOf: left == right
        case .notEqual: left != right
        case .greaterOrEqual: left >= right
        case .greater: left > right
        }
    }

    /// Compares with a bound that is only known up to `fuzzy`: unknown strictly inside the band around the bound.
    public func truth(_ value: Double, _ bound: Double, fuzzy: Double) -> Truth {
        if fuzzy > 0, abs(value - bound) < fuzzy { return .unknown }
        return Truth(holds(value, bound))
    }
}
