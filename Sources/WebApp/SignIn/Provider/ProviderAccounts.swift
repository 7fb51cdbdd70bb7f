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
        guard let known = try await store.account(issuer: person.issuer, subject: person.subject) else {
            return try await make(person)
        }
        do { return try await bring(known.id, upTo: person) } catch AccountRefused.lastAdministrator {
            // Somebody must be left who can manage the server.
            return try await bring(known.id, upTo: person, keeping: [.administrator])
        }
    }

    /// Changes only what the provider says, on the account as it is at that moment.
    private func bring(_ id: String, upTo person: ProviderPerson, keeping kept: Set<Role> = []) async throws -> Account
    {
        // Who has which role is for the provider to say, as long as it is asked to.
        let roles = roles(of: person)
        return try await store.change(account: id) { account in
            guard account.isActive else { throw SignInProblem.closed }
            account.displayName = person.displayName
            if let roles { account.roles = roles.union(account.roles.intersection(kept)) }
        }
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
