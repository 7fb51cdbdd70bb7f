import Accounts
import Foundation
public import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import LimitedProcess
public import Logging
import NIOSSL
import ServiceLifecycle
import Store

/// Where and how the server listens.
public struct ServerOptions: Sendable {
    public var host: String
    public var port: Int
    /// Files with the certificate chain and the key; without them a proxy in front must speak TLS.
    public var certificate: String?
    public var key: String?
    /// How many browsers may be connected at the same time; who comes then waits until another one leaves.
    public var connections = ServerOptions.usualConnections

    private static let usualConnections = 4_096
    /// Files that are left for the store, map layers and programs, whoever is connected.
    private static let ownFiles = 256

    public init(host: String = "127.0.0.1", port: Int = 8080, certificate: String? = nil, key: String? = nil) {
        self.host = host
        self.port = port
        self.certificate = certificate
        self.key = key
    }

    /// As many connections as the system allows, after asking it for more open files than it gives by itself.
    public static func allowedConnections() -> Int {
        connections(leavingRoomIn: ResourceLimit.openFiles.raise(to: usualConnections + ownFiles))
    }

    /// - Parameter files: how many this process may have open.
    static func connections(leavingRoomIn files: Int) -> Int {
        min(usualConnections, max(files - ownFiles, files / 2))
    }
}

/// The application with all its routes, as `kompas serve` and the tests use it.
public func buildApplication(
    _ site: Site, options: ServerOptions = ServerOptions(), logger: Logger = Logger(label: "kompas"),
    onReady: @escaping @Sendable (Int?) async -> Void = { _ in }
) throws -> some ApplicationProtocol {
    let router = buildRouter(site)
    let configuration = ApplicationConfiguration(
        address: .hostname(options.host, port: options.port), serverName: nil,
        availableConnectionsDelegate: MaximumAvailableConnections(options.connections))
    var server = HTTPServerBuilder.http1(configuration: HTTP1Channel.Configuration(idleTimeout: .seconds(60)))
    if let certificate = options.certificate, let key = options.key {
        var tls = TLSConfiguration.makeServerConfiguration(
            certificateChain: try NIOSSLCertificate.fromPEMFile(certificate).map { .certificate($0) },
            privateKey: .privateKey(try NIOSSLPrivateKey(file: key, format: .pem)))
        tls.minimumTLSVersion = .tlsv12
        server = try .tls(server, tlsConfiguration: tls)
    }
    var application = Application(
        router: router, server: server, configuration: configuration,
        onServerRunning: { channel in await onReady(channel.localAddress?.port) }, logger: logger)
    application.addServices(Housekeeping(site: site, logger: logger))
    if site.settings.maps.isPrepared { application.addServices(MapPreparation(site: site, logger: logger)) }
    return application
}

func buildRouter(_ site: Site) -> Router<KompasRequestContext> {
    let router = Router(context: KompasRequestContext.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: RequestLog())
    router.add(middleware: SecurityHeaders())
    router.add(middleware: CachedPages(cache: site.cache))
    router.add(middleware: Compressed())
    router.add(middleware: Sessions(store: site.store, now: site.now))
    router.add(middleware: ErrorPages(site: site))
    router.add(middleware: NewSessions(settings: site.settings, now: site.now))
    router.add(middleware: RateLimits(settings: site.settings, now: site.now))
    router.add(middleware: OwnPasswordFirst())
    router.add(middleware: Forms(site: site))
    addRoutes(site, to: router)
    return router
}

/// Work that returns: sessions that ran out, drafts of visitors that nobody came back for.
struct Housekeeping: Service {
    static let draftSeconds: Double = 90 * 24 * 3600
    /// How long a plan that was deleted can be put back.
    static let deletedSeconds: Double = 24 * 3600
    /// How long text that somebody typed in a dossier without saving it is kept.
    static let unsavedSeconds: Double = 30 * 24 * 3600
    let site: Site
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do { try await tidy() } catch { logger.warning("housekeeping failed", metadata: ["error": "\(error)"]) }
                try? await Task.sleep(for: .seconds(3600))
            }
        }
    }

    func tidy() async throws {
        let now = site.now()
        try await site.store.deleteExpired(at: now)
        try await site.store.deleteAnonymousDrafts(untouchedSince: now.addingTimeInterval(-Self.draftSeconds))
        try await site.store.forgetPlans(deletedBefore: now.addingTimeInterval(-Self.deletedSeconds))
        try await site.store.dropUnsaved(before: now.addingTimeInterval(-Self.unsavedSeconds))
        try await site.store.forgetSignInFailures(before: now.addingTimeInterval(-SignInGuard.memory))
    }
}
