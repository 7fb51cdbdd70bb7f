import CanonicalJSON
import Foundation
import Geometry
import NormEngine
import OpportunityMap

/// Writes a map to files.
struct MapFiles {
    let index: HouseIndex
    let result: OpportunityResult

    func write(png: String?, geojson: String?, geotiff: String?, geopackage: String?) async throws {
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
                try await ImporterProgram.run(["write", "geotiff", raster.path, geotiff])
            }
            if let geopackage {
                let vector = folder.appending(path: "kaart.geojson")
                try write(Data(polygons().canonicalString.utf8), to: vector.path)
                try await ImporterProgram.run(["write", "geopackage", vector.path, geopackage])
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
