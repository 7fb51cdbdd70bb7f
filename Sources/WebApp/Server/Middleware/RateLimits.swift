import Accounts
import Foundation
import HTTPTypes
import Hummingbird
import Synchronization

/// Keeps one address from asking more than the others leave room for. Buckets that fill again with time; the address
/// is kept as a hash and forgotten when its bucket is full.
struct RateLimits: RouterMiddleware {
    typealias Context = KompasRequestContext

    enum Kind: String, Sendable { case page, form, upload }

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
        let path = request.uri.path
        guard !path.hasPrefix("/assets/"), !path.hasPrefix("/vendor/"), path != "/gezondheid", path != "/gereed" else {
            return try await next(request, context)
        }
        let isUpload = request.headers[.contentType]?.hasPrefix("multipart/form-data") == true
        let kind: Kind = request.method == .get || request.method == .head ? .page : isUpload ? .upload : .form
        let key = kind.rawValue + Secrets.hash(ClientAddress.of(request, context, proxies: settings.trustedProxies))
        guard buckets.take(key, perSecond: perSecond(kind), burst: burst(kind), now: now()) else {
            throw PageRefused.tooMany
        }
        return try await next(request, context)
    }

    private func perSecond(_ kind: Kind) -> Double {
        switch kind {
        case .page: settings.limits.pagesPerSecond
        case .form: settings.limits.formsPerMinute / 60
        case .upload: settings.limits.uploadsPerHour / 3600
        }
    }

    private func burst(_ kind: Kind) -> Double {
        switch kind {
        case .page: settings.limits.pagesPerSecond * 10
        case .form: settings.limits.formsPerMinute / 2
        case .upload: settings.limits.uploadsPerHour / 4
        }
    }
}

/// Who asks, as far as the connection or proxies that are trusted tell.
enum ClientAddress {
    static func of(_ request: Request, _ context: KompasRequestContext, proxies: Int) -> String {
        if proxies > 0, let name = HTTPField.Name("X-Forwarded-For"), let forwarded = request.headers[name] {
            let addresses = forwarded.split(separator: ",").map(\.trimmed)
            if addresses.count >= proxies { return NetworkAddress.network(of: addresses[addresses.count - proxies]) }
        }
        return NetworkAddress.network(of: context.remoteAddress?.ipAddress ?? "unknown")
    }
}

/// Counts with buckets that fill again with time.
final class Buckets: Sendable {
    private struct Bucket {
        var tokens: Double
        var filledAt: Date
    }

    private let buckets = Mutex<[String: Bucket]>([:])

    func take(_ key: String, perSecond: Double, burst: Double, now: Date) -> Bool {
        guard perSecond > 0 else { return true }
        return buckets.withLock { buckets in
            if buckets.count > 50_000 {
                buckets = buckets.filter { now.timeIntervalSince($0.value.filledAt) < burst / perSecond }
            }
            var bucket = buckets[key] ?? Bucket(tokens: max(1, burst), filledAt: now)
            bucket.tokens = min(max(1, burst), bucket.tokens + now.timeIntervalSince(bucket.filledAt) * perSecond)
            bucket.filledAt = now
            defer { buckets[key] = bucket }
            guard bucket.tokens >= 1 else { return false }
            bucket.tokens -= 1
            return true
        }
    }
}
