public import Accounts

/// Somebody who does something in a dossier.
public struct CaseActor: Sendable, Hashable {
    public var account: String
    /// How colleagues see this person. Never in a public record.
    public var name: String
    public var roles: Set<Role>

    public init(account: String, name: String, roles: Set<Role>) {
        self.account = account
        self.name = name
        self.roles = roles
    }

    public init(_ account: Account) {
        self.init(account: account.id, name: account.displayName, roles: account.roles)
    }
}
