import Accounts
public import Hummingbird
import NIOCore
import PolicyModel
import Synchronization

/// Pages that are the same for every anonymous visitor, kept as they go out until the day is over: what holds may be another
/// thing tomorrow.
public final class PageCache: Sendable {
    struct Entry {
        var plain: ByteBuffer
        var gzip: ByteBuffer?
        var etag: String
        var contentType: String

        /// Bytes of the page and of the address under which it is kept.
        func size(_ key: String) -> Int { plain.readableBytes + (gzip?.readableBytes ?? 0) + key.utf8.count }
    }

    private struct State {
        var day: PolicyDate
        var entries: [String: Entry] = [:]
        /// Keys from the one that came first.
        var order: [String] = []
        var bytes = 0
    }

    private static let mostBytes = 64_000_000
    private let isEnabled: Bool
    private let day: @Sendable () -> PolicyDate
    private let state: Mutex<State>

    init(isEnabled: Bool, day: @escaping @Sendable () -> PolicyDate) {
        self.isEnabled = isEnabled
        self.day = day
        state = Mutex(State(day: day()))
    }

    /// The page of an address, made when it is not there. Who is signed in, or has a message waiting, gets one of their
    /// own. Only for pages that depend on nothing but their address and the house.
    public func page(
        _ request: Request, _ context: KompasRequestContext, make: () async throws -> Response
    ) async throws -> Response {
        guard isEnabled, context.account == nil, context.session.current?.notice == nil else { return try await make() }
        if let hit = hit(request) { return hit }
        let response = try await make()
        guard response.status == .ok, context.session.current == nil, let bytes = try await response.bytes() else {
            return response
        }
        let entry = Entry(
            plain: ByteBuffer(bytes: bytes), gzip: Gzip.compress(bytes).map { ByteBuffer(bytes: $0) },
            etag: EntityTag.of(bytes), contentType: response.headers[.contentType] ?? "text/html; charset=utf-8")
        keep(entry, request.uri.string)
        return Self.answer(entry, request)
    }

    /// The page that is kept for an address, for a visitor without a session.
    func hit(_ request: Request) -> Response? {
        guard isEnabled else { return nil }
        let today = day()
        let entry = state.withLock { state -> Entry? in
            if state.day != today { state = State(day: today) }
            return state.entries[request.uri.string]
        }
        return entry.map { Self.answer($0, request) }
    }

    public func removeAll() {
        let today = day()
        state.withLock { $0 = State(day: today) }
    }

    private func keep(_ entry: Entry, _ key: String) {
        let size = entry.size(key)
        state.withLock { state in
            guard state.entries[key] == nil else { return }
            state.entries[key] = entry
            state.order.append(key)
            state.bytes += size
            while state.bytes > Self.mostBytes, let oldest = state.order.first {
                state.order.removeFirst()
                guard let gone = state.entries.removeValue(forKey: oldest) else { continue }
                state.bytes -= gone.size(oldest)
            }
        }
    }

    private static func answer(_ entry: Entry, _ request: Request) -> Response {
        StaticAnswer.response(
            plain: entry.plain, gzip: entry.gzip, etag: entry.etag, contentType: entry.contentType,
            cacheControl: "no-cache", to: request)
    }
}

/// An answer whose bytes are known beforehand.
enum StaticAnswer {
    static func response(
        plain: ByteBuffer, gzip: ByteBuffer?, etag: String, contentType: String, cacheControl: String,
        to request: Request
    ) -> Response {
        var headers: HTTPFields = [
            .contentType: contentType, .eTag: etag, .cacheControl: cacheControl, .vary: "Accept-Encoding, Cookie",
        ]
        if EntityTag.matches(request, etag) { return Response(status: .notModified, headers: headers) }
        if let gzip, request.acceptsGzip {
            headers[.contentEncoding] = "gzip"
            return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: gzip))
        }
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: plain))
    }
}

extension Request {
    var acceptsGzip: Bool { headers[.acceptEncoding]?.contains("gzip") == true }
}

extension Response {
    /// The bytes of the body; `nil` when it is a stream of unknown length.
    func bytes() async throws -> [UInt8]? {
        guard body.contentLength != nil else { return nil }
        let collector = BodyCollector()
        try await body.write(collector)
        return collector.bytes
    }
}

/// Keeps what a body writes.
private final class BodyCollector: ResponseBodyWriter, Sendable {
    private let kept = Mutex<[UInt8]>([])
    var bytes: [UInt8] { kept.withLock { $0 } }
    func write(_ buffer: ByteBuffer) async throws { kept.withLock { $0 += buffer.readableBytesView } }
    consuming func finish(_: HTTPFields?) async throws {}
}
