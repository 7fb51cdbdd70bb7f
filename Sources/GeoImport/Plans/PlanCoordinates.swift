internal import CanonicalJSON
internal import Foundation
internal import Geometry
internal import Intake

/// Checks that coordinates can be what the file says they are, and makes shapes of them.
struct PlanCoordinates {
    private let stated: PlanCRS

    init(_ crs: PlanCRS) { stated = crs }

    /// In which CRS the file is, for people.
    var crs: CRS { stated == .rd ? .rd : .crs84 }

    /// The shape in RD of a feature, which is named by its place in the file.
    func shape(of geometry: JSONValue, feature: Int) throws(IntakeRefused) -> Shape {
        guard let type = geometry["type"]?.string, Shape.Kind(rawValue: type) != nil else {
            throw Self.wrongKind(geometry, feature)
        }
        let coordinates = geometry["coordinates"] ?? .null
        let order = order(of: coordinates)
        do throws(GeometryProblems) {
            return try GeometryReader(crs: order).read(geometry)
        } catch {
            // What is wrong with the form goes before where it lies.
            if let problem = error.problems.first(where: { $0.code != .outOfRange }) {
                throw Self.words(problem, feature)
            }
            guard let outside = Self.firstOutside(coordinates, order) else { throw .tooHeavy }
            throw refusal(of: outside, feature)
        }
    }

    /// How the two numbers are read.
    private func order(of coordinates: JSONValue) -> CRS {
        switch stated {
        case .rd: .rd
        case .degrees(.longitudeFirst, _): .crs84
        case .degrees(.either, _): Self.first(coordinates).map { Self.fits($0, .etrs89) } == true ? .etrs89 : .crs84
        }
    }

    private static func fits(_ position: Position, _ crs: CRS) -> Bool {
        crs.range.first.contains(position.x) && crs.range.second.contains(position.y)
    }

    private static func position(_ value: JSONValue) -> Position? {
        guard let x = value[0]?.number, let y = value[1]?.number else { return nil }
        return Position(x: x, y: y)
    }

    private static func first(_ value: JSONValue) -> Position? {
        if let position = position(value) { return position }
        guard let items = value.array else { return nil }
        for item in items { if let found = first(item) { return found } }
        return nil
    }

    private static func firstOutside(_ value: JSONValue, _ crs: CRS) -> Position? {
        if let position = position(value) { return fits(position, crs) ? nil : position }
        guard let items = value.array else { return nil }
        for item in items { if let found = firstOutside(item, crs) { return found } }
        return nil
    }

    private func refusal(of position: Position, _ feature: Int) -> IntakeRefused {
        let place = Self.text(position)
        let swapped = Position(x: position.y, y: position.x)
        let says = Self.says(stated)
        if Self.fits(swapped, stated == .rd ? .rd : .crs84) {
            return IntakeRefused(
                .wrongCoordinates, "De twee getallen van een punt staan omgekeerd: \(place).",
                help: stated == .rd
                    ? "In RD komt eerst x (oost), dan y (noord). Draai ze om en bewaar het bestand opnieuw."
                    : "In GeoJSON komt eerst de lengtegraad, dan de breedtegraad. Draai ze om en bewaar het bestand opnieuw."
            )
        }
        if stated == .rd, Self.fits(position, .crs84) || Self.fits(swapped, .crs84) {
            return IntakeRefused(
                .wrongCoordinates, "\(says) RD, maar de coördinaten zijn graden: \(place).",
                help: "Stel in uw kaartprogramma het stelsel WGS 84 (EPSG:4326) in en bewaar het bestand opnieuw.")
        }
        if stated != .rd, Self.fits(position, .rd) {
            return IntakeRefused(
                .wrongCoordinates, "\(says) graden, maar de coördinaten zijn meters in RD: \(place).",
                help: "Bewaar het bestand opnieuw als RD (EPSG:28992), mét dat stelsel erbij.")
        }
        return IntakeRefused(
            .wrongCoordinates,
            "Onderdeel \(feature) ligt buiten Nederland, of het coördinatenstelsel klopt niet: \(place).",
            help:
                "Kijk in uw kaartprogramma of het plan op de goede plek ligt, en bewaar het in RD (EPSG:28992) of WGS 84."
        )
    }

    private static func says(_ crs: PlanCRS) -> String {
        if case .degrees(_, isAssumed: true) = crs {
            return "Het bestand noemt geen coördinatenstelsel en is dan in"
        }
        return "Het bestand zegt dat het staat in"
    }

    /// In Dutch, with commas.
    static func text(_ position: Position) -> String {
        [position.x, position.y].map { value in
            let decimals = abs(value) >= 1_000 ? 1 : 6
            let text = String(format: "%.\(decimals)f", locale: Locale(identifier: "en_US_POSIX"), value)
            let trimmed = String(text.reversed().drop { $0 == "0" }.reversed())
            return (trimmed.hasSuffix(".") ? String(trimmed.dropLast()) : trimmed).replacing(".", with: ",")
        }.joined(separator: "; ")
    }

    private static func wrongKind(_ geometry: JSONValue, _ feature: Int) -> IntakeRefused {
        guard geometry["type"]?.string == "GeometryCollection" else {
            return IntakeRefused(
                .broken, "Onderdeel \(feature) heeft geen geldige geometrie.",
                help: "Bewaar het opnieuw vanuit uw kaartprogramma. Kompas kent punten, lijnen en vlakken.")
        }
        return IntakeRefused(
            .wrongGeometry, "Onderdeel \(feature) is een verzameling van vormen (GeometryCollection).",
            help: "Maak van elke vorm een eigen onderdeel en bewaar het bestand opnieuw.")
    }

    private static func words(_ problem: GeometryProblem, _ feature: Int) -> IntakeRefused {
        guard problem.code == .invalid else {
            return IntakeRefused(
                .broken, "Onderdeel \(feature) klopt niet: \(problem.message).",
                help: "Herstel het in uw kaartprogramma en bewaar het bestand opnieuw.")
        }
        return IntakeRefused(
            .invalidGeometry, "De vorm van onderdeel \(feature) klopt niet: \(problem.message).",
            help: "Herstel de vorm op die plek in uw kaartprogramma en bewaar het bestand opnieuw.")
    }
}
