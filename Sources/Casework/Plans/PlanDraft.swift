public import CanonicalJSON
public import PolicyModel

/// A plan as people tell it, piece by piece: complete or not. The same value as the GeoJSON that is assessed; members of a
/// file that no form asks for are kept as they are.
///
/// ## Topics
/// - Reading and writing: ``init(_:)``, ``input``
/// - Parts: ``parts``, ``part(_:)``, ``addPart()``, ``removePart(_:)``
/// - How far it is: ``isComplete(_:)``, ``nextStep``
public struct PlanDraft: Sendable, Hashable {
    public var title: String?
    public var initiatorRole: String?
    /// At least one.
    public var parts: [Part]
    /// What people answered to open questions, by question.
    public var answers: [String: Answer]
    public var contests: [Contest]
    /// Members that no form asks for.
    var others: JSONObject

    /// One thing that is done in one place.
    public struct Part: Sendable, Hashable, Identifiable {
        /// Stays the same while other parts come and go.
        public var id: String
        public var activities: [String]
        public var change: ChangeKind?
        public var phase: Phase?
        public var durationYears: Double?
        /// Metres below ground level where it happens; half-open.
        public var use: DepthInterval?
        /// What it passes through, when that was told apart.
        public var reach: DepthInterval?
        /// GeoJSON geometry in EPSG:28992; `null` when there is none yet.
        public var geometry: JSONValue
        /// How the place was told, for people: a name, a circle around a point.
        public var placeNote: String?
        /// Declared properties by id, as the assessment reads them.
        public var properties: [String: JSONValue]
        var others: JSONObject

        public init(id: String) {
            self.id = id
            activities = []
            geometry = .null
            properties = [:]
            others = JSONObject()
        }

        public var hasPlace: Bool { geometry.object != nil }
    }

    /// What somebody answered to a question that people must judge.
    public struct Answer: Sendable, Hashable {
        public var value: Bool
        /// In which role, never a name.
        public var by: String?
        public var reason: String?
        public var on: PolicyDate?

        public init(value: Bool, by: String? = nil, reason: String? = nil, on: PolicyDate? = nil) {
            self.value = value
            self.by = by
            self.reason = reason
            self.on = on
        }
    }

    /// A finding that somebody disputes.
    public struct Contest: Sendable, Hashable {
        public var finding: String
        public var by: String?
        public var reason: String?

        public init(finding: String, by: String? = nil, reason: String? = nil) {
            self.finding = finding
            self.by = by
            self.reason = reason
        }
    }

    /// A plan of which nothing was told yet.
    public init() {
        parts = [Part(id: "1")]
        answers = [:]
        contests = []
        others = JSONObject()
    }
}

extension PlanDraft {
    /// The most parts that forms add.
    public static let mostParts = 20

    /// The part with that id; the first when there is none, for a link may be old.
    public func part(_ id: String?) -> Part { parts.first { $0.id == id } ?? parts[0] }

    public func hasPart(_ id: String) -> Bool { parts.contains { $0.id == id } }

    /// Changes the part with that id, when it is there.
    public mutating func changePart(_ id: String, _ change: (inout Part) -> Void) {
        guard let place = parts.firstIndex(where: { $0.id == id }) else { return }
        change(&parts[place])
    }

    /// Adds an empty part.
    /// - Returns: its id; `nil` when there are too many.
    public mutating func addPart() -> String? {
        guard parts.count < Self.mostParts else { return nil }
        let numbers = parts.compactMap { Int($0.id) }
        let id = String((numbers.max() ?? parts.count) + 1)
        parts.append(Part(id: id))
        return id
    }

    /// Takes a part away; the last one stays, emptied.
    public mutating func removePart(_ id: String) {
        parts.removeAll { $0.id == id }
        if parts.isEmpty { parts = [Part(id: id)] }
    }

    /// Whether enough was told in this step to go on.
    public func isComplete(_ step: PlanStep) -> Bool {
        switch step {
        case .what: parts.allSatisfy { !$0.activities.isEmpty }
        case .place: parts.allSatisfy(\.hasPlace)
        case .details: true
        }
    }

    /// The first step in which something must still be told before the plan can be assessed.
    public var nextStep: PlanStep? { PlanStep.allCases.first { !isComplete($0) } }

    /// The part that misses something in a step.
    public func firstIncompletePart(_ step: PlanStep) -> Part? {
        switch step {
        case .what: parts.first { $0.activities.isEmpty }
        case .place: parts.first { !$0.hasPlace }
        case .details: nil
        }
    }
}

/// The steps in which a plan is told.
public enum PlanStep: String, Sendable, Hashable, CaseIterable {
    case what = "wat"
    case place = "waar"
    case details
}
