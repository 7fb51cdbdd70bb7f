/// Why a map cannot be made: plain Dutch, lower case, no final period.
public enum OpportunityError: Error, Sendable, Hashable, CustomStringConvertible {
    case cellSize(Double)
    case tooManyCells(Int)
    case footprint(Double)
    case noOutline
    case layer(String)
    case cancelled
    case writing(String)

    public var description: String {
        switch self {
        case .cellSize(let metres):
            "een cel van \(metres) meter kan niet; kies een maat van 1 tot 5000 meter, op de centimeter"
        case .tooManyCells(let count):
            "de kaart zou \(count) cellen krijgen, meer dan \(CellGrid.cellLimit); kies grotere cellen"
        case .footprint(let hectares):
            "een plan van \(hectares) hectare kan niet; kies een oppervlakte van 0,01 tot 10000 hectare"
        case .noOutline: "de omtrek van het gebied is niet te lezen"
        case .layer(let why): "rekenen met een kaartlaag mislukte: \(why)"
        case .cancelled: "afgebroken"
        case .writing(let why): "schrijven mislukte: \(why)"
        }
    }
}
