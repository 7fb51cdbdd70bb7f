import Assessment
import Geometry

/// A place that somebody typed in a field: found, or why not.
struct SoughtPlace: Sendable {
    var position: Position?
    /// What it is called when it was asked for by name.
    var name: String?
    var message: String?

    init(_ text: String, in house: SiteHouse) {
        switch PlaceFinder(house: house).find(text) {
        case .one(let address):
            let asked = try? AskedPlace(address, in: house)
            position = asked?.middle
            name = address.isNamed ? asked?.title : nil
            if asked == nil { message = "Deze plek kan niet worden getoond. Kies een andere." }
        case .choice(let matches, _):
            let names = matches.prefix(5).map { "\($0.entry.name) (\(PlaceName.kind($0.entry)))" }
            message = "Bedoelt u \(names.joined(separator: ", "))? Schrijf de naam voluit."
        case let other: message = PlaceWords(house).sentence(other, query: text)
        }
    }

    /// A point as people find it again: the town near it, and RD.
    static func title(of position: Position, in house: SiteHouse) -> String {
        let rounded = PlaceFinder.rounded(position)
        return (try? AskedPlace(.point(rounded), in: house).title) ?? "RD \(Int(rounded.x)), \(Int(rounded.y))"
    }

    /// As a field holds it.
    static func text(of position: Position) -> String {
        "\(Int(position.x.rounded())),\(Int(position.y.rounded()))"
    }
}
