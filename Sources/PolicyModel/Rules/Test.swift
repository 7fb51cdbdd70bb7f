/// A condition on the place, on what is done, or on what a person knows. Evaluates to a ``Truth``.
///
/// In content a test is a mapping with one leading key; `all`, `any` and `not` combine.
public indirect enum Test: Sendable, Hashable {
    case all([Test])
    case any([Test])
    case not(Test)

    // Place
    case anywhere
    /// The part overlaps the designation above the sliver limit.
    case inside(designation: String)
    /// The part lies at most so many metres from the designation, at whatever depth its features are.
    case within(designation: String, metres: Double)
    /// The part overlaps the named feature of the designation.
    case feature(designation: String, name: String)
    /// A feature that is hit has an attribute that satisfies the comparison.
    case attribute(designation: String, name: String, comparison: Comparison, value: PropertyValue)
    /// The share of the part that overlaps the designation on the map satisfies the comparison.
    case share(designation: String, comparison: Comparison, value: Double)
    /// The part lies on the side of a settlement that faces the designation, at most `metres` from that settlement.
    case towards(settlement: String, designation: String, metres: Double)
    /// A person says whether the place is of the kind that the text means.
    case openPlace(OpenQuestion)

    // What is done
    case property(PropertyTest)
    case activity([String])
    case change([ChangeKind])
    case phase([Phase])
    case initiator(role: String)
    /// The activity results in another primary function than the place has.
    case functionChange
    /// Norms that contradict each other meet here, or primary functions overlap.
    case interestsCollide
    /// Another part of the same initiative does one of these activities (in one of these phases).
    case otherPart(activities: [String], phase: [Phase])

    // People
    case open(OpenQuestion)
}

/// A comparison with a declared property.
public struct PropertyTest: Sendable, Hashable, Codable {
    public var property: String
    public var `is`: Comparison
    public var value: PropertyValue?
    @OrEmpty public var values: [PropertyValue]
    /// UCUM unit of `value`.
    public var unit: String?
    /// Half the width of the band in which "circa" leaves the answer open, in `unit`.
    public var fuzzy: Double?
    /// Declared values that leave the answer open ("onbekend").
    @OrEmpty public var unknownFor: [PropertyValue]
    /// Asks only what was declared: not told is no, instead of unknown.
    public var declaredOnly: Bool?
}

/// What kind of change an initiative is.
public enum ChangeKind: String, Sendable, Hashable, Codable, CaseIterable {
    case nieuw, uitbreiding, wijziging, verlenging, voortzetting, beeindiging, herbestemming
}

/// The phase of an activity's life.
public enum Phase: String, Sendable, Hashable, Codable, CaseIterable {
    case aanleg, gebruik, nagebruik
}
