import Accounts
import Hummingbird

/// Who was given a password by somebody else chooses an own one before anything else.
struct OwnPasswordFirst: RouterMiddleware {
    typealias Context = KompasRequestContext
    private static let open = ["/wachtwoord", "/afmelden", "/toegankelijkheid", "/privacy"]

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let path = request.uri.path
        guard context.account?.mustChangePassword == true, !Self.open.contains(path), !path.hasPrefix("/assets/") else {
            return try await next(request, context)
        }
        return .redirect(to: "/wachtwoord")
    }
}
