import NormEngine
import OpportunityMap
import PolicyModel

/// A grid and what stands on its cells: what planes depend on.
struct GridKey: Hashable, Sendable {
    /// Sizes that a page offers, in metres.
    static let sizes = [100, 25, 10]

    var cellMetres: Int
    /// `nil` for a point.
    var hectares: Double?

    var footprint: Footprint { hectares.map { .disc(hectares: $0) } ?? .point }
    /// Points on the same cells, for zones.
    var points: GridKey { GridKey(cellMetres: cellMetres, hectares: nil) }
}

/// A question and its grid: what a map depends on.
struct MapKey: Hashable, Sendable {
    var question: OpportunityQuestion
    var grid: GridKey
}

/// Two maps on one grid.
struct MapPair: Hashable, Sendable {
    var before: MapKey
    var after: MapKey
}

/// What a picture of a map shows.
enum MapShown: Hashable, Sendable {
    /// Every class, in reading order.
    case all
    /// What certainly applies, in reading order.
    case certain
    case one(OpportunityClass)
}

struct PictureKey: Hashable, Sendable {
    enum Subject: Hashable, Sendable {
        case map(MapKey, MapShown)
        case difference(MapPair)
        case pressure(PressureKey)
    }
    var subject: Subject
}

/// Where claims stack, on a day.
struct PressureKey: Hashable, Sendable {
    var cellMetres: Int
    var day: PolicyDate
}
