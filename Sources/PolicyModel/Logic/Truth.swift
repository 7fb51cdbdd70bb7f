/// The three truth values of strong Kleene logic. Not knowing is an answer.
///
/// The raw order `no < unknown < yes` makes `all` a minimum and `any` a maximum.
public enum Truth: Int, Sendable, Hashable, Comparable, CaseIterable, Codable {
    case no = 0
    case unknown = 1
    case yes = 2

    public init(_ value: Bool) { self = value ? .yes : .no }

    public static func < (left: Truth, right: Truth) -> Bool { left.rawValue < right.rawValue }

    public static prefix func ! (value: Truth) -> Truth {
        switch value {
        case .no: .yes
        case .unknown: .unknown
        case .yes: .no
        }
    }

    public static func && (left: Truth, right: Truth) -> Truth { min(left, right) }
    public static func || (left: Truth, right: Truth) -> Truth { max(left, right) }

    /// The conjunction; `yes` for an empty sequence.
    public static func all(_ values: some Sequence<Truth>) -> Truth { values.min() ?? .yes }

    /// The disjunction; `no` for an empty sequence.
    public static func any(_ values: some Sequence<Truth>) -> Truth { values.max() ?? .no }

    /// The word used in traces and reports.
    public var word: String {
        switch self {
        case .no: "no"
        case .unknown: "unknown"
        case .yes: "yes"
        }
    }
}
