internal import CGDAL
import Foundation
internal import Geometry

/// A file opened through GDAL. Closed when it goes.
final class OGRSource {
    private let dataset: GDALDatasetH
    let file: URL

    /// - Parameter formats: the only ones that are tried.
    init(
        _ file: URL, limits: ImportLimits, formats: [SourceFormat] = SourceFormat.allCases
    ) throws(ImportProblem) {
        self.file = file
        try Self.check(file, limits)
        Self.start()
        dataset = try Self.withCStrings(formats.map(\.rawValue)) { (drivers) throws(ImportProblem) in
            try Self.withCStrings(SourceFormat.openOptions(of: file)) { (options) throws(ImportProblem) in
                let flags = UInt32(GDAL_OF_VECTOR | GDAL_OF_READONLY)
                // Returns a dataset that the caller closes, or NULL on error.
                guard let dataset = GDALOpenEx(SourceFormat.path(of: file), flags, drivers, options, nil) else {
                    throw ImportProblem(
                        "dit bestand kan niet worden gelezen\(Self.lastError())", in: file.lastPathComponent,
                        help: "gelezen worden \(SourceFormat.words)")
                }
                return dataset
            }
        }
    }

    deinit {
        // Returns nothing in this version.
        GDALClose(dataset)
    }

    private static func check(_ file: URL, _ limits: ImportLimits) throws(ImportProblem) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue else {
            throw ImportProblem("dit bestand is er niet", in: file.path, help: "geef een bestand op deze machine")
        }
        let size = (try? FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int) ?? 0
        guard size <= limits.fileBytes else {
            throw ImportProblem(
                "dit bestand is met \(size) bytes te groot", in: file.lastPathComponent,
                help: "knip het op; het mag \(limits.fileBytes) bytes groot zijn")
        }
    }

    /// Quiet, without network, with all drivers registered; `GDALOpenEx` is told which of them may be used.
    static func start() {
        // Return nothing.
        CPLSetErrorHandler(CPLQuietErrorHandler)
        CPLSetConfigOption("GDAL_HTTP_MAX_RETRY", "0")
        CPLSetConfigOption("GML_SKIP_RESOLVE_ELEMS", "ALL")
        CPLSetConfigOption("OGR_GEOJSON_MAX_OBJ_SIZE", "500")
        CPLSetConfigOption("OGR_SQLITE_PRAGMA", "trusted_schema=OFF")
        GDALAllRegister()
    }

    /// The last words of GDAL, between brackets, or nothing.
    static func lastError() -> String {
        // Returns a string that stays with GDAL, never NULL.
        guard let message = CPLGetLastErrorMsg() else { return "" }
        let text = String(cString: message)
        CPLErrorReset()
        return text.isEmpty ? "" : " (\(text))"
    }

    static func withCStrings<Result>(
        _ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) throws(ImportProblem) -> Result
    ) throws(ImportProblem) -> Result {
        let copies = strings.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        let pointers = copies.map { UnsafePointer($0) } + [nil]
        let result: Swift.Result<Result, ImportProblem> = pointers.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return .failure(ImportProblem("geheugen ontbreekt")) }
            do throws(ImportProblem) {
                return .success(try body(base))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    /// All layers with their names.
    func layers() -> [(name: String, layer: OGRLayerH)] {
        // Returns the number of layers.
        let count = GDALDatasetGetLayerCount(dataset)
        // Returns a layer that stays with the dataset, or NULL on error.
        let layers = (0..<count).compactMap { GDALDatasetGetLayer(dataset, $0) }
        // Returns a string that stays with the layer.
        return layers.map { (OGR_L_GetName($0).map { String(cString: $0) } ?? "", $0) }
    }

    /// The layer of that name, or the only one.
    func layer(named name: String?) throws(ImportProblem) -> OGRLayerH {
        let all = layers()
        let (names, layers) = (all.map(\.name), all.map(\.layer))
        if let name {
            guard let place = names.firstIndex(of: name) else {
                throw ImportProblem(
                    "er is geen laag `\(name)`", in: file.lastPathComponent,
                    help: "kies uit \(names.map { "`\($0)`" }.joined(separator: ", "))")
            }
            return layers[place]
        }
        guard let only = layers.first else {
            throw ImportProblem("dit bestand heeft geen lagen", in: file.lastPathComponent)
        }
        guard layers.count == 1 else {
            throw ImportProblem(
                "dit bestand heeft \(layers.count) lagen", in: file.lastPathComponent,
                help: "kies er een met --layer-name: \(names.map { "`\($0)`" }.joined(separator: ", "))")
        }
        return only
    }
}
