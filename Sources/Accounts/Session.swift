public import Foundation

/// A browser that somebody uses, signed in or not. The browser holds the token; here only its hash is kept.
public struct Session: Sendable, Hashable {
    /// How long the session of an anonymous visitor lives, in seconds: plans made in it are lost with it.
    public static let longestSeconds: TimeInterval = 30 * 24 * 3600
    /// How long somebody stays signed in without doing anything, and at most, in seconds.
    public static let signedInIdleSeconds: TimeInterval = 2 * 3600
    public static let signedInLongestSeconds: TimeInterval = 12 * 3600

    /// What stands before the key of an anonymous visitor in the owner of their plans.
    public static let anonymousPrefix = "anon:"

    public var tokenHash: String
    public var account: String?
    /// Who an anonymous visitor is to the store: the owner of the plans made in this browser.
    public var anonymousKey: String
    /// The secret that every form of this session carries.
    public var csrf: String
    public var createdAt: Date
    public var lastSeenAt: Date
    /// One message to show on the next page.
    public var notice: String?
    /// What a sign-in that is under way at an identity provider must come back with; JSON.
    public var pendingSignIn: String?

    public init(tokenHash: String, account: String?, anonymousKey: String, csrf: String, createdAt: Date) {
        self.tokenHash = tokenHash
        self.account = account
        self.anonymousKey = anonymousKey
        self.csrf = csrf
        self.createdAt = createdAt
        lastSeenAt = createdAt
    }

    public func isExpired(at now: Date) -> Bool {
        let isSignedIn = account != nil
        let idle = isSignedIn ? Self.signedInIdleSeconds : Self.longestSeconds
        let longest = isSignedIn ? Self.signedInLongestSeconds : Self.longestSeconds
        return now.timeIntervalSince(lastSeenAt) > idle || now.timeIntervalSince(createdAt) > longest
    }

    /// The owner under which plans of this session are kept.
    public var owner: String { account ?? Self.anonymousPrefix + anonymousKey }
}

/// Where sessions are kept, so that another server can go on with them.
public protocol SessionStore: Sendable {
    func session(tokenHash: String) async throws -> Session?
    func insert(_ session: Session) async throws
    /// Keeps what changed; does nothing when the session has ended in between.
    func update(_ session: Session) async throws
    func delete(tokenHash: String) async throws
    func deleteSessions(ofAccount id: String) async throws
    func deleteExpired(at now: Date) async throws
}
