/// Addresses of the site on which pieces of a report stand, each beginning with `/`.
public struct PageLinks: Sendable {
    /// The page with everything about a finding, by the id of the finding.
    public var finding: @Sendable (_ id: String) -> String
    /// Where somebody says that a finding is not right, by the id of the finding.
    public var contest: @Sendable (_ id: String) -> String
    /// The page of a norm in the policy house, by the id of the norm.
    public var norm: @Sendable (_ id: String) -> String

    public init(
        finding: @escaping @Sendable (_ id: String) -> String, contest: @escaping @Sendable (_ id: String) -> String,
        norm: @escaping @Sendable (_ id: String) -> String
    ) {
        self.finding = finding
        self.contest = contest
        self.norm = norm
    }
}
