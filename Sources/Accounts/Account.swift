public import Foundation

/// Somebody who signs in.
public struct Account: Sendable, Hashable, Identifiable {
    /// How somebody proves who they are.
    public enum Source: Sendable, Hashable {
        /// A password that is kept here, as a hash.
        case password
        /// An identity provider: its issuer, and how it calls this person.
        case provider(issuer: String, subject: String)
    }

    public var id: String
    /// The name to sign in with; unique without regard to case.
    public var login: String
    /// How colleagues see this person. Never in a public record.
    public var displayName: String
    public var organisation: String?
    public var roles: Set<Role>
    public var source: Source
    /// An account that is closed cannot sign in; what it did stays.
    public var isActive: Bool
    /// The password was given by somebody else and must be replaced before anything else can be done.
    public var mustChangePassword: Bool
    public var createdAt: Date

    public init(
        id: String, login: String, displayName: String, organisation: String? = nil, roles: Set<Role>,
        source: Source = .password, isActive: Bool = true, mustChangePassword: Bool = false, createdAt: Date
    ) {
        self.id = id
        self.login = login
        self.displayName = displayName
        self.organisation = organisation
        self.roles = roles
        self.source = source
        self.isActive = isActive
        self.mustChangePassword = mustChangePassword
        self.createdAt = createdAt
    }

    /// What makes two logins the same: without spaces around, however letters are composed, and without regard to case.
    public static func loginKey(_ login: String) -> String {
        login.precomposedStringWithCompatibilityMapping.trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
    }
}

/// Where accounts are kept.
public protocol AccountStore: Sendable {
    func account(id: String) async throws -> Account?
    /// Without regard to case.
    func account(login: String) async throws -> Account?
    func account(issuer: String, subject: String) async throws -> Account?
    /// All accounts, by login.
    func accounts() async throws -> [Account]
    /// The encoded hash of a password, see ``PasswordHash``; `nil` when there is none.
    func passwordHash(ofAccount id: String) async throws -> String?
    /// - Throws: ``AccountRefused`` when the login is taken, or the provider's subject has an account already.
    func insert(_ account: Account, passwordHash: String?) async throws
    /// Changes an account as it is kept at that moment, so that nothing that happened meanwhile is undone. How the person
    /// signs in and when the account was made stay as they are. Closing an account ends its sessions.
    ///
    /// - Parameter change: what is to be different; runs within the transaction, and what it throws ends it.
    /// - Returns: the account as it is now.
    /// - Throws: ``AccountRefused`` when there is no such account, its login is taken, or the last active administrator
    ///   would be lost.
    @discardableResult
    func change(account id: String, _ change: @escaping @Sendable (inout Account) throws -> Void) async throws
        -> Account
    /// - Throws: ``AccountRefused`` when there is no such account.
    func setPasswordHash(_ hash: String, ofAccount id: String, mustChange: Bool) async throws
    func hasAdministrator() async throws -> Bool
}

/// Why an account cannot be made or changed.
public enum AccountRefused: Error, Sendable, Hashable {
    case loginTaken(String)
    case subjectTaken
    case lastAdministrator
    case unknown(id: String)
}
