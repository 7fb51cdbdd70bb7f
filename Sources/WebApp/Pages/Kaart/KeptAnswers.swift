import Hummingbird
import NIOCore
import Synchronization

/// Answers that cost work and are the same for everybody, kept compressed; what was asked longest ago goes first.
final class KeptAnswers: Sendable {
    private struct Kept {
        var plain: ByteBuffer
        var gzip: ByteBuffer?
        var etag: String
        var lastUsed: Int
        /// Bytes of the answer, its key, and what keeping it costs besides.
        var size: Int
    }

    private struct State {
        var answers: [String: Kept] = [:]
        var bytes = 0
        var clock = 0
    }

    /// Bytes that an answer costs however small it is.
    static let overhead = 500
    private let mostBytes: Int
    private let state = Mutex(State())

    init(mostBytes: Int) { self.mostBytes = mostBytes }

    /// The answer under a key, made when it is not there.
    /// - Parameter isForever: the address names the version, so that a browser need not ask again.
    func answer(
        _ key: String, contentType: String, isForever: Bool, to request: Request, make: () throws -> [UInt8]
    ) rethrows -> Response {
        let kept = try known(key) ?? keep(key, make())
        return StaticAnswer.response(
            plain: kept.plain, gzip: kept.gzip, etag: kept.etag, contentType: contentType,
            cacheControl: isForever ? "public, max-age=31536000, immutable" : "no-cache", to: request)
    }

    /// What is kept now: how many answers, and how many bytes they are counted for.
    var kept: (answers: Int, bytes: Int) { state.withLock { ($0.answers.count, $0.bytes) } }

    /// The same for what is made by others.
    func answer(
        _ key: String, contentType: String, isForever: Bool, to request: Request, make: () async throws -> [UInt8]
    ) async rethrows -> Response {
        let kept: Kept
        if let found = known(key) { kept = found } else { kept = keep(key, try await make()) }
        return StaticAnswer.response(
            plain: kept.plain, gzip: kept.gzip, etag: kept.etag, contentType: contentType,
            cacheControl: isForever ? "public, max-age=31536000, immutable" : "no-cache", to: request)
    }

    private func known(_ key: String) -> Kept? {
        state.withLock { state in
            state.clock += 1
            guard state.answers[key] != nil else { return nil }
            state.answers[key]?.lastUsed = state.clock
            return state.answers[key]
        }
    }

    private func keep(_ key: String, _ bytes: [UInt8]) -> Kept {
        let gzip = bytes.count > 1000 ? Gzip.compress(bytes).map { ByteBuffer(bytes: $0) } : nil
        let fresh = Kept(
            plain: ByteBuffer(bytes: bytes), gzip: gzip, etag: EntityTag.of(bytes), lastUsed: 0,
            size: bytes.count + (gzip?.readableBytes ?? 0) + key.utf8.count + Self.overhead)
        return state.withLock { state in
            state.clock += 1
            var kept = fresh
            kept.lastUsed = state.clock
            state.bytes += kept.size - (state.answers.updateValue(kept, forKey: key)?.size ?? 0)
            while state.bytes > mostBytes, state.answers.count > 1,
                let oldest = state.answers.min(by: { $0.value.lastUsed < $1.value.lastUsed })
            {
                state.bytes -= oldest.value.size
                state.answers[oldest.key] = nil
            }
            return kept
        }
    }
}
