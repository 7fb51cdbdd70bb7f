public import Foundation

/// Makes guessing of passwords slow: after some failures one must wait, twice as long after each next one. Counted per
/// account name and per address, and kept in the store, so that a restart or a second server changes nothing.
///
/// An attempt counts as a failure from its beginning until ``succeeded(login:address:)``, so that many attempts at once
/// gain nothing.
public struct SignInGuard: Sendable {
    /// How failures turn into waiting.
    public struct Delay: Sendable, Hashable {
        /// Failures that cost nothing.
        public var free: Int
        /// What one waits at most, in seconds.
        public var longest: TimeInterval

        public init(free: Int, longest: TimeInterval) {
            self.free = free
            self.longest = longest
        }

        /// Seconds to wait after a number of failures: 1, 2, 4, ... from the first that is not free.
        public func seconds(after failures: Int) -> TimeInterval {
            guard failures > free else { return 0 }
            return min(longest, pow(2, Double(min(failures - free - 1, 30))))
        }
    }

    /// Failures are forgotten when nobody has tried for this long, in seconds.
    public static let memory: TimeInterval = 24 * 3600
    /// At most some twenty guesses an hour for one account.
    public static let perAccount = Delay(free: 4, longest: 300)
    /// An office may share one address.
    public static let perAddress = Delay(free: 20, longest: 300)

    private let store: any SignInFailureStore

    public init(store: any SignInFailureStore) { self.store = store }

    /// Begins an attempt.
    ///
    /// - Returns: `nil` when the password may be looked at; otherwise how many seconds to wait, and then it was not counted.
    public func begin(login: String, address: String, at now: Date) async throws -> TimeInterval? {
        let (account, place) = (Self.key(login: login), Self.key(address: address))
        return try await store.changeSignInFailures(of: [account, place]) { failures in
            let waits = [
                Self.remaining(failures[account], Self.perAccount, now),
                Self.remaining(failures[place], Self.perAddress, now),
            ]
            if let longest = waits.max(), longest > 0 { return longest }
            for key in [account, place] {
                let known = failures[key].flatMap { now.timeIntervalSince($0.lastAt) < Self.memory ? $0 : nil }
                failures[key] = SignInFailures(count: (known?.count ?? 0) + 1, lastAt: now)
            }
            return nil
        }
    }

    /// The password was right: the account is as new, and this attempt no longer counts against the address.
    public func succeeded(login: String, address: String) async throws {
        let (account, place) = (Self.key(login: login), Self.key(address: address))
        _ = try await store.changeSignInFailures(of: [account, place]) { failures -> TimeInterval? in
            failures[account] = nil
            if let known = failures[place] {
                failures[place] =
                    known.count > 1 ? SignInFailures(count: known.count - 1, lastAt: known.lastAt) : nil
            }
            return nil
        }
    }

    private static func remaining(_ failures: SignInFailures?, _ delay: Delay, _ now: Date) -> TimeInterval {
        guard let failures else { return 0 }
        let passed = now.timeIntervalSince(failures.lastAt)
        guard passed < memory else { return 0 }
        // A clock that was set back must not lock anybody out.
        return min(delay.longest, max(0, delay.seconds(after: failures.count) - passed))
    }

    /// Neither names nor addresses are kept as they are.
    static func key(login: String) -> String { "account:" + Secrets.hash(Account.loginKey(login)) }

    static func key(address: String) -> String { "address:" + Secrets.hash(NetworkAddress.network(of: address)) }
}

/// How often signing in failed, and when last.
public struct SignInFailures: Sendable, Hashable {
    public var count: Int
    public var lastAt: Date

    public init(count: Int, lastAt: Date) {
        self.count = count
        self.lastAt = lastAt
    }
}

/// Where failures to sign in are kept.
public protocol SignInFailureStore: Sendable {
    /// Reads and changes failures in one transaction. A key that is set to `nil` is forgotten.
    func changeSignInFailures(
        of keys: [String],
        _ change: @escaping @Sendable (inout [String: SignInFailures]) -> TimeInterval?
    ) async throws -> TimeInterval?
    func forgetSignInFailures(before date: Date) async throws
}
