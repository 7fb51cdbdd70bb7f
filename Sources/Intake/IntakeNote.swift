public import CanonicalJSON

/// Something that was done with a file that its owner should know.
public struct IntakeNote: Sendable, Hashable {
    public enum Code: String, Sendable, Hashable, CaseIterable {
        case heightsDropped = "heights-dropped"
        case pointsOnly = "points-only"
        case mixedKinds = "mixed-kinds"
        case curvesStraightened = "curves-straightened"
        case withoutGeometry = "without-geometry"
        case crsAssumed = "crs-assumed"
        case crsStated = "crs-stated"
        case valuesLeftOut = "values-left-out"
        case withoutGrid = "without-grid"
    }

    public var code: Code
    /// Of how many features it holds, where that matters.
    public var count: Int

    public init(_ code: Code, count: Int = 0) {
        self.code = code
        self.count = count
    }

    /// A sentence or two.
    public var text: String {
        switch code {
        case .heightsDropped: "De hoogtes in het bestand zijn weggelaten. Geef de diepte bij het plan zelf op."
        case .pointsOnly:
            "In het bestand staan alleen punten. Kompas kijkt dan naar die plekken zelf; een oppervlakte is er niet."
        case .mixedKinds:
            "In het bestand staan punten, lijnen of vlakken door elkaar. Elk blijft een eigen onderdeel van het plan."
        case .curvesStraightened: "Bogen in het bestand zijn vervangen door korte rechte lijnen."
        case .withoutGeometry:
            count == 1
                ? "Eén onderdeel heeft geen plek op de kaart en is weggelaten."
                : "\(count) onderdelen hebben geen plek op de kaart en zijn weggelaten."
        case .crsAssumed:
            "Het bestand noemt geen coördinatenstelsel. Het is gelezen als lengte- en breedtegraden (WGS 84), zoals GeoJSON voorschrijft."
        case .crsStated: "Het bestand noemt geen coördinatenstelsel. Het is gelezen in het stelsel dat u koos."
        case .valuesLeftOut: "Niet alle kenmerken zijn overgenomen: er zijn er te veel, of ze zijn te lang."
        case .withoutGrid:
            "De coördinaten zijn omgerekend naar RD zonder het landelijke correctieraster. De plek kan tot 25 cm afwijken."
        }
    }

    public var json: JSONValue { ["code": .string(code.rawValue), "count": .number(Double(count))] }

    /// Reads what ``json`` wrote.
    public init?(_ json: JSONValue) {
        guard let code = json["code"]?.string.flatMap(Code.init(rawValue:)), let count = json["count"]?.number,
            let whole = Int(exactly: count)
        else { return nil }
        self.init(code, count: whole)
    }
}
