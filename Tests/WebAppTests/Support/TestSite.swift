import Accounts
import Assessment
import Foundation
import Hummingbird
import HummingbirdTesting
import KompasTesting
import Logging
import MapLayers
import NormEngine
import PolicyContent
import PolicyModel
import Store

@testable import WebApp

/// A site for tests: a house, its layers, and a store in a folder of its own that goes away with it.
final class TestSite: Sendable {
    let site: Site
    let folder: URL

    /// - Parameters:
    ///   - house: from the root of the project; the invented water town by default.
    ///   - sources: the folder with the texts of the documents.
    init(
        _ house: TestHouse = .meerstad, sources: URL? = nil, settings: SiteSettings = TestSite.settings,
        now: @escaping @Sendable () -> Date = { TestSite.moment }
    ) throws {
        folder = try TemporaryFolder.make()
        let opened = try house.opened()
        site = try Site(
            house: SiteHouse(
                folder: opened.folder, index: opened.index, hash: "0123456789abcdef", layers: opened.layers,
                assessor: opened.assessor, usesDemonstration: false, sources: sources),
            store: Store(folder: folder), settings: settings,
            resources: PackageRoot.url("Sources/WebApp/Resources"), vendor: nil, dataFolder: folder,
            importer: Self.importer, pdf: nil, now: now)
    }

    /// The reading program that was built with the tests.
    static let importer = PackageRoot.url(".build/debug/kompas-import")

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// 20 November 2026, noon in the Netherlands.
    static let moment = Date(timeIntervalSince1970: 1_795_172_400)

    /// Without limits, so that tests do not wait for each other.
    static var settings: SiteSettings {
        var settings = SiteSettings()
        settings.limits.pagesPerSecond = 0
        settings.limits.formsPerMinute = 0
        settings.limits.uploadsPerHour = 0
        settings.limits.sessionsPerHour = 0
        return settings
    }

    /// Runs with a client of the router; no network.
    func test<Value>(_ body: @Sendable (any TestClientProtocol) async throws -> Value) async throws -> Value {
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        return try await Application(router: buildRouter(site), logger: logger).test(.router, body)
    }

    /// An account, and a browser in which it is signed in.
    func browser(_ login: String, roles: Set<Accounts.Role>, client: any TestClientProtocol) async throws -> Browser {
        let account: Account
        if let known = try await site.store.account(login: login) {
            account = known
        } else {
            account = Account(
                id: "id-" + login, login: login, displayName: login.capitalized, roles: roles, createdAt: Self.moment)
            try await site.store.insert(account, passwordHash: nil)
        }
        let token = Secrets.token()
        let session = Session(
            tokenHash: Secrets.hash(token), account: account.id, anonymousKey: "key-" + login, csrf: Secrets.token(),
            createdAt: site.now())
        try await site.store.insert(session)
        return Browser(client: client, cookie: token)
    }
}

/// The houses that pages are tested on; opened once.
enum TestHouse: Sendable {
    case meerstad, pv22
    /// The water town with at least one record of every kind; see `Tests/Fixtures/house-pages`.
    case everyKind

    struct Opened: Sendable {
        let folder: URL
        let index: HouseIndex
        let layers: MapLayers
        let assessor: Assessor

        init(_ path: String) throws { try self.init(folder: PackageRoot.url(path)) }

        init(folder: URL) throws {
            self.folder = folder
            let loaded = HouseLoader(folder: folder, schemas: PackageRoot.url("content/schema")).load()
            guard let house = loaded.house else { throw HouseIsBroken(findings: loaded.findings.map(\.description)) }
            layers = try MapLayers(house: house, folder: folder)
            index = HouseIndex(house)
            assessor = Assessor(
                index: index, houseHash: "0123456789abcdef", normaliser: "1", facts: HouseLayers(layers))
        }
    }

    struct HouseIsBroken: Error { var findings: [String] }

    private static let invented = Result { try Opened("Tests/Fixtures/house-test") }
    private static let complete = Result {
        let folder = try TemporaryFolder.make().appending(path: "house", directoryHint: .isDirectory)
        try FileManager.default.copyItem(at: PackageRoot.url("Tests/Fixtures/house-test"), to: folder)
        try FileManager.default.copyItem(
            at: PackageRoot.url("Tests/Fixtures/house-pages/more.yaml"), to: folder.appending(path: "more.yaml"))
        return try Opened(folder: folder)
    }
    private static let real = Result { try Opened("content/pv22") }

    func opened() throws -> Opened {
        switch self {
        case .meerstad: try Self.invented.get()
        case .pv22: try Self.real.get()
        case .everyKind: try Self.complete.get()
        }
    }
}

extension AccountStore {
    /// Writes an account as it stands in a test.
    func update(_ account: Account) async throws { try await change(account: account.id) { $0 = account } }
}
