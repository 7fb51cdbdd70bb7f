import Assessment
import Geometry
import MapLayers
import PolicyModel

/// A place that an answer is about: its shape and what it is called.
struct AskedPlace: Sendable {
    /// Side of the square that an answer about a point is given for while lines are rough.
    static let squareMetres = 1_000.0

    var address: PlaceAddress
    /// What it is called, as a heading.
    var title: String
    /// What kind of place it is, or how far it reaches.
    var kind: String
    var shape: Shape
    var middle: Position
    /// The answer is about the square around the point and not about the point.
    var isSquare: Bool

    /// - Throws: ``PageRefused/notFound`` for a place that is not there.
    init(_ address: PlaceAddress, in house: SiteHouse) throws {
        switch address {
        case .town(let name):
            guard let entry = house.places.named(name).first(where: { $0.kind == .settlement }) else {
                throw PageRefused.notFound
            }
            try self.init(entry, in: house)
        case .area(let id):
            guard let entry = house.places.entry(id) else { throw PageRefused.notFound }
            try self.init(entry, in: house)
        case .point(let position): try self.init(position, in: house)
        }
    }

    private init(_ entry: PlaceDirectory.Entry, in house: SiteHouse) throws {
        guard let shape = try house.places.shape(of: entry) else { throw PageRefused.notFound }
        address = PlaceAddress(entry)
        title = entry.name
        kind = PlaceName.kind(entry)
        self.shape = shape
        middle = try shape.innerPosition()
        isSquare = false
    }

    private init(_ position: Position, in house: SiteHouse) throws {
        address = .point(position)
        middle = position
        isSquare = house.isRough
        if isSquare {
            let side = Self.squareMetres
            let corner = Position(
                x: (position.x / side).rounded(.down) * side, y: (position.y / side).rounded(.down) * side)
            shape = try .rectangle(
                BoundingBox(minX: corner.x, minY: corner.y, maxX: corner.x + side, maxY: corner.y + side))
            kind = "vierkant van 1 bij 1 kilometer"
        } else {
            shape = try .point(x: position.x, y: position.y)
            kind = "punt"
        }
        title = Self.name(position, in: house)
    }

    /// Called after the town that it lies in or near; only with numbers when there is none.
    private static func name(_ position: Position, in house: SiteHouse) -> String {
        let numbers = "RD \(Int(position.x)), \(Int(position.y))"
        guard let point = try? Shape.point(x: position.x, y: position.y) else { return numbers }
        let towns = Set(house.house.designations.filter { $0.kind == .settlement }.map(\.id))
        var nearest: (name: String, metres: Double)?
        for layer in house.layers.layers where towns.contains(layer.designation) {
            let room = point.boundingBox.grown(by: 6_000)
            for drawn in (try? house.layers.drawing(of: layer.id, in: room, toleranceMetres: 5)) ?? [] {
                guard let name = drawn.feature.name, let metres = try? drawn.shape.distance(to: point),
                    metres < nearest?.metres ?? .infinity
                else { continue }
                nearest = (name, metres)
            }
        }
        guard let nearest else { return numbers }
        return nearest.metres == 0 ? "\(nearest.name) (\(numbers))" : "Bij \(nearest.name) (\(numbers))"
    }
}
