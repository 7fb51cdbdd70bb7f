internal import CanonicalJSON
internal import Crypto
import Foundation
internal import Geometry

/// Reads a GeoJSON file of a house into memory.
struct HouseLayerReader {
    /// Files larger than this are not read, in bytes.
    static let sizeLimit = 100_000_000
    /// Cutting costs more than it gives for the small shapes of a house.
    private static let vertexLimit = 256
    private static let problemLimit = 3

    let folder: URL

    func contents(file: String, coverageFile: String?) throws(LayerFailure) -> LayerContents {
        let bytes = try self.bytes(file)
        let features = try features(in: bytes, file: file)
        var coverage: Shape?
        if let coverageFile {
            let shapes = try self.features(in: self.bytes(coverageFile), file: coverageFile).map(\.shape)
            do throws(GeometryError) {
                coverage = try Shape.union(shapes)
            } catch {
                throw LayerFailure(error)
            }
        }
        let hash = LayerHash.hexadecimal(SHA256.hash(data: bytes))
        return try LayerContents(features: features, hash: hash, coverage: coverage, vertexLimit: Self.vertexLimit)
    }

    private func bytes(_ file: String) throws(LayerFailure) -> Data {
        let url = folder.appendingPathComponent(file).standardizedFileURL
        guard url.path.hasPrefix(folder.standardizedFileURL.path + "/") else {
            throw LayerFailure(why: "het bestand `\(file)` ligt buiten de map van het huis")
        }
        guard let size = try? FileManager.default.attributesOfItem(atPath: url.path)[.size] as? Int else {
            throw LayerFailure(why: "het bestand `\(file)` is er niet")
        }
        guard size <= Self.sizeLimit else { throw LayerFailure(why: "het bestand `\(file)` is te groot") }
        do {
            return try Data(contentsOf: url)
        } catch {
            throw LayerFailure(why: "het bestand `\(file)` kan niet worden gelezen")
        }
    }

    private func features(
        in bytes: Data, file: String
    ) throws(LayerFailure) -> [(feature: LayerFeature, shape: Shape)] {
        let document: JSONValue
        do throws(JSONSyntaxError) {
            document = try JSONValue.parse(bytes)
        } catch {
            throw LayerFailure(
                why:
                    "het bestand `\(file)` is geen geldige JSON; het gaat mis op regel \(error.line), kolom \(error.column)"
            )
        }
        if let name = document["crs"]?["properties"]?["name"]?.string, CRS(parsing: name) != .rd {
            throw LayerFailure(why: "het bestand `\(file)` staat niet in EPSG:28992, maar in `\(name)`")
        }
        guard document["type"] == "FeatureCollection", let items = document["features"]?.array else {
            throw LayerFailure(why: "het bestand `\(file)` is geen FeatureCollection")
        }
        var features: [(feature: LayerFeature, shape: Shape)] = []
        var problems: [String] = []
        var ids: Set<String> = []
        for (number, item) in items.enumerated() {
            let id = Self.id(of: item) ?? "\(number + 1)"
            if !ids.insert(id).inserted { problems.append("`\(id)` staat er twee keer") }
            do throws(GeometryProblems) {
                let shape = try GeometryReader(crs: .rd).read(item["geometry"] ?? .null)
                let properties = item["properties"]?.object ?? JSONObject()
                features.append((FeatureProperties.feature(id: id, properties), shape))
            } catch {
                problems += error.problems.map { "`\(id)`: \($0)" }
            }
        }
        if problems.isEmpty { return features }
        let told = problems.prefix(Self.problemLimit).joined(separator: "; ")
        let rest = problems.count > Self.problemLimit ? "; en \(problems.count - Self.problemLimit) andere fouten" : ""
        throw LayerFailure(why: "het bestand `\(file)` heeft fouten: \(told)\(rest)")
    }

    private static func id(of item: JSONValue) -> String? {
        switch item["id"] {
        case .string(let text): text
        case .number(let number): try? JSONValue.number(number).canonicalString
        default: nil
        }
    }
}
