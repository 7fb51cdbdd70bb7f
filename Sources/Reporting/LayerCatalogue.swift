import Geometry
public import MapLayers
public import NormEngine
public import PolicyModel

/// The layers of a house as a legend: each under the map of the document that it stands on, in the order of the house.
public struct LayerCatalogue: Sendable {
    public struct Group: Sendable, Hashable, Identifiable {
        public var id: String
        public var title: String
        public var layers: [Item]
        /// Legend items without a layer.
        public var missing: [Missing]
        /// The document with most legend items first; maps before what only a text names, places last.
        var rank: Int
    }

    public struct Item: Sendable, Hashable, Identifiable {
        /// Identifier of the layer.
        public var id: String
        public var designation: String
        /// Title of the designation; of the layer when a designation has several.
        public var title: String
        public var summary: String?
        public var stratum: Stratum
        /// Metres on both sides within which the real line may lie; 0 for a precise line.
        public var widthMetres: Double
        /// How the geometry came about, in words.
        public var basis: String
        public var asOf: PolicyDate?
        public var licence: String
        public var features: Int
        /// First digits of the hash of what it holds.
        public var version: String
        /// Why it cannot be read.
        public var failure: String?
    }

    public struct Missing: Sendable, Hashable {
        public var designation: String
        public var title: String
        public var stratum: Stratum
    }

    public let groups: [Group]

    public var items: [Item] { groups.flatMap(\.layers) }

    /// Reads all layers.
    public init(index: HouseIndex, layers: MapLayers, strata: [String: Stratum]) {
        let byDesignation = Dictionary(grouping: layers.layers, by: \.designation)
        var groups: [Group] = []
        var places: [String: Int] = [:]
        let ranks = Self.ranks(index)
        for designation in index.house.designations where designation.id != index.house.outline {
            let (id, title, rank) = Self.group(designation, index, ranks)
            let place = places[id] ?? groups.count
            if place == groups.count {
                places[id] = place
                groups.append(Group(id: id, title: title, layers: [], missing: [], rank: rank))
            }
            let found = byDesignation[designation.id] ?? []
            let stratum = strata[designation.id] ?? .surface
            if found.isEmpty {
                groups[place].missing.append(
                    Missing(designation: designation.id, title: designation.title, stratum: stratum))
            }
            for layer in found {
                groups[place].layers.append(
                    Self.item(layer, designation, stratum, isOnly: found.count == 1, layers))
            }
        }
        self.groups = groups.filter { !$0.layers.isEmpty || !$0.missing.isEmpty }.sorted {
            ($0.rank, $0.title) < ($1.rank, $1.title)
        }
    }

    /// Documents by how many legend items they have, the most first.
    private static func ranks(_ index: HouseIndex) -> [String: Int] {
        var counts: [String: Int] = [:]
        for designation in index.house.designations {
            if let source = designation.source { counts[source.document, default: 0] += 1 }
        }
        let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        return Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($0.element.key, $0.offset) })
    }

    private static func item(
        _ layer: LayerDescription, _ designation: Designation, _ stratum: Stratum, isOnly: Bool, _ layers: MapLayers
    ) -> Item {
        var item = Item(
            id: layer.id, designation: designation.id, title: isOnly ? designation.title : layer.title,
            summary: designation.summary, stratum: stratum,
            widthMetres: layer.precision.kind == .indicative ? layer.precision.widthMetres ?? 0 : 0,
            basis: Words.basis(layer.basis), asOf: layer.asOf, licence: layer.licence, features: 0, version: "0")
        do throws(LayerFailure) {
            item.version = String(try layers.contentHash(of: layer.id).prefix(12))
            item.features = try layers.featureCount(of: layer.id)
        } catch {
            item.failure = error.why
        }
        return item
    }

    /// The map that a legend item stands on; what only a text names goes together per document, and what is no policy by
    /// its kind.
    private static func group(
        _ designation: Designation, _ index: HouseIndex, _ ranks: [String: Int]
    ) -> (id: String, title: String, rank: Int) {
        let last = 2 * index.house.documents.count
        switch designation.kind {
        case .settlement, .municipality, .region, .neighbour, .outline:
            return ("plaatsen", "Plaatsen en grenzen", last + 1)
        case .policy: break
        }
        guard let source = designation.source else { return ("overig", "Overige kaartlagen", last) }
        let title = index.documentTitles[source.document] ?? source.document
        let rank = 2 * (ranks[source.document] ?? 0)
        guard source.passage.unit == .legend, let map = source.path.dropLast().last else {
            return ("\(source.document)-tekst", "\(title): alleen in de tekst", rank + 1)
        }
        return ("\(source.document)-\(map)", "\(title): \(map)", rank)
    }
}
