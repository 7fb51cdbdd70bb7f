public import Assessment
public import NormEngine
import PolicyModel

/// The order in which findings are read: status, force, state, how specific, effect, id. No weights.
public struct SheetOrder: Sendable {
    private let index: HouseIndex

    public init(_ index: HouseIndex) { self.index = index }

    public func sorted(_ findings: [ReportFinding]) -> [ReportFinding] {
        findings.map { (key: key($0), finding: $0) }.sorted { $0.key < $1.key }.map(\.finding)
    }

    /// The same order in words, for the page that shows it.
    public var explanation: String {
        let bands = index.house.readingOrder.bands.map(\.title.lowercasedFirst).joined(separator: ", dan ")
        return
            "De volgorde: eerst \(bands). Daarbinnen eerst wat iedereen bindt, dan wat alleen een overheid bindt, dan wat is "
            + "afgesproken of richting geeft. Wat zeker geldt, staat vóór wat nog niet te zeggen is; wat over dit soort plan en "
            + "deze plek gaat, vóór wat voor elk plan geldt; wat tegenhoudt, vóór wat ruimte geeft. Er zijn geen gewichten."
    }

    private struct Key: Comparable {
        var ranks: [Int]
        var id: String

        static func < (left: Key, right: Key) -> Bool {
            left.ranks == right.ranks ? left.id < right.id : left.ranks.lexicographicallyPrecedes(right.ranks)
        }
    }

    private func key(_ finding: ReportFinding) -> Key {
        let place = index.readingPosition(
            status: DocumentStatus(rawValue: finding.documentStatus), effect: finding.effect)
        return Key(
            ranks: [
                place.band, Self.rank(finding.force), finding.state == .applies ? 0 : 1, generality(finding),
                place.effect,
            ], id: finding.id)
    }

    private static func rank(_ force: BindingForce) -> Int {
        switch force {
        case .binding: 0
        case .selfBinding: 1
        case .agreed: 2
        case .guiding: 3
        case .none: 4
        }
    }

    /// How little a norm is about this kind of plan and this place: 0 for both, 3 for neither.
    private func generality(_ finding: ReportFinding) -> Int {
        guard let norm = index.norms[finding.norm] else { return 3 }
        var rank = 0
        if case .any = norm.activities { rank += 2 }
        if norm.where == nil, norm.depth == nil { rank += 1 }
        return rank
    }
}
