import Accounts
import Foundation
import Hummingbird

/// Keeps one address from filling the store with visitors: each session without an account is a row that is kept for a
/// month, and may own plans.
struct NewSessions: RouterMiddleware {
    typealias Context = KompasRequestContext

    let settings: SiteSettings
    let now: @Sendable () -> Date
    private let buckets = Buckets()

    init(settings: SiteSettings, now: @escaping @Sendable () -> Date) {
        self.settings = settings
        self.now = now
    }

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            let response = try await next(request, context)
            try check(request, context)
            return response
        } catch {
            try check(request, context)
            throw error
        }
    }

    /// Forgets a session that is one too many, so that it is neither kept nor sent.
    private func check(_ request: Request, _ context: Context) throws {
        guard context.session.isNewVisitor else { return }
        let perHour = settings.limits.sessionsPerHour
        let key = Secrets.hash(ClientAddress.of(request, context, proxies: settings.trustedProxies))
        guard !buckets.take(key, perSecond: perHour / 3600, burst: perHour / 2, now: now()) else { return }
        context.session.forget()
        throw PageRefused.tooManyVisitors
    }
}
