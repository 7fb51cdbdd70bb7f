internal import CanonicalJSON
internal import Geometry
internal import Intake

/// In which CRS the file of a plan is.
enum PlanCRS: Equatable {
    case rd
    /// Degrees; in which order they stand is seen from the numbers when the file leaves room for both.
    case degrees(order: Order, isAssumed: Bool)

    enum Order: Equatable { case longitudeFirst, either }

    /// What the owner chose.
    init(stated crs: CRS) { self = crs == .rd ? .rd : .degrees(order: .either, isAssumed: false) }

    /// The name of a CRS as GeoJSON files write it.
    ///
    /// Programs differ in the order of ETRS89 and EPSG:4326; in the Netherlands the numbers themselves tell.
    init(name: String) throws(IntakeRefused) {
        if let crs = CRS(parsing: name) {
            self = crs == .rd ? .rd : .degrees(order: crs == .crs84 ? .longitudeFirst : .either, isAssumed: false)
            return
        }
        switch name.lowercased().split(whereSeparator: { ":/".contains($0) }).last {
        case "4326", "4979", "4937": self = .degrees(order: .either, isAssumed: false)
        case "7415": self = .rd
        default: throw Self.unknown(name)
        }
    }

    static func unknown(_ name: String) -> IntakeRefused {
        IntakeRefused(
            .unknownCRS, "Het bestand staat in het coördinatenstelsel ‘\(name.prefix(80))’. Dat rekent Kompas niet om.",
            help: "Bewaar het in RD (EPSG:28992), ETRS89 (EPSG:4258) of WGS 84 (EPSG:4326) en probeer het opnieuw.")
    }

    static let missing = IntakeRefused(
        .noCRS, "Het bestand zegt niet in welk coördinatenstelsel het staat.",
        help: "Bewaar het opnieuw mét het coördinatenstelsel, of kies hierbij in welk stelsel het staat.")
}
