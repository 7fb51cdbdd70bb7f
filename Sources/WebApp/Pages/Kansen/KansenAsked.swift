import Assessment
import OpportunityMap
import PolicyModel

/// A question to the opportunity map that can be answered, with its second variant if it has one.
struct KansenAsked: Sendable {
    let query: KansenQuery
    let key: MapKey
    let second: KansenQuery?
    let secondKey: MapKey?
    let shown: MapShown

    /// - Parameter problems: gets what keeps it from being answered.
    init?(_ query: KansenQuery, _ site: Site, _ problems: inout [FieldError]) throws {
        problems += query.errors
        self.query = query
        let house = site.house
        let second = query.hasVariant ? query.second(house, &problems) : nil
        guard problems.isEmpty, query.hasQuestion else { return nil }
        do {
            key = try query.key(house, today: site.today)
            secondKey = try second?.key(house, today: site.today)
        } catch let refused as InputRefused {
            problems += refused.problems.map { FieldError(Self.sentence($0.message)) }
            return nil
        }
        self.second = second
        guard let shown = Self.shown(query.shown) else {
            problems.append(FieldError("‘\(query.shown)’ kan niet worden getoond. Kies uit de legenda.", field: "toon"))
            return nil
        }
        self.shown = shown
        if secondKey == key {
            problems.append(
                FieldError("De tweede variant is gelijk aan de eerste. Verander een eigenschap, de diepte of de dag."))
            return nil
        }
    }

    var pair: MapPair? { secondKey.map { MapPair(before: key, after: $0) } }

    /// What pictures of it depend on, as an address says it: the day is always there.
    func pairs(_ query: KansenQuery, _ key: MapKey, _ house: SiteHouse) -> [KansenQuery.Pair] {
        query.questionPairs(house).filter { $0.name != "dag" } + [("dag", key.question.asOf.description)]
    }

    private static func shown(_ text: String) -> MapShown? {
        switch text {
        case "": .all
        case "zeker": .certain
        default: OpportunityClass(id: text).map { .one($0) }
        }
    }

    private static func sentence(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst() + (text.hasSuffix(".") ? "" : ".")
    }
}

extension OpportunityClass {
    /// Reads ``id``.
    init?(id: String) {
        if let effect = Effect(rawValue: id) {
            self = .applies(effect)
        } else if id.hasSuffix("?"), let effect = Effect(rawValue: String(id.dropLast())) {
            self = .undecided(effect)
        } else if id == "no-data" {
            self = .noData
        } else {
            let halves = id.split(separator: ":", maxSplits: 1).map(String.init)
            guard halves.count == 2 else { return nil }
            let steps = halves[1].split(separator: "/", maxSplits: 1).map(String.init)
            switch halves[0] {
            case "yields": self = .yields(ranking: halves[1])
            case "goes-first": self = .goesFirst(ranking: halves[1])
            case "claims-unknown": self = .claimsUnknown(ranking: halves[1])
            case "function": self = .function(halves[1])
            case "rung" where steps.count == 2: self = .rung(ladder: steps[0], rung: steps[1])
            default: return nil
            }
        }
    }
}
