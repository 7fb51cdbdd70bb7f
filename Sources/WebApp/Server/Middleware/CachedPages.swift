import Hummingbird

/// Answers from the cache before anything else is done, when the visitor has no session.
struct CachedPages: RouterMiddleware {
    typealias Context = KompasRequestContext
    let cache: PageCache

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        if request.method == .get, request.headers[.cookie] == nil, let hit = cache.hit(request) { return hit }
        return try await next(request, context)
    }
}
