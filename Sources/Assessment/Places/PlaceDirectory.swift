internal import Foundation
public import Geometry
public import MapLayers
public import NormEngine
public import PolicyModel

/// The places of a house by name: settlements, municipalities, regions, and every feature that has a name.
///
/// Features of one designation with the same name are one place.
public struct PlaceDirectory: Sendable {
    public struct Entry: Sendable, Hashable, Identifiable {
        public var designation: String
        public var kind: Designation.Kind
        /// Title of the designation.
        public var title: String
        public var name: String
        public var aliases: [String]

        /// `designation/name`.
        public var id: String { "\(designation)/\(name)" }
        /// Whether people live there or govern it, so that its name is the name of a place.
        public var isTown: Bool { kind != .policy }
    }

    public struct Match: Sendable, Hashable {
        public var entry: Entry
        /// From 0 to 1; 1 is the name itself.
        public var score: Double
        /// The name under which it was found, when that is not its own.
        public var alias: String?

        public init(entry: Entry, score: Double, alias: String?) {
            self.entry = entry
            self.score = score
            self.alias = alias
        }
    }

    private let layers: MapLayers
    public let entries: [Entry]
    private let keys: [[String]]

    /// Reads all layers; one that cannot be read has no places.
    public init(index: HouseIndex, layers: MapLayers) {
        self.layers = layers
        var entries: [Entry] = []
        for designation in index.house.designations where designation.kind != .outline {
            var places: [String: Int] = [:]
            for feature in (try? layers.features(of: designation.id)) ?? [] {
                guard let name = feature.name, !name.isEmpty else { continue }
                if let known = places[name] {
                    entries[known].aliases += feature.aliases.filter { !entries[known].aliases.contains($0) }
                    continue
                }
                places[name] = entries.count
                entries.append(
                    Entry(
                        designation: designation.id, kind: designation.kind, title: designation.title, name: name,
                        aliases: feature.aliases))
            }
        }
        self.entries = entries
        keys = entries.map { ([$0.name] + $0.aliases).map(PlaceNames.plain) }
    }

    public func entry(_ id: String) -> Entry? { entries.first { $0.id == id } }

    /// The whole shape of a place.
    public func shape(of entry: Entry) throws(LayerFailure) -> Shape? {
        let shapes = try layers.matches(named: entry.name, designation: entry.designation)
            .filter { $0.isExact && $0.feature.name == entry.name }.map(\.shape)
        do throws(GeometryError) { return try Shape.union(shapes) } catch {
            throw LayerFailure(why: "rekenen met de laag mislukte (\(error.message))")
        }
    }

    /// Places whose name is this text, towns first.
    public func named(_ text: String) -> [Entry] {
        let plain = PlaceNames.plain(text)
        return zip(entries, keys).filter { $0.1.contains(plain) }.map(\.0)
            .sorted { (Self.rank($0.kind), $0.id) < (Self.rank($1.kind), $1.id) }
    }

    /// Places whose name begins with, holds or is nearly the text; best first, towns before features.
    public func search(_ text: String, limit: Int = 10) -> [Match] {
        let asked = PlaceNames.plain(text)
        guard !asked.isEmpty else { return [] }
        var found: [Match] = []
        for (entry, names) in zip(entries, keys) {
            var best = (score: 0.0, place: 0)
            for (place, name) in names.enumerated() {
                let score = PlaceNames.likeness(of: asked, to: name) - (place == 0 ? 0 : 0.01)
                if score > best.score { best = (score, place) }
            }
            guard best.score > 0 else { continue }
            let alias = best.place == 0 ? nil : entry.aliases[best.place - 1]
            found.append(Match(entry: entry, score: best.score, alias: alias))
        }
        // Slips are forgiven only while nothing begins with what was typed.
        if let best = found.map(\.score).max(), best >= Self.begins { found.removeAll { $0.score < Self.holds } }
        // A feature that is called after a town comes after everything else: who types the name means the town.
        let towns = Set(found.filter(\.entry.isTown).map { PlaceNames.plain($0.entry.name) })
        for place in found.indices where !found[place].entry.isTown {
            if towns.contains(PlaceNames.plain(found[place].entry.name)) { found[place].score *= 0.4 }
        }
        found.sort { left, right in
            // A slip of the pen is no better in a town than in a feature, so the score goes first.
            (right.score, Self.rank(left.entry.kind), left.entry.name, left.entry.id)
                < (left.score, Self.rank(right.entry.kind), right.entry.name, right.entry.id)
        }
        return Array(found.prefix(limit))
    }

    /// Likeness of a name that begins with what was typed, less what another name counts for less; and of one that holds it.
    private static let begins = 0.89
    private static let holds = 0.69

    private static func rank(_ kind: Designation.Kind) -> Int {
        switch kind {
        case .settlement: 0
        case .municipality: 1
        case .region: 2
        case .policy: 3
        case .neighbour: 4
        case .outline: 5
        }
    }
}

/// How names of places are compared.
enum PlaceNames {
    /// Lower case, without diacritics; everything that is no letter or digit divides.
    static func plain(_ text: String) -> String {
        var words: [String] = []
        var word = ""
        for scalar in text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
            if (0x300...0x36F).contains(scalar.value) || scalar == "'" || scalar == "\u{2019}" { continue }
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                word.unicodeScalars.append(scalar)
            } else if !word.isEmpty {
                words.append(word)
                word = ""
            }
        }
        if !word.isEmpty { words.append(word) }
        return words.joined(separator: " ")
    }

    /// From 0 to 1; both are plain.
    static func likeness(of asked: String, to name: String) -> Double {
        if asked == name { return 1 }
        if name.hasPrefix(asked) { return 0.9 }
        if name.contains(" " + asked) { return 0.8 }
        let words = name.split(separator: " ").map(String.init)
        if asked.count >= 3, name.contains(asked) { return 0.7 }
        let letters = Array(asked)
        let allowed = letters.count >= 8 ? 2 : letters.count >= 4 ? 1 : 0
        guard allowed > 0 else { return 0 }
        // Also while somebody is still typing: the beginning of the name may hold the slip.
        var best = 0.0
        for candidate in [name] + words {
            let other = Array(candidate)
            let whole = editDistance(letters, other, atMost: allowed)
            if whole <= allowed { best = max(best, (candidate == name ? 0.65 : 0.55) - 0.05 * Double(whole)) }
            guard letters.count >= 5, other.count > letters.count else { continue }
            let begun = editDistance(letters, Array(other.prefix(letters.count)), atMost: 1)
            if begun <= 1 { best = max(best, 0.45) }
        }
        return best
    }
}
