public import Accounts
import Foundation
import Synchronization

/// The session of one request. It starts only when something needs it, so that reading sets no cookie.
public final class SessionHolder: Sendable {
    struct State {
        var session: Session?
        /// The token, only when it is new.
        var newToken: String?
        var isChanged = false
        var isEnded = false
        /// Hashes of sessions that this request replaced.
        var replaced: [String] = []
    }

    private let state = Mutex(State())
    private let now: Date

    init(_ session: Session? = nil, now: Date = Date()) {
        self.now = now
        state.withLock { $0.session = session }
    }

    /// The session as it is; `nil` when the visitor has none.
    public var current: Session? { state.withLock { $0.session } }

    /// The session, made now when there is none.
    public func started() -> Session { state.withLock { Self.start(&$0, now: now) } }

    /// The token for a form: another text each time, so that a compressed page does not give it away.
    public var csrf: String { FormToken.mask(started().csrf) }

    /// The owner under which plans of this visitor are kept. Starts a session.
    public var owner: String { started().owner }

    /// Shows a message on the next page.
    public func notify(_ text: String) { change { $0.notice = text } }

    /// Takes the message for this page.
    func takeNotice() -> String? {
        state.withLock { state in
            guard let notice = state.session?.notice else { return nil }
            state.session?.notice = nil
            state.isChanged = true
            return notice
        }
    }

    func change(_ body: (inout Session) -> Void) {
        state.withLock { state in
            var session = Self.start(&state, now: now)
            body(&session)
            state.session = session
            state.isChanged = true
        }
    }

    /// Signs in: a new token, so that one known from before is worth nothing.
    func signIn(_ account: String) {
        state.withLock { state in
            if let old = state.session { state.replaced.append(old.tokenHash) }
            state.session = nil
            var session = Self.start(&state, now: now)
            session.account = account
            state.session = session
        }
    }

    /// A visitor without an account begins with this request.
    var isNewVisitor: Bool { state.withLock { $0.newToken != nil && $0.session?.account == nil && !$0.isEnded } }

    /// Leaves it as if no session had been started.
    func forget() {
        state.withLock { state in
            state.session = nil
            state.newToken = nil
            state.isChanged = false
        }
    }

    func end() { state.withLock { $0.isEnded = true } }

    var outcome: State { state.withLock { $0 } }

    private static func start(_ state: inout State, now: Date) -> Session {
        if let session = state.session { return session }
        let token = Secrets.token()
        let session = Session(
            tokenHash: Secrets.hash(token), account: nil, anonymousKey: Secrets.token(length: 26),
            csrf: Secrets.token(length: 32), createdAt: now)
        state.session = session
        state.newToken = token
        state.isChanged = true
        return session
    }
}

/// The secret of a session as a form carries it.
enum FormToken {
    /// A random pad and the secret moved by it, in hexadecimal.
    static func mask(_ secret: String) -> String {
        let bytes = Array(secret.utf8)
        let pad = bytes.map { _ in UInt8.random(in: .min ... .max) }
        return hex(pad) + hex(zip(bytes, pad).map { $0 ^ $1 })
    }

    static func matches(_ token: String, secret: String) -> Bool {
        let bytes = unhex(token)
        guard let bytes, !bytes.isEmpty, bytes.count == 2 * secret.utf8.count else { return false }
        let half = bytes.count / 2
        let plain = zip(bytes[..<half], bytes[half...]).map { $0 ^ $1 }
        return Secrets.areEqual(String(decoding: plain, as: UTF8.self), secret)
    }

    private static func hex(_ bytes: [UInt8]) -> String {
        bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    private static func unhex(_ text: String) -> [UInt8]? {
        let digits = text.compactMap(\.hexDigitValue)
        guard digits.count == text.count, digits.count.isMultiple(of: 2) else { return nil }
        return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }
}
