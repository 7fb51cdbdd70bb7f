import Hummingbird
import Logging

/// One line a request: what kind of page, how it ended, how long it took. No address, name, query or place.
struct RequestLog: RouterMiddleware {
    typealias Context = KompasRequestContext

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let clock = ContinuousClock()
        let start = clock.now
        let response = try await next(request, context)
        let duration = clock.now - start
        let milliseconds =
            Double(duration.components.seconds) * 1000 + Double(duration.components.attoseconds) / 1e15
        context.logger.info(
            "request",
            metadata: [
                "method": "\(request.method.rawValue)", "route": "\(context.endpointPath ?? "none")",
                "status": "\(response.status.code)", "ms": "\((milliseconds * 100).rounded() / 100)",
                "bytes": "\(response.body.contentLength ?? -1)",
            ])
        return response
    }
}
