import PolicyModel
import Reporting

/// Norms that may pull against each other, gathered around the norms that do so most.
struct TensionPages {
    static let perPage = 20

    struct Model {
        var symbols: String
        var count: String
        var hubs: [HubView]
        var pages: [Crumb]
        var previous: String?
        var next: String?
        var day: String
    }

    /// A norm with those that may pull against it.
    struct HubView {
        var id: String
        var norm: RecordLine
        var first: [OtherView]
        var rest: [OtherView]
        var restCount: Int
        var hasRest: Bool
        var count: String
    }

    struct OtherView {
        var norm: RecordLine
        /// The contradiction that people wrote down.
        var known: Crumb?
    }

    let house: SiteHouse
    let day: PolicyDate

    /// `nil` for a page that there is not.
    func page(_ number: Int) -> Model? {
        let tensions = house.book.tensions(on: day)
        let hubs = hubs(tensions)
        let pages = max(1, (hubs.count + Self.perPage - 1) / Self.perPage)
        guard (1...pages).contains(number) else { return nil }
        func address(_ page: Int) -> String { page == 1 ? "/beleid/spanningen" : "/beleid/spanningen?pagina=\(page)" }
        return Model(
            symbols: Mark.symbolsMarkup,
            count: tensions.pairs.count == 1 ? "1 paar normen" : "\(tensions.pairs.count) paren van normen",
            hubs: hubs.dropFirst((number - 1) * Self.perPage).prefix(Self.perPage).map(view),
            pages: pages == 1
                ? []
                : SearchPages.around(number, of: pages).map {
                    Crumb(label: String($0), href: $0 == number ? nil : address($0))
                },
            previous: number > 1 ? address(number - 1) : nil, next: number < pages ? address(number + 1) : nil,
            day: DutchTime.text(day))
    }

    /// Every pair once, under the one of its norms that is in most pairs.
    private func hubs(_ tensions: HouseTensions) -> [(norm: String, pairs: [HouseTensions.Pair])] {
        var hubs: [String: [HouseTensions.Pair]] = [:]
        for pair in tensions.pairs {
            let (left, right) = (tensions.against(pair.left).count, tensions.against(pair.right).count)
            hubs[left >= right ? pair.left : pair.right, default: []].append(pair)
        }
        return hubs.map { ($0.key, $0.value) }.sorted { ($1.1.count, $0.0) < ($0.1.count, $1.0) }
    }

    private func view(_ hub: (norm: String, pairs: [HouseTensions.Pair])) -> HubView {
        let lines = RecordLines(book: house.book, day: day)
        func line(_ id: String) -> RecordLine {
            lines.line(RecordKey(.norm, id), showsDocument: true)
                ?? RecordLine(title: id, href: PolicyAddress.norm(id))
        }
        let others = hub.pairs.map { pair in
            OtherView(
                norm: line(pair.left == hub.norm ? pair.right : pair.left), known: pair.isKnown ? known(pair) : nil)
        }
        let shown = others.count <= RecordGroup.most + 2 ? others.count : RecordGroup.most
        return HubView(
            id: "norm-" + hub.norm, norm: line(hub.norm), first: Array(others.prefix(shown)),
            rest: Array(others.dropFirst(shown)), restCount: others.count - shown, hasRest: others.count > shown,
            count: others.count == 1 ? "1 andere norm" : "\(others.count) andere normen")
    }

    private func known(_ pair: HouseTensions.Pair) -> Crumb? {
        house.house.inconsistencies.first { $0.norms.contains(pair.left) && $0.norms.contains(pair.right) }.map {
            Crumb(label: "beschreven als tegenstrijdigheid", href: PolicyAddress.page(RecordKey(.inconsistency, $0.id)))
        }
    }
}
