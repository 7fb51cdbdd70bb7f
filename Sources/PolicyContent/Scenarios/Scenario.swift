public import CanonicalJSON
public import PolicyModel

/// An executable example beside the content: an initiative, and what policy says about it according to the text.
public struct Scenario: Sendable, Hashable {
    public var id: String
    public var title: String
    /// The passages that it was written from.
    public var sources: [SourceReference]
    /// The day whose policy is applied.
    public var on: PolicyDate
    /// Members of the properties of the initiative, as in an input file.
    public var given: JSONObject
    public var answers: [String: Bool]
    public var initiator: String?
    public var place: Place
    /// Other parts of the same initiative, each with its own place.
    public var otherParts: [Part]
    public var expectations: [Expectation]
    /// Norms of which no finding may appear.
    public var absent: [String]
    /// `file:line:column` where it stands, from the house.
    public var location: String

    public struct Part: Sendable, Hashable {
        public var given: JSONObject
        public var place: Place

        public init(given: JSONObject, place: Place) {
            self.given = given
            self.place = place
        }
    }

    /// A place: told by its facts, or a real one on the map layers.
    public enum Place: Sendable, Hashable {
        case facts(GivenFacts)
        /// Coordinates in the CRS of the house; metres around them, or none for a point.
        case point(x: Double, y: Double, radius: Double?)
    }

    /// Facts of a place that are taken for granted, whatever the layers say. What is not named is not there.
    public struct GivenFacts: Sendable, Hashable {
        public var features: [Feature] = []
        /// Metres to the nearest feature of a designation.
        public var distances: [String: Double] = [:]
        /// Share of the place within a designation, from 0 to 1.
        public var shares: [String: Double] = [:]
        /// Designations of which nothing is known here.
        public var unknown: Set<String> = []
        /// Settlements on whose side of a designation the place lies: settlement to designation.
        public var towards: [String: String] = [:]

        /// A place of which nothing is told but that nothing is there.
        public init() {}

        public struct Feature: Sendable, Hashable {
            public var designation: String
            public var name: String?
            public var attributes: [String: PropertyValue] = [:]
            public var depth: DepthInterval?
        }
    }

    /// What must be found.
    public struct Expectation: Sendable, Hashable {
        public enum Subject: Sendable, Hashable {
            /// A finding of this norm, in this state; `nil` for any.
            case norm(String, state: String?, conditions: String?)
            case trigger(String, state: String)
            /// The plan stands on this rung; `nil` when it cannot be said.
            case rung(ladder: String, rung: String?)
            /// An edge of a use-ranking is shown: the other use goes first here, yields here, or its claim is unknown.
            case edge(String, shown: String)
        }
        public var subject: Subject
    }
}
