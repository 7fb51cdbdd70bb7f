import Accounts
import Foundation
import Testing

@testable import Store

@Suite("Accounts, sessions and failures in the store")
struct AccountStoreTests {
    private let test: TestStore
    private var store: Store { test.store }

    init() throws { test = try TestStore() }

    private func account(
        _ login: String, _ roles: Set<Role> = [.official], source: Account.Source = .password, isActive: Bool = true
    ) -> Account {
        Account(
            id: "id-" + login, login: login, displayName: login.capitalized, organisation: "Meerstad", roles: roles,
            source: source, isActive: isActive, createdAt: morning)
    }

    @Test("an account reads back as it was written, however it signs in")
    func roundTrip() async throws {
        let local = account("jan", [.official, .secondReader])
        let other = account("piet", [], source: .provider(issuer: "https://id.example", subject: "42"))
        try await store.insert(local, passwordHash: "hash")
        try await store.insert(other, passwordHash: nil)
        #expect(try await store.account(id: "id-jan") == local)
        #expect(try await store.account(login: "piet") == other)
        #expect(try await store.account(issuer: "https://id.example", subject: "42") == other)
        #expect(try await store.account(issuer: "https://id.example", subject: "43") == nil)
        #expect(try await store.passwordHash(ofAccount: "id-jan") == "hash")
        #expect(try await store.passwordHash(ofAccount: "id-piet") == nil)
        #expect(try await store.accounts().map(\.login) == ["jan", "piet"])
        #expect(try await store.account(id: "nobody") == nil)
    }

    @Test("a login is one person's, without regard to case, also beyond ASCII")
    func logins() async throws {
        try await store.insert(account("René"), passwordHash: nil)
        #expect(try await store.account(login: " RENÉ ")?.id == "id-René")
        await #expect(throws: AccountRefused.loginTaken("rené")) {
            try await store.insert(account("rené"), passwordHash: nil)
        }
        let jan = account("jan")
        try await store.insert(jan, passwordHash: nil)
        await #expect(throws: AccountRefused.loginTaken("RENÉ")) {
            var other = jan
            other.login = "RENÉ"
            try await store.update(other)
        }
        var renamed = try #require(try await store.account(login: "rené"))
        renamed.login = "RENÉ"
        try await store.update(renamed)
        #expect(try await store.account(login: "rené")?.login == "RENÉ")
    }

    @Test("a person of a provider has one account")
    func subjects() async throws {
        let source = Account.Source.provider(issuer: "i", subject: "s")
        try await store.insert(account("jan", source: source), passwordHash: nil)
        await #expect(throws: AccountRefused.subjectTaken) {
            try await store.insert(account("piet", source: source), passwordHash: nil)
        }
    }

    @Test("the last active administrator stays, in whatever way one tries")
    func lastAdministrator() async throws {
        // As long as there never was one, others can be changed.
        try await store.insert(account("jan"), passwordHash: nil)
        try await store.update(account("jan", [.reader]))
        try await store.insert(account("eva", [.administrator]), passwordHash: nil)
        #expect(try await store.hasAdministrator())
        await #expect(throws: AccountRefused.lastAdministrator) { try await store.update(account("eva", [.reader])) }
        await #expect(throws: AccountRefused.lastAdministrator) {
            try await store.update(account("eva", [.administrator], isActive: false))
        }
        #expect(try await store.account(login: "eva") == account("eva", [.administrator]))
        try await store.update(account("jan", [.administrator, .reader]))
        try await store.update(account("eva", [.reader]))
        #expect(try await store.account(login: "eva")?.roles == [.reader])
    }

    @Test("a change keeps what happened to the account meanwhile; a refusal within it changes nothing")
    func change() async throws {
        struct Refused: Error {}
        try await store.insert(account("jan"), passwordHash: nil)
        let seen = try #require(try await store.account(id: "id-jan"))
        // Closed by an administrator after somebody else read it.
        try await store.change(account: seen.id) { $0.isActive = false }
        let changed = try await store.change(account: seen.id) { $0.displayName = "Jan de Vries" }
        #expect(!changed.isActive)
        #expect(try await store.account(id: "id-jan") == changed)
        #expect(changed.displayName == "Jan de Vries")
        await #expect(throws: Refused.self) {
            try await store.change(account: seen.id) { account in
                account.isActive = true
                throw Refused()
            }
        }
        #expect(try await store.account(id: "id-jan") == changed)
    }

    @Test("an account that is not there cannot be changed")
    func unknown() async throws {
        await #expect(throws: AccountRefused.unknown(id: "id-jan")) { try await store.update(account("jan")) }
        await #expect(throws: AccountRefused.unknown(id: "id-jan")) {
            try await store.setPasswordHash("x", ofAccount: "id-jan", mustChange: false)
        }
    }

    @Test("a new password may be one that must be replaced")
    func password() async throws {
        try await store.insert(account("jan"), passwordHash: "old")
        try await store.setPasswordHash("new", ofAccount: "id-jan", mustChange: true)
        #expect(try await store.passwordHash(ofAccount: "id-jan") == "new")
        #expect(try await store.account(id: "id-jan")?.mustChangePassword == true)
    }

    private func session(_ token: String, account: String?, age: TimeInterval = 0, idle: TimeInterval = 0) -> Session {
        var session = Session(
            tokenHash: token, account: account, anonymousKey: "key", csrf: "csrf",
            createdAt: morning.addingTimeInterval(-age))
        session.lastSeenAt = morning.addingTimeInterval(-idle)
        session.notice = "Bewaard."
        session.pendingSignIn = "{}"
        return session
    }

    @Test("a session reads back as it was written; a change does not move it to another account")
    func sessions() async throws {
        try await store.insert(account("jan"), passwordHash: nil)
        var session = session("t", account: nil)
        try await store.insert(session)
        #expect(try await store.session(tokenHash: "t") == session)
        session.notice = nil
        session.pendingSignIn = nil
        session.lastSeenAt += 60
        var other = session
        other.account = "id-jan"
        other.csrf = "andere"
        try await store.update(other)
        #expect(try await store.session(tokenHash: "t") == session)
        try await store.delete(tokenHash: "t")
        #expect(try await store.session(tokenHash: "t") == nil)
        try await store.update(session)
        #expect(try await store.session(tokenHash: "t") == nil)
    }

    @Test("closing an account ends its sessions; changing it does not")
    func closing() async throws {
        try await store.insert(account("jan"), passwordHash: nil)
        try await store.insert(account("piet"), passwordHash: nil)
        try await store.insert(session("1", account: "id-jan"))
        try await store.insert(session("2", account: "id-piet"))
        try await store.update(account("jan", [.reader]))
        #expect(try await store.session(tokenHash: "1") != nil)
        try await store.update(account("jan", isActive: false))
        #expect(try await store.session(tokenHash: "1") == nil)
        #expect(try await store.session(tokenHash: "2") != nil)
        try await store.deleteSessions(ofAccount: "id-piet")
        #expect(try await store.session(tokenHash: "2") == nil)
    }

    @Test("just the sessions go that have expired, to the second")
    func expired() async throws {
        try await store.insert(account("jan"), passwordHash: nil)
        let all: [(String, Session)] = [
            ("anonymous old", session("1", account: nil, age: Session.longestSeconds + 1)),
            ("anonymous idle", session("2", account: nil, age: 0, idle: Session.longestSeconds + 1)),
            ("anonymous", session("3", account: nil, age: Session.longestSeconds, idle: Session.longestSeconds)),
            ("idle", session("4", account: "id-jan", age: 0, idle: Session.signedInIdleSeconds + 1)),
            ("old", session("5", account: "id-jan", age: Session.signedInLongestSeconds + 1)),
            (
                "signed in",
                session("6", account: "id-jan", age: Session.signedInLongestSeconds, idle: Session.signedInIdleSeconds)
            ),
        ]
        for (_, session) in all { try await store.insert(session) }
        try await store.deleteExpired(at: morning)
        for (name, session) in all {
            let isKept = try await store.session(tokenHash: session.tokenHash) != nil
            #expect(isKept == !session.isExpired(at: morning), "\(name)")
        }
    }

    @Test("failures to sign in outlive the server")
    func failures() async throws {
        let signIn = SignInGuard(store: store)
        for _ in 0..<5 { #expect(try await signIn.begin(login: "jan", address: "1.1.1.1", at: morning) == nil) }
        let second = SignInGuard(store: try Store(folder: test.folder))
        #expect(try await second.begin(login: "jan", address: "2.2.2.2", at: morning) == 1)
        try await store.forgetSignInFailures(before: morning)
        #expect(try await signIn.begin(login: "jan", address: "1.1.1.1", at: morning) == 1)
        try await store.forgetSignInFailures(before: morning + 1)
        #expect(try await signIn.begin(login: "jan", address: "1.1.1.1", at: morning) == nil)
        try await signIn.succeeded(login: "jan", address: "1.1.1.1")
        for _ in 0..<5 { #expect(try await signIn.begin(login: "jan", address: "1.1.1.1", at: morning) == nil) }
    }
}
