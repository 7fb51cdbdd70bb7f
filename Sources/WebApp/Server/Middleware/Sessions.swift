import Accounts
import Foundation
import Hummingbird
import Store

/// Finds the session and the account of a request, and keeps what became of the session.
struct Sessions: RouterMiddleware {
    typealias Context = KompasRequestContext

    /// The prefix binds the cookie to this very host, over a safe connection.
    static let cookieName = "__Host-kompas"
    let store: Store
    let now: @Sendable () -> Date

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var context = context
        let moment = now()
        var found: Session?
        if let token = request.cookies[Self.cookieName]?.value, (40...80).contains(token.utf8.count) {
            found = try await store.session(tokenHash: Secrets.hash(token))
            if let session = found, session.isExpired(at: moment) {
                try await store.delete(tokenHash: session.tokenHash)
                found = nil
            }
        }
        if let id = found?.account {
            context.account = try await store.account(id: id).flatMap { $0.isActive ? $0 : nil }
            if context.account == nil, let session = found {
                try await store.delete(tokenHash: session.tokenHash)
                found = nil
            }
        }
        context.session = SessionHolder(found, now: moment)
        var response = try await next(request, context)
        try await keep(context.session.outcome, found, moment, &response)
        return response
    }

    private func keep(
        _ outcome: SessionHolder.State, _ found: Session?, _ moment: Date, _ response: inout Response
    ) async throws {
        for hash in outcome.replaced { try await store.delete(tokenHash: hash) }
        if outcome.isEnded {
            if let session = outcome.session { try await store.delete(tokenHash: session.tokenHash) }
            response.setCookie(cookie("", seconds: 0))
            return
        }
        guard var session = outcome.session else { return }
        let isStale = moment.timeIntervalSince(session.lastSeenAt) > 300
        if outcome.isChanged || isStale {
            session.lastSeenAt = moment
            if outcome.newToken == nil { try await store.update(session) } else { try await store.insert(session) }
        }
        if let token = outcome.newToken { response.setCookie(cookie(token, seconds: Int(Session.longestSeconds))) }
    }

    private func cookie(_ value: String, seconds: Int) -> Cookie {
        Cookie(
            name: Self.cookieName, value: value, maxAge: seconds, path: "/", secure: true, httpOnly: true,
            sameSite: .lax)
    }
}
