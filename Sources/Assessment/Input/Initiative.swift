public import CanonicalJSON
public import Geometry
public import NormEngine
public import PolicyModel

/// What somebody wants to do, where and how deep: decoded and checked, its geometry still as it was given.
public struct Initiative: Sendable {
    public var title: String?
    public var initiatorRole: String?
    public var parts: [Part]
    public var answers: [String: Answer]
    public var contests: [Contest]
    /// Things that do not stop an assessment but that people should know.
    public var remarks: [String]

    /// One thing that is done in one place.
    public struct Part: Sendable {
        public var id: String
        /// JSON pointer to the feature in the input.
        public var pointer: String
        public var activities: [String]
        public var change: ChangeKind?
        public var phase: Phase?
        public var use: DepthInterval?
        public var reach: DepthInterval?
        public var properties: [String: PropertyValue]
        public var declaredShares: [DeclaredShare]
        public var geometry: JSONValue
        public var crs: CRS
        /// The input gave the id; otherwise it is the position.
        public var hasOwnID: Bool
    }

    /// How much of the place the initiator says has some function.
    public struct DeclaredShare: Sendable, Hashable {
        public var function: String
        public var area: Quantity
        public var source: String?
    }

    /// A finding that somebody disputes.
    public struct Contest: Sendable, Hashable {
        public var finding: String
        public var by: String?
        public var reason: String?
    }
}
