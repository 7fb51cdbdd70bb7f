public import Geometry
internal import PolicyModel

/// A feature found by its name.
public struct FeatureMatch: Sendable {
    public var designation: String
    public var layer: String
    public var feature: LayerFeature
    public var shape: Shape
    /// The name is one of its names; otherwise one of its names only holds the text.
    public var isExact: Bool
}

extension MapLayers {
    /// The features of a designation with that name or alias, without regard to case. More than one is ambiguous: let
    /// the user choose. When none has the name, those whose names hold the text, as candidates (`isExact` is false).
    public func matches(named name: String, designation: String) throws(LayerFailure) -> [FeatureMatch] {
        var exact: [(Layer, LayerContents, Int)] = []
        var candidates: [(Layer, LayerContents, Int)] = []
        let plain = LayerFeature.plain(name)
        for layer in byDesignation[designation] ?? [] {
            let contents = try layer.contents()
            for (number, feature) in contents.features.enumerated() {
                if feature.isNamed(name) {
                    exact.append((layer, contents, number))
                } else if !plain.isEmpty,
                    ([feature.name ?? ""] + feature.aliases).contains(where: { LayerFeature.plain($0).contains(plain) })
                {
                    candidates.append((layer, contents, number))
                }
            }
        }
        var matches: [FeatureMatch] = []
        for (layer, contents, number) in exact.isEmpty ? candidates : exact {
            matches.append(
                FeatureMatch(
                    designation: designation, layer: layer.description.id, feature: contents.features[number],
                    shape: try contents.shape(ofFeature: number), isExact: !exact.isEmpty))
        }
        return matches
    }

    /// All features of a designation without their shapes.
    public func features(of designation: String) throws(LayerFailure) -> [LayerFeature] {
        var features: [LayerFeature] = []
        for layer in byDesignation[designation] ?? [] { features += try layer.contents().features }
        return features
    }

    /// Square metres that each feature of a layer shares with a polygon, by feature id; for benchmarks and checks.
    public func sharedAreas(of place: Shape, layer: String) throws(LayerFailure) -> [String: Double] {
        guard let found = byDesignation.values.joined().first(where: { $0.description.id == layer }) else {
            throw LayerFailure(why: "de laag `\(layer)` is er niet")
        }
        let contents = try found.contents()
        do throws(GeometryError) {
            let prepared = try Place(place)
            var areas: [String: Double] = [:]
            do throws(LayerFailure) {
                for share in try Overlay(place: prepared, contents: contents).shares() where share.kind == .area {
                    areas[contents.features[share.feature].id] = share.value
                }
            } catch {
                throw GeometryError(message: error.why)
            }
            return areas
        } catch {
            throw LayerFailure(error)
        }
    }
}

extension MapLayers {
    /// How many features a layer has. Reads the layer.
    public func featureCount(of layer: String) throws(LayerFailure) -> Int {
        try contents(ofLayer: layer).features.count
    }
}
