import ArgumentParser
import Assessment
import Foundation
import MapLayers
import NormEngine
import PolicyContent
import PolicyModel

/// A loaded house with its layers: what every command but `doctor` starts from.
struct Workspace {
    let folder: URL
    let index: HouseIndex
    let houseHash: String
    let findings: [ContentFinding]
    let layers: MapLayers

    var contentIsBroken: Bool { findings.contains { $0.severity == .error } }

    var assessor: Assessor {
        Assessor(index: index, houseHash: houseHash, normaliser: PassageNormaliser.version, facts: HouseLayers(layers))
    }

    static func open(_ options: HouseOptions) throws -> Workspace {
        let folder = try HouseFinder.find(options.house)
        let opened = HouseSnapshot.open(
            folder: folder, engineVersion: EngineVersion.current, schemas: HouseFinder.schemas(for: folder))
        guard let house = opened.house else {
            for finding in opened.findings { Terminal.error(finding.description) }
            throw Failure.broken("het huis in `\(folder.path)` is niet te lezen", help: "zie de meldingen hierboven")
        }
        let errors = opened.findings.count { $0.severity == .error }
        if errors > 0 {
            Terminal.error(
                "kompas: de inhoud heeft \(errors) \(errors == 1 ? "fout" : "fouten"); `kompas check` toont \(errors == 1 ? "haar" : "ze")"
            )
        }
        let layers: MapLayers
        do {
            let store = try storeFile(options.layers).map { try LayerStore.open($0) }
            layers = try MapLayers(house: house, folder: folder, store: store, includesDemonstration: options.demo)
        } catch let error as LayerStoreError {
            throw Failure.message(
                "de kaartlagen zijn niet te openen: \(error)", help: "maak het bestand opnieuw met `kompas import`")
        }
        return Workspace(
            folder: folder, index: HouseIndex(house), houseHash: opened.houseHash, findings: opened.findings,
            layers: layers)
    }

    private static func storeFile(_ given: String?) throws -> URL? {
        guard let path = given ?? ProcessInfo.processInfo.environment["KOMPAS_LAYERS"], !path.isEmpty else {
            return nil
        }
        let url = URL(filePath: path)
        guard FileManager.default.fileExists(atPath: url.path) else {
            throw Failure.message(
                "het bestand met kaartlagen `\(path)` bestaat niet", help: "maak het met `kompas import`")
        }
        return url
    }
}

/// Finds the house: as told, from the environment, or the only one under a `content` folder here or above.
enum HouseFinder {
    static func find(_ given: String?) throws -> URL {
        if let path = given ?? ProcessInfo.processInfo.environment["KOMPAS_HOUSE"], !path.isEmpty {
            let url = URL(filePath: path, directoryHint: .isDirectory)
            guard isHouse(url) else {
                throw Failure.message("in `\(path)` staat geen huis", help: "een huis is een map met `house.yaml`")
            }
            return url
        }
        for place in starts().flatMap(ancestors) {
            let houses = houses(in: place.appending(path: "content", directoryHint: .isDirectory))
            if houses.count == 1, let house = houses.first { return house }
            if houses.count > 1 {
                let names = houses.map(\.lastPathComponent).joined(separator: ", ")
                throw Failure.message("er is meer dan één huis: \(names)", help: "kies er een met --house")
            }
        }
        throw Failure.message("er is geen huis gevonden", help: "noem de map met --house of KOMPAS_HOUSE")
    }

    /// The JSON Schemas: beside the house, or in the nearest `content/schema` here, above, or above the program.
    static func schemas(for house: URL) -> URL? {
        let beside = house.deletingLastPathComponent().appending(path: "schema", directoryHint: .isDirectory)
        let above = (starts() + [house]).flatMap(ancestors).map {
            $0.appending(path: "content/schema", directoryHint: .isDirectory)
        }
        return ([beside] + above).first { FileManager.default.fileExists(atPath: $0.path) }
    }

    private static func ancestors(of start: URL) -> [URL] {
        var places = [start]
        var place = start
        while true {
            let parent = place.deletingLastPathComponent()
            if parent.path == place.path || parent.path.isEmpty || places.count > 64 { return places }
            places.append(parent)
            place = parent
        }
    }

    /// The working directory, then where the program stands.
    private static func starts() -> [URL] {
        let here = URL(filePath: FileManager.default.currentDirectoryPath, directoryHint: .isDirectory)
        guard let program = Bundle.main.executableURL else { return [here] }
        return [here, program.resolvingSymlinksInPath().deletingLastPathComponent()]
    }

    private static func houses(in folder: URL) -> [URL] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().map { folder.appending(path: $0, directoryHint: .isDirectory) }.filter(isHouse)
    }

    private static func isHouse(_ folder: URL) -> Bool {
        FileManager.default.fileExists(atPath: folder.appending(path: "house.yaml").path)
    }
}
