import Accounts
import Foundation
import Store

/// Finds or makes the account of somebody whom the provider knows.
struct ProviderAccounts: Sendable {
    let store: Store
    let settings: SiteSettings.IdentityProvider
    let now: @Sendable () -> Date

    /// - Throws: ``SignInProblem/closed``.
    func account(of person: ProviderPerson) async throws -> Account {
        guard var account = try await store.account(issuer: person.issuer, subject: person.subject) else {
            return try await make(person)
        }
        guard account.isActive else { throw SignInProblem.closed }
        // Who has which role is for the provider to say, as long as it is asked to.
        let roles = roles(of: person) ?? account.roles
        guard account.displayName != person.displayName || account.roles != roles else { return account }
        account.displayName = person.displayName
        let earlier = account.roles
        account.roles = roles
        do { try await store.update(account) } catch AccountRefused.lastAdministrator {
            // Somebody must be left who can manage the server.
            account.roles = roles.union(earlier.intersection([.administrator]))
            try await store.update(account)
        }
        return account
    }

    /// A login that exists belongs to somebody else: it is never taken over.
    private func make(_ person: ProviderPerson) async throws -> Account {
        var account = Account(
            id: Secrets.token(length: 26), login: person.login, displayName: person.displayName,
            roles: roles(of: person) ?? [.initiator],
            source: .provider(issuer: person.issuer, subject: person.subject), createdAt: now())
        for number in 2...100 {
            do {
                try await store.insert(account, passwordHash: nil)
                return account
            } catch AccountRefused.loginTaken {
                account.login = "\(person.login)-\(number)"
            }
        }
        throw AccountRefused.loginTaken(person.login)
    }

    /// The roles that the groups of somebody give; `nil` when the settings leave roles to the administrator here.
    private func roles(of person: ProviderPerson) -> Set<Role>? {
        guard let groups = person.groups, let table = settings.roles else { return nil }
        return Set(groups.flatMap { table[$0] ?? [] }.compactMap(Role.init(rawValue:)))
    }
}
