import HTTPTypes
import Hummingbird

/// Headers that keep a browser from doing what no page of ours asks.
struct SecurityHeaders: RouterMiddleware {
    typealias Context = KompasRequestContext

    static let policy = [
        "default-src 'self'", "img-src 'self' data: blob:", "script-src 'self'", "style-src 'self'",
        "worker-src blob:", "connect-src 'self'", "font-src 'self'", "object-src 'none'", "frame-src 'none'",
        "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'",
    ].joined(separator: "; ")

    private static let fields: [(HTTPField.Name, String)] = [
        ("Content-Security-Policy", policy),
        ("Strict-Transport-Security", "max-age=31536000; includeSubDomains"),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), microphone=(), payment=(), usb=(), geolocation=(self)"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ].compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        // A page for an error is made whatever the method; without this its text would follow the answer to HEAD.
        if request.method == .head { response = response.createHeadResponse() }
        for (name, value) in Self.fields where response.headers[name] == nil { response.headers[name] = value }
        return response
    }
}
