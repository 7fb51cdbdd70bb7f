import PolicyModel
import Reporting

/// Passages that contradict themselves or each other, with both passages.
struct InconsistencyPages {
    struct Model {
        var symbols: String
        var count: Int
        var groups: [GroupView]
        var contents: [Crumb]
    }

    struct GroupView {
        var id: String
        var title: String
        var items: [ItemView]
    }

    struct ItemView {
        var id: String
        var summary: String
        var href: String
        var passages: [PassageView]
        var norms: [RecordLine]
    }

    let house: SiteHouse
    let day: PolicyDate

    func page() -> Model {
        let all = house.house.inconsistencies
        let kinds: [Inconsistency.Kind?] = Inconsistency.Kind.allCases + [nil]
        let groups = kinds.compactMap { kind -> GroupView? in
            let found = all.filter { $0.kind == kind }
            guard !found.isEmpty else { return nil }
            return GroupView(
                id: kind?.rawValue ?? "overig",
                title: kind.map { "\(Words.capitalised(Words.inconsistency($0))) verschilt" } ?? "Overig",
                items: found.map(item))
        }
        return Model(
            symbols: Mark.symbolsMarkup, count: all.count, groups: groups,
            contents: groups.map { Crumb(label: "\($0.title) (\($0.items.count))", href: "#" + $0.id) })
    }

    private func item(_ inconsistency: Inconsistency) -> ItemView {
        let passages = PassageViews(house: house)
        let lines = RecordLines(book: house.book, day: day)
        return ItemView(
            id: inconsistency.id, summary: inconsistency.summary,
            href: PolicyAddress.page(RecordKey(.inconsistency, inconsistency.id)),
            passages: inconsistency.sources.map(passages.view),
            norms: inconsistency.norms.compactMap { lines.line(RecordKey(.norm, $0)) })
    }
}
