import CanonicalJSON
import Foundation
import Hummingbird
import LimitedProcess
import NIOCore
import OpportunityMap

/// Files that an opportunity map can be kept as.
enum MapFile: String, CaseIterable, Sendable {
    case png = "kansenkaart.png"
    case geoJSON = "kansenkaart.geojson"
    case geoTIFF = "kansenkaart.tif"
    case geoPackage = "kansenkaart.gpkg"
    case json = "kansenkaart.json"
    case difference = "verschil.json"

    /// The longer side of a picture.
    static let pixels = 3_000

    var contentType: String {
        switch self {
        case .png: "image/png"
        case .geoJSON: "application/geo+json"
        case .geoTIFF: "image/tiff; application=geotiff; profile=cloud-optimized"
        case .geoPackage: "application/geopackage+sqlite3"
        case .json, .difference: "application/json"
        }
    }

    static func response(_ bytes: [UInt8], _ kind: MapFile) -> Response {
        response(bytes, type: kind.contentType, name: kind.rawValue)
    }

    static func response(_ bytes: [UInt8], type: String, name: String) -> Response {
        var response = Response(
            status: .ok, headers: [.contentType: type, .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        response.headers[.contentDisposition] = "attachment; filename=\"\(name)\""
        return response
    }
}

/// Makes files of a map; GeoTIFF and GeoPackage are written by the program that links GDAL.
struct MapFileMaker {
    let site: Site

    /// More bytes than these are not laid out for a raster.
    private static let mostRasterBytes = 500_000_000
    private static let seconds = 120.0

    func response(_ kind: MapFile, _ kept: KeptMap) async throws -> Response {
        let words = MapWords(index: site.house.index)
        let (result, table) = (kept.result, kept.table)
        switch kind {
        case .json: return MapFile.response(Array(try result.json(table).canonicalString.utf8), kind)
        case .geoJSON:
            let bytes = try await site.maps.atWork { try Self.polygons(result, words) }
            return MapFile.response(bytes, kind)
        case .geoPackage:
            return try await written(kind, ["geopackage"], "kaart.geojson") { try Self.polygons(result, words) }
        case .geoTIFF:
            guard (result.classes.count + 1) * result.grid.cellCount <= Self.mostRasterBytes else {
                throw PageRefused.wrong("Dit raster wordt te groot. Kies grotere cellen, of neem de GeoPackage.")
            }
            return try await written(kind, ["geotiff"], "kaart.raster") {
                result.rasterFile(palette: Palette()) { words.text($0) }
            }
        case .png, .difference: throw PageRefused.notFound
        }
    }

    private static func polygons(_ result: OpportunityResult, _ words: MapWords) throws -> [UInt8] {
        Array(try result.polygonFile { words.text($0) }.canonicalString.utf8)
    }

    private func written(
        _ kind: MapFile, _ form: [String], _ source: String, make: @escaping @Sendable () throws -> [UInt8]
    ) async throws -> Response {
        guard let importer = site.importer else {
            throw PageRefused.unavailable(
                "Op deze server ontbreekt het programma dat deze bestanden schrijft. Neem de GeoJSON.")
        }
        let bytes = try await site.maps.files.pass {
            try await PrivateFolder.use { folder in
                let input = folder.appending(path: source)
                let laid = try await site.maps.atWork { try make() }
                try Data(laid).write(to: input)
                let output = folder.appending(path: kind.rawValue)
                let ending = try await LimitedProcess(
                    program: importer, arguments: ["write"] + form + [input.path, output.path], folder: folder,
                    environment: LimitedProcess.bareEnvironment(keeping: ["PROJ_DATA", "PROJ_LIB", "GDAL_DATA"]),
                    seconds: Self.seconds
                ).run()
                guard ending.way == .exited(0) else {
                    throw PageRefused.unavailable(
                        "Het bestand kon niet worden geschreven. Probeer grotere cellen, of neem de GeoJSON.")
                }
                return [UInt8](try Data(contentsOf: output))
            }
        }
        guard let bytes else { throw PageRefused.unavailable(WaitingPage.busyText) }
        return MapFile.response(bytes, kind)
    }
}
