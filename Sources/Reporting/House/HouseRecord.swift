public import PolicyModel

/// Identifies a record of a house, or a part of one.
public struct RecordKey: Sendable, Hashable {
    public var kind: RecordKind
    public var id: String
    /// The record that a part stands in; ids of parts are unique only there.
    public var owner: String?

    public init(_ kind: RecordKind, _ id: String, owner: String? = nil) {
        self.kind = kind
        self.id = id
        self.owner = owner
    }
}

/// A record of a house by what every kind has in common, with the record itself.
public struct HouseRecord: Sendable {
    public var key: RecordKey
    public var title: String
    public var summary: String?
    public var sources: [SourceReference]
    public var value: Value

    public var kind: RecordKind { key.kind }
    public var id: String { key.id }

    /// The record itself.
    public enum Value: Sendable {
        case norm(Norm)
        case document(PolicyDocument)
        case designation(Designation)
        case layer(LayerBinding)
        case activity(Activity)
        case property(PropertyDefinition)
        case function(PrimaryFunction)
        case term(Term)
        case goal(Goal)
        case role(Role)
        case frame(Frame)
        case useRanking(UseRanking)
        case placeLadder(PlaceLadder)
        case agreement(Agreement)
        case contribution(Contribution)
        case inconsistency(Inconsistency)
        case signpost(Signpost)
        case figure(Figure)
        case issue(Issue)
        case programme(Programme)
        case instrument(Instrument)
        case indicator(Indicator)
        case cycleMoment(CycleMoment)
        case openQuestion(OpenQuestion)
        /// A part of a record, of which the record tells the rest.
        case part
    }
}
