import PolicyModel

/// Which record names which, in both directions. Parts have no links of their own: what they name, their record names.
public struct HouseLinks: Sendable {
    private var outgoing: [RecordKey: [RecordLink]] = [:]
    private var incoming: [RecordKey: [RecordLink]] = [:]

    /// Links to records that do not exist are left out; a check of the content reports them.
    public init(_ records: HouseRecords) {
        let groups = LinkGroups(records)
        for record in records.all where !record.kind.isPart {
            var links = RecordLinks(of: record, groups: groups)
            links.collect()
            let found = links.found.filter { records[$0.to] != nil && $0.to != record.key }
            outgoing[record.key] = found
            for link in found { incoming[link.to, default: []].append(link) }
        }
        for record in records.all where record.kind.isPart {
            guard let owner = record.key.owner, let kind = record.kind.ownerKind else { continue }
            let link = RecordLink(from: RecordKey(kind, owner), relation: .part, to: record.key)
            incoming[record.key, default: []].insert(link, at: 0)
        }
    }

    /// What a record names, in the order in which it does; each once per relation.
    public func from(_ key: RecordKey) -> [RecordLink] { outgoing[key] ?? [] }

    /// What names a record, in the order of the house.
    public func to(_ key: RecordKey) -> [RecordLink] { incoming[key] ?? [] }

    /// The records that name a record, each once, in the order of the house.
    public func users(of key: RecordKey) -> [RecordKey] {
        var seen: Set<RecordKey> = []
        return to(key).map(\.from).filter { seen.insert($0).inserted }
    }
}

extension RecordKind {
    /// The kind of record that a part of this kind stands in.
    var ownerKind: RecordKind? {
        switch self {
        case .condition: .norm
        case .principle, .questionGroup, .question, .statement, .criterion, .outcome, .trigger, .step: .frame
        case .edge: .useRanking
        case .rung: .placeLadder
        default: nil
        }
    }
}

/// Norms and figures that say the same in several documents.
struct LinkGroups {
    private(set) var norms: [String: [String]] = [:]
    private(set) var figures: [String: [String]] = [:]

    init(_ records: HouseRecords) {
        for record in records.all {
            switch record.value {
            case .norm(let norm): if let group = norm.sameAs { norms[group, default: []].append(norm.id) }
            case .figure(let figure): if let group = figure.sameAs { figures[group, default: []].append(figure.id) }
            default: break
            }
        }
    }
}
