public import PolicyModel

/// A policy house with everything looked up that an evaluation asks for again and again. Built once, shared by all.
public final class HouseIndex: Sendable {
    public let house: PolicyHouse
    public let documents: [String: PolicyDocument]
    public let activities: [String: Activity]
    public let designations: [String: Designation]
    public let properties: [String: PropertyDefinition]
    public let functions: [String: PrimaryFunction]
    public let goals: [String: Goal]
    public let norms: [String: Norm]
    /// An activity and everything broader.
    let broader: [String: Set<String>]
    /// Norms per `sameAs` group.
    public let groups: [String: [Norm]]
    /// Norms that name an activity, by that activity, as positions in the house.
    private let normsByActivity: [String: [Int]]
    /// Norms about any activity, as positions in the house.
    private let normsAboutAny: [Int]
    /// Designations that carry a primary function, by id.
    public let functionDesignations: [Designation]
    /// Designations of each kind, in the order of the house.
    public let designationsByKind: [Designation.Kind: [Designation]]
    /// Designations that matter to every plan: the house itself, places, functions, and what frames and orders ask about.
    public let designationsAlwaysAskedAbout: Set<String>
    /// Per norm the designations that its tests ask about.
    public let designationsByNorm: [String: Set<String>]
    /// Short titles of documents, else their titles.
    public let documentTitles: [String: String]
    /// What is asked of a document again and again, apart from the whole of it.
    private let statusHistories: [String: [StatusStep]]
    private let documentForces: [String: BindingForce]
    /// The day on which the first status of a document began.
    public let documentBegins: [String: PolicyDate]
    /// Cells of frames that some norm bears on: frame, principle, question.
    public let cellsWithNorms: Set<[String]>
    let verifiedHashes: [String: Set<String>]
    private let effectOrder: [Effect: Int]
    private let bandOrder: [DocumentStatus: Int]
    private let contradicting: Set<EffectPair>
    let labels: LabelTable
    /// Every question that the house leaves to people.
    public let questions: Set<String>
    /// What each of those questions asks.
    public let questionTexts: [String: String]

    public init(_ house: PolicyHouse) {
        self.house = house
        documents = Self.byID(house.documents)
        activities = Self.byID(house.activities)
        designations = Self.byID(house.designations)
        properties = Self.byID(house.properties)
        functions = Self.byID(house.functions)
        goals = Self.byID(house.goals)
        norms = Self.byID(house.norms)
        broader = Self.broaderClosure(of: house.activities)
        groups = Dictionary(grouping: house.norms.filter { $0.sameAs != nil }, by: { $0.sameAs ?? "" })
        var named: [String: [Int]] = [:]
        var aboutAny: [Int] = []
        for (position, norm) in house.norms.enumerated() {
            switch norm.activities {
            case .any: aboutAny.append(position)
            case .these(let list, _):
                for activity in Set(list) { named[activity, default: []].append(position) }
            }
        }
        normsByActivity = named
        normsAboutAny = aboutAny
        functionDesignations = house.designations.filter { $0.primaryFunction != nil }.sorted { $0.id < $1.id }
        designationsByKind = Dictionary(grouping: house.designations, by: \.kind)
        designationsByNorm = norms.mapValues(\.designations)
        designationsAlwaysAskedAbout = house.designationsOfEveryPlan.union(
            house.designations.filter { $0.kind != .policy || $0.primaryFunction != nil }.map(\.id))
        documentTitles = documents.mapValues { $0.shortTitle ?? $0.title }
        statusHistories = documents.mapValues(\.statusHistory)
        documentForces = documents.mapValues(\.forceWhenAdopted)
        documentBegins = documents.compactMapValues { $0.statusHistory.compactMap(\.from).min() }
        var cells: Set<[String]> = []
        for norm in house.norms {
            for (frame, pairs) in norm.frames {
                for pair in pairs { cells.insert([frame, pair.principle, pair.question]) }
            }
        }
        cellsWithNorms = cells
        verifiedHashes = house.verified.mapValues(Set.init)
        effectOrder = Self.order(house.readingOrder.effects)
        var bands: [DocumentStatus: Int] = [:]
        for (position, band) in house.readingOrder.bands.enumerated() {
            for status in band.statuses where bands[status] == nil { bands[status] = position }
        }
        bandOrder = bands
        var pairs: Set<EffectPair> = []
        for row in house.contradictions {
            for left in row.between {
                for right in row.and where left != right { pairs.insert(EffectPair(left, right)) }
            }
        }
        contradicting = pairs
        labels = LabelTable(house.labels)
        let open = house.openQuestions
        questions = Set(open.map(\.question))
        questionTexts = Dictionary(open.map { ($0.question, $0.asks) }, uniquingKeysWith: { first, _ in first })
    }

    private static func byID<Value: Identifiable>(_ values: [Value]) -> [Value.ID: Value] {
        Dictionary(values.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private static func order<Value: Hashable>(_ values: [Value]) -> [Value: Int] {
        Dictionary(zip(values, values.indices), uniquingKeysWith: { first, _ in first })
    }

    private static func broaderClosure(of activities: [Activity]) -> [String: Set<String>] {
        let direct = Dictionary(activities.map { ($0.id, $0.broader) }, uniquingKeysWith: { first, _ in first })
        var closure: [String: Set<String>] = [:]
        for activity in activities {
            var reached: Set<String> = [activity.id]
            var open = activity.broader
            while let next = open.popLast() {
                if reached.insert(next).inserted { open += direct[next] ?? [] }
            }
            closure[activity.id] = reached
        }
        return closure
    }

    /// The activity and everything broader than it.
    public func reach(of activity: String) -> Set<String> { broader[activity] ?? [activity] }

    /// Whether one of the activities is, or is narrower than, one of the listed.
    public func anyOf(_ activities: [String], isWithin listed: [String]) -> Bool {
        activities.contains { activity in
            let reach = reach(of: activity)
            return listed.contains { reach.contains($0) }
        }
    }

    /// Whether a scope is about at least one of the activities.
    public func scope(_ scope: ActivityScope, covers activities: [String]) -> Bool {
        switch scope {
        case .these(let list, let except):
            activities.contains { anyOf([$0], isWithin: list) && !anyOf([$0], isWithin: except) }
        case .any(let except): activities.contains { !anyOf([$0], isWithin: except) }
        }
    }

    /// Norms that are about at least one of the activities, in the order of the house.
    public func norms(about activities: [String]) -> [Norm] {
        var positions = Set(normsAboutAny)
        for activity in activities {
            for reached in reach(of: activity) { positions.formUnion(normsByActivity[reached] ?? []) }
        }
        positions = positions.filter { scope(house.norms[$0].activities, covers: activities) }
        return positions.sorted().map { house.norms[$0] }
    }

    /// The status of a document on a day; `nil` when it is not known or the document had none yet.
    public func status(ofDocument id: String, on day: PolicyDate) -> DocumentStatus? {
        statusHistories[id].flatMap { StatusStep.status(on: day, in: $0) }
    }

    /// Whether what a document says counts on a day. A draft counts, in a band of its own; a document that is due for
    /// review or of which no status is known is uncertain.
    public func validity(ofDocument id: String, on day: PolicyDate) -> Truth {
        guard let history = statusHistories[id], !history.isEmpty else { return .unknown }
        switch StatusStep.status(on: day, in: history) {
        case .draft, .adopted, .inForce: return .yes
        case .dueForReview: return .unknown
        case .withdrawn, .superseded, .expired, nil: return .no
        }
    }

    /// How far a norm binds: a draft binds nobody yet, and a norm may bind less than its document.
    public func force(of norm: Norm, status: DocumentStatus?) -> BindingForce {
        if status == .draft { return .none }
        return norm.force ?? documentForces[norm.source.document] ?? .none
    }

    /// Whether two effects pull against each other.
    public func contradict(_ left: Effect, _ right: Effect) -> Bool {
        contradicting.contains(EffectPair(left, right))
    }

    /// Where a finding stands in the house's reading order; lower is read first.
    public func readingPosition(status: DocumentStatus?, effect: Effect) -> (band: Int, effect: Int) {
        let band = status.flatMap { bandOrder[$0] } ?? house.readingOrder.bands.count
        return (band, effectOrder[effect] ?? house.readingOrder.effects.count)
    }

    /// The label of a finding; the name of the effect when the house has none.
    public func label(effect: Effect, force: BindingForce, status: DocumentStatus?) -> String {
        labels.label(effect: effect, force: force, status: status)
    }

    /// Whether a machine has found this passage in its document.
    public func isVerified(_ source: SourceReference) -> Bool {
        guard let hash = source.passage.sha256 else { return false }
        return verifiedHashes[source.document]?.contains(hash) ?? false
    }
}

/// An unordered pair of effects.
private struct EffectPair: Hashable {
    let first: Effect
    let second: Effect

    init(_ left: Effect, _ right: Effect) {
        (first, second) = left.rawValue <= right.rawValue ? (left, right) : (right, left)
    }
}
