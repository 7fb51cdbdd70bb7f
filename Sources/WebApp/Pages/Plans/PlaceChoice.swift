import Assessment
import Foundation
import Geometry
import PolicyModel

/// A place that somebody chose for a plan: its shape, and how it was told.
struct ChosenPlace {
    var shape: Shape
    /// `nil` for a bare point.
    var note: String?

    /// `nil` when there is no such place.
    init?(_ address: PlaceAddress, in house: SiteHouse) {
        switch address {
        case .point(let position):
            guard let point = try? Shape.point(x: position.x, y: position.y) else { return nil }
            (shape, note) = (point, nil)
        case .town, .area:
            guard let entry = Self.entry(address, in: house), let shape = try? house.places.shape(of: entry) else {
                return nil
            }
            (self.shape, note) = (shape, entry.name)
        }
    }

    static func entry(_ address: PlaceAddress, in house: SiteHouse) -> PlaceDirectory.Entry? {
        switch address {
        case .town(let name): house.places.named(name).first { $0.kind == .settlement }
        case .area(let id): house.places.entry(id)
        case .point: nil
        }
    }
}

/// What somebody may have meant with the text in the field for a place, to choose from.
struct PlaceChoice {
    struct Candidate {
        /// The place as an address names it.
        var value: String
        var label: String
        /// For the id of its control.
        var number: Int
        var isOnly: Bool
    }

    private(set) var candidates: [Candidate] = []
    private(set) var problem: String?
    /// The first candidate on the map: x, y and level.
    private(set) var view: String?

    init(_ text: String, in house: SiteHouse) {
        let found = PlaceFinder(house: house).find(text)
        let addresses: [PlaceAddress] =
            switch found {
            case .one(let address): [address]
            case .choice(let matches, _): matches.map { PlaceAddress($0.entry) }
            case .outside, .noPlace, .nothing: []
            }
        candidates = addresses.enumerated().map { number, address in
            Candidate(
                value: address.query, label: Self.label(address, in: house), number: number + 1,
                isOnly: addresses.count == 1)
        }
        problem = PlaceWords(house).sentence(found, query: text)
        view = addresses.first.flatMap { ChosenPlace($0, in: house) }.map { Self.view($0.shape.boundingBox) }
    }

    private static func label(_ address: PlaceAddress, in house: SiteHouse) -> String {
        if case .point(let position) = address { return "Het punt RD \(Int(position.x)), \(Int(position.y))" }
        guard let entry = ChosenPlace.entry(address, in: house) else { return "" }
        return "\(entry.name) (\(PlaceName.kind(entry)))"
    }

    /// Metres a pixel at level 0 of the Dutch tile matrix set; each level halves them.
    private static let coarsest = 3440.64
    private static let closest = 10.0

    private static func view(_ box: BoundingBox) -> String {
        let metres = max(box.width / 600, box.height / 400, 0.5)
        let level = min(closest, max(0, log2(coarsest / metres)))
        return "\(Int((box.minX + box.maxX) / 2)) \(Int((box.minY + box.maxY) / 2)) \((level * 10).rounded() / 10)"
    }
}
