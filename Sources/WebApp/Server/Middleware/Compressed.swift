import Hummingbird
import NIOCore

/// Sends texts compressed to browsers that take them so.
struct Compressed: RouterMiddleware {
    typealias Context = KompasRequestContext

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        guard request.acceptsGzip, response.headers[.contentEncoding] == nil,
            let length = response.body.contentLength, length > 1000, length < 20_000_000,
            let type = response.headers[.contentType],
            type.hasPrefix("text/") || type.contains("json") || type.contains("svg") || type.contains("xml"),
            let bytes = try await response.bytes(), let packed = Gzip.compress(bytes, level: 4)
        else { return response }
        response.body = ResponseBody(byteBuffer: ByteBuffer(bytes: packed))
        response.headers[.contentEncoding] = "gzip"
        response.headers[.vary] = "Accept-Encoding, Cookie"
        return response
    }
}
