import CanonicalJSON
import Foundation
import Geometry
import NormEngine
import OpportunityMap

/// Writes a map to files.
struct MapFiles {
    let index: HouseIndex
    let result: OpportunityResult

    func write(png: String?, geojson: String?, geotiff: String?, geopackage: String?) throws {
        if let png { try write(Data(MapPainter(result).png()), to: png) }
        if let geojson { try write(Data(polygons().canonicalString.utf8), to: geojson) }
        if geotiff != nil || geopackage != nil {
            let folder = FileManager.default.temporaryDirectory.appending(path: "kompas-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            if let geotiff {
                let raster = folder.appending(path: "kaart.raster")
                try write(
                    Data(result.rasterFile(palette: Palette()) { MapText(index: index).words($0) }), to: raster.path)
                try ImporterProgram.run(["write", "geotiff", raster.path, geotiff])
            }
            if let geopackage {
                let vector = folder.appending(path: "kaart.geojson")
                try write(Data(polygons().canonicalString.utf8), to: vector.path)
                try ImporterProgram.run(["write", "geopackage", vector.path, geopackage])
            }
        }
    }

    private func polygons() -> JSONValue {
        let text = MapText(index: index)
        return result.polygonFile { text.words($0) }
    }

    private func write(_ data: Data, to file: String) throws {
        do {
            try data.write(to: URL(filePath: file), options: .atomic)
        } catch {
            throw Failure.message(
                "`\(file)` kan niet worden geschreven", help: "bestaat de map en mag u daar schrijven?")
        }
    }
}

/// The program beside this one that alone opens and writes foreign formats.
enum ImporterProgram {
    static func run(_ arguments: [String]) throws {
        let process = Process()
        process.executableURL = try find()
        process.arguments = arguments
        try process.run()
        process.waitUntilExit()
        if process.terminationStatus != 0 { throw KompasExit(code: process.terminationStatus) }
    }

    static func find() throws -> URL {
        let beside = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: "kompas-import")
        guard let beside, FileManager.default.isExecutableFile(atPath: beside.path) else {
            throw Failure.message(
                "`kompas-import` staat niet naast `kompas`", help: "bouw het met `swift build --product kompas-import`")
        }
        return beside
    }
}
