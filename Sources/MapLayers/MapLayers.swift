public import Foundation
internal import Geometry
public import PolicyModel
import Synchronization

/// The layers of a house and of a store, bound to designations. Answers how a place lies to them.
///
/// A designation may have several layers; each gives a fact of its own. Layers of the store **replace** the schematic
/// and example layers that the house brings for the same designation: a sketch makes way for real data. Other layers
/// of the house stay beside them. Demonstration layers are left out unless asked for.
///
/// Layers are read when they are first needed, so making this value is cheap.
///
/// ## Topics
/// - Facts: ``facts(for:needs:)``
/// - Looking up: ``matches(named:designation:)``, ``features(of:)``, ``layers``, ``contentHash(of:)``
public final class MapLayers: Sendable {
    /// The layers in use, in the order of designation and id.
    public let layers: [LayerDescription]
    /// The designation that bounds the house.
    public let outline: String
    let designations: [String: Designation]
    let byDesignation: [String: [Layer]]
    /// Shapes of settlements that were asked for by name; `nil` when they cannot be read.
    let settlementShapes = Mutex<[String: [Shape]?]>([:])
    let facedMetres = Mutex<[Faced: Double?]>([:])

    /// - Parameters:
    ///   - outline: the designation that bounds the house.
    ///   - houseFolder: the folder that the files of the bindings are relative to.
    ///   - store: imported layers, if any.
    ///   - includesDemonstration: whether layers marked as demonstration are used.
    public init(
        designations: [Designation], bindings: [LayerBinding], outline: String, houseFolder: URL,
        store: LayerStore? = nil, includesDemonstration: Bool = false
    ) throws(LayerStoreError) {
        let stored = try store?.layers().filter { includesDemonstration || !$0.isDemonstration } ?? []
        let replaced = Set(stored.map(\.designation))
        var layers: [Layer] = []
        for description in stored {
            layers.append(
                Layer(description) { () throws(LayerFailure) in
                    guard let store else { throw LayerFailure(why: "de kaartlagenopslag is er niet") }
                    return try store.contents(of: description.id)
                })
        }
        let reader = HouseLayerReader(folder: houseFolder)
        for binding in bindings where includesDemonstration || binding.demo != true {
            if binding.basis.isSketch, replaced.contains(binding.designation) { continue }
            layers.append(
                Layer(LayerDescription(binding)) { () throws(LayerFailure) in
                    try reader.contents(file: binding.file, coverageFile: binding.coverage.file)
                })
        }
        layers.sort {
            ($0.description.designation, $0.description.id) < ($1.description.designation, $1.description.id)
        }
        self.layers = layers.map(\.description)
        self.outline = outline
        self.designations = Dictionary(designations.map { ($0.id, $0) }) { first, _ in first }
        byDesignation = Dictionary(grouping: layers) { $0.description.designation }
    }

    /// The layers of a loaded house.
    public convenience init(
        house: PolicyHouse, folder: URL, store: LayerStore? = nil, includesDemonstration: Bool = false
    ) throws(LayerStoreError) {
        try self.init(
            designations: house.designations, bindings: house.layers, outline: house.outline, houseFolder: folder,
            store: store, includesDemonstration: includesDemonstration)
    }

    /// SHA-256 of what a layer holds, in hexadecimal, for the receipt. Reads the layer.
    public func contentHash(of layer: String) throws(LayerFailure) -> String {
        for candidates in byDesignation.values {
            if let found = candidates.first(where: { $0.description.id == layer }) { return try found.contents().hash }
        }
        throw LayerFailure(why: "de laag `\(layer)` is er niet")
    }

    /// The contents of the layers of a designation that can be read; `nil` when there are none or one fails.
    func contents(of designation: String) -> [LayerContents]? {
        guard let layers = byDesignation[designation] else { return nil }
        let contents = layers.compactMap { try? $0.contents() }
        return contents.count == layers.count ? contents : nil
    }
}
