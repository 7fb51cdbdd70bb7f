public import PolicyModel

/// What one bit of a plane says of a cell. Every one is a fact of an assessment of the footprint on that cell.
public enum PlaneSource: Sendable, Hashable {
    /// The footprint overlaps one of the features of a layer, by their numbers; of any feature without numbers.
    case hit(layer: String, features: [Int]?)
    /// It overlaps none, but one lies within the precision width.
    case near(layer: String)
    /// It overlaps none, none is near, and part of it lies where the layer knows nothing.
    case noData(layer: String)
    /// One of the features lies within so many metres (nearer than that when `strictly`).
    case within(layer: String, features: [Int]?, metres: Double, strictly: Bool)
    /// The layer knows everything within its search distance; true too where a feature is hit or near.
    case searchCovered(layer: String)
    /// The share that overlaps compares so with a value; false where nothing is hit.
    case share(layer: String, comparison: Comparison, value: Double)
    /// It lies on the side of a settlement that faces a designation: certainly, or possibly.
    case towards(TowardsKey, possibly: Bool)
    /// Not wholly outside the house.
    case insideHouse

    /// The layer that it is about, if it is one.
    public var layer: String? {
        switch self {
        case .hit(let layer, _), .near(let layer), .noData(let layer), .within(let layer, _, _, _),
            .searchCovered(let layer), .share(let layer, _, _):
            layer
        case .towards, .insideHouse: nil
        }
    }
}

extension PlaneSource: CustomStringConvertible {
    public var description: String {
        switch self {
        case .hit(let layer, let features): "in(\(layer)\(Self.list(features)))"
        case .near(let layer): "near(\(layer))"
        case .noData(let layer): "no-data(\(layer))"
        case .within(let layer, let features, let metres, let strictly):
            "distance(\(layer)\(Self.list(features))) \(strictly ? "<" : "<=") \(metres) m"
        case .searchCovered(let layer): "search-covered(\(layer))"
        case .share(let layer, let comparison, let value): "share(\(layer)) \(comparison.rawValue) \(value)"
        case .towards(let key, let possibly):
            "towards(\(key.settlement), \(key.designation), \(key.metres) m)\(possibly ? " possibly" : "")"
        case .insideHouse: "inside-house"
        }
    }

    private static func list(_ features: [Int]?) -> String {
        features.map { " #" + $0.map(String.init).joined(separator: ",") } ?? ""
    }
}
