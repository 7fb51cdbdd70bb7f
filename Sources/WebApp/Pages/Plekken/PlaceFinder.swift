import Assessment
import Geometry
import MapLayers
import PolicyModel

/// What somebody may have meant with the text in a field for places.
enum FoundPlace: Sendable {
    /// One place.
    case one(PlaceAddress)
    /// More than one place has the name, or none has it and these are like it.
    case choice([PlaceDirectory.Match], isExact: Bool)
    /// Coordinates outside the house.
    case outside(Position)
    /// Numbers that are no place in the Netherlands.
    case noPlace
    case nothing
}

/// Finds places: by name, or by RD or degrees in the same field. Shared by all pages that ask for a place.
struct PlaceFinder: Sendable {
    let house: SiteHouse

    func find(_ text: String) -> FoundPlace {
        if let typed = TypedPlace(text) {
            return isOutside(typed.position) ? .outside(typed.position) : .one(.point(Self.rounded(typed.position)))
        }
        if TypedPlace.isMeant(by: text) { return .noPlace }
        let named = house.places.named(text)
        let towns = named.filter { $0.kind == .settlement }
        // Who names a town means the town; two towns of one name are a choice, and so is a name that only areas have.
        if towns.count == 1 || named.count == 1 { return .one(PlaceAddress(towns.first ?? named[0])) }
        if named.count > 1 { return .choice(named.map { .init(entry: $0, score: 1, alias: nil) }, isExact: true) }
        let matches = house.places.search(text)
        return matches.isEmpty ? .nothing : .choice(matches, isExact: false)
    }

    static func rounded(_ position: Position) -> Position {
        Position(x: position.x.rounded(), y: position.y.rounded())
    }

    /// Whether a point lies outside the house; `false` when its outline cannot be read.
    func isOutside(_ position: Position) -> Bool {
        let outlines = house.layers.layers.filter { $0.designation == house.house.outline }
        guard !outlines.isEmpty, let point = try? Shape.point(x: position.x, y: position.y) else { return false }
        for layer in outlines {
            guard let shapes = try? house.layers.shapes(layer: layer.id, within: point.boundingBox.grown(by: 1)) else {
                return false
            }
            if shapes.contains(where: { (try? $0.intersects(point)) == true }) { return false }
        }
        return true
    }
}

/// What kind of place something is, in a word or two.
enum PlaceName {
    /// `kern`, `regio`, or the title of its designation.
    static func kind(_ entry: PlaceDirectory.Entry) -> String {
        switch entry.kind {
        case .settlement: "kern"
        case .municipality: "gemeente"
        case .region: "regio"
        case .neighbour: "buurgebied"
        case .outline, .policy: entry.title
        }
    }
}
