import Accounts
import ArgumentParser
import Foundation
import Hummingbird
import Logging
import NIOCore
import Store
import WebApp

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Start de webtoepassing: opzoeken, toetsen, afwegen en vastleggen in een browser.",
        discussion: """
            Alles komt uit dit ene programma; wat mensen doen staat in de gegevensmap. De eerste keer maakt Kompas een \
            beheerder en toont zijn wachtwoord, een keer. Stop met Ctrl-C: wat bezig is, wordt afgemaakt.

            Zet er een proxy met TLS voor, of geef --certificate en --key. Zonder TLS werkt aanmelden alleen op deze \
            machine zelf (localhost).
            """)

    @Option(help: ArgumentHelp("Het adres om op te luisteren.", valueName: "adres"))
    var host = "127.0.0.1"

    @Option(help: ArgumentHelp("De poort; 0 kiest een vrije.", valueName: "nummer"))
    var port = 8080

    @Option(help: ArgumentHelp("De gegevensmap; anders KOMPAS_DATA, anders `data`.", valueName: "map"))
    var data: String?

    @Option(
        help: ArgumentHelp(
            "Het bestand met instellingen; anders `instellingen.yaml` in de gegevensmap.", valueName: "bestand"))
    var settings: String?

    @Option(help: ArgumentHelp("Map met de teksten van de documenten; anders KOMPAS_SOURCES.", valueName: "map"))
    var sources: String?

    @Option(help: ArgumentHelp("Bestand met de keten van certificaten (PEM).", valueName: "bestand"))
    var certificate: String?

    @Option(help: ArgumentHelp("Bestand met de sleutel van het certificaat (PEM).", valueName: "bestand"))
    var key: String?

    @OptionGroup(title: "Huis en lagen") var house: HouseOptions

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("--port is een nummer van 0 tot en met 65535") }
        guard (certificate == nil) == (key == nil) else {
            throw ValidationError("--certificate en --key horen bij elkaar; geef ze allebei")
        }
    }

    func run() async throws {
        let workspace = try Workspace.open(house)
        let folder = DataFolder.find(data)
        let store = try DataFolder.openStore(folder)
        let settings = try readSettings(folder)
        try await store.save(settings.casework)
        try await FirstStart(store: store).makeAdministrator()
        let site = try Site(
            house: SiteHouse(
                folder: workspace.folder, index: workspace.index, hash: workspace.houseHash, layers: workspace.layers,
                assessor: workspace.assessor, usesDemonstration: house.demo, sources: try sourcesFolder()),
            store: store, settings: settings, resources: try WebResources.folder(), vendor: WebResources.vendor(),
            dataFolder: folder, reloadsResources: WebResources.areFromTheTree)
        LoggingSystem.bootstrap { _ in JSONLogHandler() }
        let (address, scheme) = (host, certificate == nil ? "http" : "https")
        var options = ServerOptions(host: host, port: port, certificate: certificate, key: key)
        options.connections = ServerOptions.allowedConnections()
        let application = try buildApplication(site, options: options) { port in
            let shown = ["127.0.0.1", "::1", "0.0.0.0"].contains(address) ? "localhost" : address
            Terminal.out("Kompas draait op \(scheme)://\(shown):\(port ?? 0)")
        }
        do { try await application.runService() } catch let error as IOError {
            throw Failure.message(
                "luisteren op \(host):\(port) lukt niet: \(error.localizedDescription)",
                help: "kies een andere poort met --port")
        }
    }

    private func readSettings(_ folder: URL) throws -> SiteSettings {
        let usual = folder.appending(path: "instellingen.yaml")
        guard let file = settings.map({ URL(filePath: $0) }) ?? (usual.isThere ? usual : nil) else {
            return SiteSettings()
        }
        do { return try SiteSettings.read(file) } catch {
            throw Failure.message("de instellingen in `\(error.file)` kloppen niet: \(error.message)")
        }
    }

    private func sourcesFolder() throws -> URL? {
        let path = sources ?? ProcessInfo.processInfo.environment["KOMPAS_SOURCES"]
        guard let path, !path.isEmpty else { return nil }
        return try PassageReader.folder(path)
    }
}

extension URL {
    var isThere: Bool { FileManager.default.fileExists(atPath: path) }
}

/// Where the store stands.
enum DataFolder {
    static func find(_ given: String?) -> URL {
        let path = given ?? ProcessInfo.processInfo.environment["KOMPAS_DATA"]
        return URL(filePath: path.flatMap { $0.isEmpty ? nil : $0 } ?? "data", directoryHint: .isDirectory)
    }

    static func openStore(_ folder: URL) throws -> Store {
        do { return try Store(folder: folder) } catch {
            throw Failure.message(
                "de gegevensmap `\(folder.path)` is niet te openen: \(error)",
                help: "kijk of de map te schrijven is, of kies een andere met --data")
        }
    }
}

/// Makes the first administrator.
struct FirstStart {
    let store: Store

    func makeAdministrator() async throws {
        guard try await !store.hasAdministrator() else { return }
        let password = Secrets.token(length: 20)
        let account = Account(
            id: Secrets.token(length: 26), login: "beheer", displayName: "Beheerder", roles: [.administrator],
            mustChangePassword: true, createdAt: Date())
        try await store.insert(account, passwordHash: PasswordHash.make(password))
        Terminal.out(
            """
            Er is een beheerder gemaakt. Dit ziet u maar een keer:
              naam        beheer
              wachtwoord  \(password)
            """)
    }
}

/// Where templates, style sheets and scripts are.
enum WebResources {
    static let variable = "KOMPAS_RESOURCES"

    /// For who works on them: read again for each page.
    static var areFromTheTree: Bool { ProcessInfo.processInfo.environment[variable]?.isEmpty == false }

    static func folder() throws -> URL {
        if let path = ProcessInfo.processInfo.environment[variable], !path.isEmpty {
            return URL(filePath: path, directoryHint: .isDirectory)
        }
        let beside = programFolder.map {
            $0.appending(path: "kompas_WebApp.resources/Resources", directoryHint: .isDirectory)
        }
        guard let beside, beside.isThere else {
            throw Failure.message(
                "de sjablonen van de webtoepassing staan niet naast `kompas`",
                help: "bouw met `swift build`, of noem de map met \(variable)")
        }
        return beside
    }

    /// Libraries of others, which the set-up puts in `build/vendor`; `nil` when they are not there.
    static func vendor() -> URL? {
        if let path = ProcessInfo.processInfo.environment["KOMPAS_VENDOR"], !path.isEmpty {
            return URL(filePath: path, directoryHint: .isDirectory)
        }
        var places = [URL(filePath: FileManager.default.currentDirectoryPath, directoryHint: .isDirectory)]
        if var place = programFolder {
            for _ in 0..<4 {
                places.append(place)
                place = place.deletingLastPathComponent()
            }
        }
        return places.map { $0.appending(path: "build/vendor", directoryHint: .isDirectory) }.first(where: \.isThere)
    }

    private static var programFolder: URL? {
        Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent()
    }
}
