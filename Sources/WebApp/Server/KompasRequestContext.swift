public import Accounts
public import Hummingbird
public import NIOCore

/// What is known of one request besides the request itself.
public struct KompasRequestContext: RequestContext, RemoteAddressRequestContext {
    public var coreContext: CoreRequestContextStorage
    public let remoteAddress: SocketAddress?
    /// The session of this browser; starts when something needs one.
    public var session = SessionHolder()
    /// Who is signed in.
    public var account: Account?
    /// The fields of a form that was sent, checked for forgery.
    public var form = Form()

    public init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        remoteAddress = source.channel.remoteAddress
    }

    /// Whether somebody is signed in who has one of these roles.
    public func has(_ roles: Role...) -> Bool {
        guard let account else { return false }
        return roles.contains { account.roles.contains($0) }
    }

    /// Lets through only who is signed in with one of these roles; with none named, everybody who is signed in.
    /// - Throws: ``PageRefused`` that sends to the sign-in page, or says that it is not allowed.
    @discardableResult
    public func require(_ roles: Role...) throws -> Account {
        guard let account else { throw PageRefused.signInFirst }
        guard roles.isEmpty || roles.contains(where: { account.roles.contains($0) }) else {
            throw PageRefused.notAllowed
        }
        return account
    }
}

/// Why a page is not given. ``ErrorPages`` makes the answer.
public enum PageRefused: Error, Sendable, Hashable {
    case signInFirst
    case notAllowed
    /// Also for what exists but may not be known to this visitor.
    case notFound
    /// Something in the request is wrong; with a Dutch sentence that says what to do.
    case wrong(String)
    case tooMany
    /// Too many visitors without an account from one address.
    case tooManyVisitors
    case tooLarge(String)
    /// Not now; with a Dutch sentence that says what to do.
    case unavailable(String)
}
