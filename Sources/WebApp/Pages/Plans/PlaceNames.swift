import Geometry
import MapLayers
import PolicyModel

/// Places by their names: the settlements and municipalities that the layers of the house have.
struct PlaceNames {
    let site: Site

    struct Match {
        /// Designation and feature, as a form holds them.
        var key: String
        var title: String
        var shape: Shape
    }

    private var kinds: [(kind: Designation.Kind, word: String)] {
        [(.settlement, "kern"), (.municipality, "gemeente")]
    }

    func search(_ name: String) -> [Match] {
        let found = kinds.flatMap { kind, word in
            site.house.house.designations.filter { $0.kind == kind }.flatMap { designation in
                ((try? site.house.layers.matches(named: name, designation: designation.id)) ?? []).map { match in
                    (
                        isExact: match.isExact,
                        match: Match(
                            key: "\(designation.id)/\(match.feature.id)",
                            title: "\(match.feature.name ?? match.feature.id) (\(word))", shape: match.shape)
                    )
                }
            }
        }
        let exact = found.filter(\.isExact)
        return (exact.isEmpty ? found : exact).map(\.match).prefix(12).map { $0 }
    }

    /// The place of a key that ``search(_:)`` gave.
    func match(_ key: String) -> Match? {
        guard let slash = key.firstIndex(of: "/") else { return nil }
        let designation = String(key[..<slash])
        let feature = String(key[key.index(after: slash)...])
        let features = (try? site.house.layers.features(of: designation)) ?? []
        guard let name = features.first(where: { $0.id == feature })?.name else { return nil }
        return search(name).first { $0.key == key }
    }
}
