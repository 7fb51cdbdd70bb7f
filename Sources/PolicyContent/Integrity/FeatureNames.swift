internal import CanonicalJSON
import Foundation
internal import PolicyModel

/// Features and attributes that tests name occur in a layer of the designation; layers are GeoJSON.
///
/// Says nothing about a designation without layers, of which nothing can be known.
struct FeatureNames: IntegrityCheck {
    static func check(_ content: IndexedContent, _ report: inout IntegrityReport) {
        let features = LayerFeatures.read(content, &report)
        let settlements = content.house.designations.filter { $0.kind == .settlement }.compactMap { features[$0.id] }
        for (test, place) in content.tests {
            switch test {
            case .feature(let designation, let name):
                guard let known = features[designation] else { continue }
                check(name, known.names, "feature", designation, place.at("feature", "name"), &report)
            case .attribute(let designation, let name, let comparison, let value):
                guard let known = features[designation] else { continue }
                guard let values = known.attributes[name] else {
                    check(
                        name, Set(known.attributes.keys), "attribute", designation, place.at("attribute", "name"),
                        &report)
                    continue
                }
                guard case .text(let text) = value, comparison == .equal || comparison == .notEqual else { continue }
                check(
                    text, values, "value of attribute `\(name)`", designation, place.at("attribute", "value"), &report)
            case .towards(let settlement, _, _):
                guard !settlements.isEmpty else { continue }
                let names = settlements.reduce(into: Set()) { $0.formUnion($1.names) }
                guard !names.contains(settlement) else { continue }
                report.warning(
                    "no settlement is called `\(settlement)`", at: place.at("towards", "settlement"),
                    help: NearMiss.help(settlement, among: names))
            default: break
            }
        }
    }

    private static func check(
        _ name: String, _ known: Set<String>, _ word: String, _ designation: String, _ place: ContentPlace,
        _ report: inout IntegrityReport
    ) {
        guard !known.contains(name) else { return }
        report.warning(
            "no layer of designation `\(designation)` has the \(word) `\(name)`", at: place,
            help: NearMiss.help(name, among: known))
    }
}

/// What the layers of one designation call their features.
private struct LayerFeatures {
    /// Names and aliases.
    var names: Set<String> = []
    /// Texts per attribute.
    var attributes: [String: Set<String>] = [:]

    /// By designation. A file that is no GeoJSON is an error; a missing file is told elsewhere.
    static func read(_ content: IndexedContent, _ report: inout IntegrityReport) -> [String: LayerFeatures] {
        var features: [String: LayerFeatures] = [:]
        for (index, layer) in content.house.layers.enumerated() {
            let path = content.content.folder.appending(path: layer.file).path
            guard let bytes = FileManager.default.contents(atPath: path) else { continue }
            let place = ContentPlace(kind: .layers, index: index).at("file")
            do {
                guard let list = try JSONValue.parse(bytes)["features"]?.array else {
                    report.error("layer file `\(layer.file)` is not a GeoJSON FeatureCollection", at: place)
                    continue
                }
                for feature in list { features[layer.designation, default: .init()].add(feature) }
            } catch {
                report.error("layer file `\(layer.file)` is not JSON: \(error)", at: place)
            }
        }
        return features
    }

    private mutating func add(_ feature: JSONValue) {
        for (key, value) in feature["properties"]?.object?.members ?? [] {
            switch key {
            case "name": names.formUnion([value.string].compactMap(\.self))
            case "aliases": names.formUnion((value.array ?? []).compactMap(\.string))
            default: attributes[key, default: []].formUnion([value.string].compactMap(\.self))
            }
        }
    }
}
