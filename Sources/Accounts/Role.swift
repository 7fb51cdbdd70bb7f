/// What somebody may do. One account may have several roles.
public enum Role: String, Sendable, Hashable, CaseIterable, Codable, Comparable {
    /// Reads what is not public to everyone, such as dossiers in preparation, without changing anything.
    case reader
    /// Makes plans and hands them in.
    case initiator
    /// Opens dossiers, argues, proposes an outcome and publishes.
    case official
    /// Reads a dossier in which somebody else argued, and lets it pass or not.
    case secondReader = "second-reader"
    /// Sees the overviews for who writes policy.
    case policyEditor = "policy-editor"
    /// Manages accounts and settings. Gives no right to argue or to publish.
    case administrator

    public static func < (left: Role, right: Role) -> Bool { left.rank < right.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
