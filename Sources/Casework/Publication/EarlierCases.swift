public import PolicyModel

/// An earlier weighing that has something in common, and where its reasoning went another way.
public struct EarlierCase: Sendable, Hashable {
    public var number: String
    public var publishedAt: String
    public var outcome: PublicRecord.OutcomeLine?
    /// Activities that both have.
    public var sameActivities: [String]
    /// Activities of this one that are broader or narrower than one of the other, as pairs.
    public var relatedActivities: [Related]
    /// Designations that both lie in.
    public var sameDesignations: [PublicRecord.Named]
    public var hasSameOutcome: Bool
    /// Cells in which not the same was ticked, in the order of the sheet.
    public var divergences: [Divergence]

    public struct Related: Sendable, Hashable {
        public var here: String
        public var there: String
    }

    public struct Divergence: Sendable, Hashable {
        public var cell: CellAddress
        public var here: Ticks
        public var there: Ticks
        /// What was argued there.
        public var contributesArgument: PublicText?
        public var strainsArgument: PublicText?
    }

    public struct Ticks: Sendable, Hashable {
        public var contributes: Bool
        public var strains: Bool
    }
}

extension PublicRecord {
    /// Published records that share an activity, or one that is broader or narrower. First those that do the same, then
    /// those that lie in more of the same designations, then the newest. Pure.
    ///
    /// - Parameters:
    ///   - activities: the activities of the house, to know which is broader.
    ///   - number: a record that is left out, such as this one itself.
    public func earlierCases(among records: [PublicRecord], activities: [Activity], most: Int = 10) -> [EarlierCase] {
        let taxonomy = ActivityTaxonomy(activities)
        return records.filter { $0.stamp != nil && $0.stamp?.number != stamp?.number }
            .compactMap { compare(with: $0, taxonomy) }
            .sorted { left, right in
                if left.sameActivities.isEmpty != right.sameActivities.isEmpty { return right.sameActivities.isEmpty }
                if left.sameDesignations.count != right.sameDesignations.count {
                    return left.sameDesignations.count > right.sameDesignations.count
                }
                return left.number > right.number
            }
            .prefix(most).map(\.self)
    }

    private func compare(with other: PublicRecord, _ taxonomy: ActivityTaxonomy) -> EarlierCase? {
        guard let stamp = other.stamp else { return nil }
        let (mine, theirs) = (activities.map(\.id), other.activities.map(\.id))
        let same = mine.filter(theirs.contains)
        let related = mine.flatMap { here in
            theirs.filter { here != $0 && taxonomy.areRelated(here, $0) }.map {
                EarlierCase.Related(here: here, there: $0)
            }
        }
        guard !same.isEmpty || !related.isEmpty else { return nil }
        let designations = Set(other.place.designations.map(\.id))
        return EarlierCase(
            number: stamp.number, publishedAt: stamp.publishedAt, outcome: other.outcome, sameActivities: same,
            relatedActivities: related, sameDesignations: place.designations.filter { designations.contains($0.id) },
            hasSameOutcome: outcome?.frame == other.outcome?.frame && outcome?.outcome == other.outcome?.outcome,
            divergences: divergences(from: other))
    }

    /// Cells that somebody wrote in, here or there, and that are ticked differently.
    private func divergences(from other: PublicRecord) -> [EarlierCase.Divergence] {
        var theirs: [CellAddress: CellLine] = [:]
        for frame in other.weighing {
            for cell in frame.cells { theirs[cell.address(in: frame.frame)] = cell }
        }
        return weighing.flatMap { frame in
            frame.cells.compactMap { cell in
                let address = cell.address(in: frame.frame)
                guard let there = theirs[address], there.ticks != cell.ticks else { return nil }
                return EarlierCase.Divergence(
                    cell: address, here: cell.ticks, there: there.ticks,
                    contributesArgument: there.contributesArgument, strainsArgument: there.strainsArgument)
            }
        }
    }
}

extension PublicRecord.CellLine {
    func address(in frame: String) -> CellAddress {
        CellAddress(frame: frame, principle: principle, question: question)
    }

    var ticks: EarlierCase.Ticks { EarlierCase.Ticks(contributes: contributes, strains: strains) }
}

/// Which activity is broader than which.
struct ActivityTaxonomy {
    private let broader: [String: [String]]

    init(_ activities: [Activity]) {
        broader = Dictionary(activities.map { ($0.id, $0.broader) }, uniquingKeysWith: { first, _ in first })
    }

    /// Whether one is the other or broader than it, at any distance.
    func areRelated(_ left: String, _ right: String) -> Bool {
        reach(left).contains(right) || reach(right).contains(left)
    }

    private func reach(_ activity: String) -> Set<String> {
        var reached: Set<String> = [activity]
        var open = [activity]
        while let next = open.popLast() {
            for other in broader[next] ?? [] where reached.insert(other).inserted { open.append(other) }
        }
        return reached
    }
}
