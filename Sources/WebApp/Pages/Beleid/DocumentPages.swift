import PolicyModel
import Reporting

/// All documents: those whose content is in the house, and those that are only named.
struct DocumentPages {
    struct Model {
        var loaded: [Row]
        var named: [Row]
        var always: [Row]
        var day: String
    }

    struct Row {
        var title: String
        var href: String
        var kind: String
        var adoptedBy: String?
        var status: String
        var binding: String
        /// How many records name it.
        var uses: Int
        var checked: String?
    }

    let house: SiteHouse
    let day: PolicyDate

    func page() -> Model {
        let documents = house.house.documents
        let named = documents.filter { !$0.loaded && $0.alwaysNamed != true }
        return Model(
            loaded: documents.filter(\.loaded).map(row),
            named: named.sorted { $0.title.sortingKey < $1.title.sortingKey }.map(row),
            always: documents.filter { !$0.loaded && $0.alwaysNamed == true }.map(row), day: DutchTime.text(day))
    }

    private func row(_ document: PolicyDocument) -> Row {
        let status = document.status(on: day)
        let force: BindingForce = status == .draft ? .none : document.forceWhenAdopted
        let uses = Set(
            house.book.links.to(RecordKey(.document, document.id)).filter { $0.relation != .evidence }.map(\.from))
        return Row(
            title: document.title, href: PolicyAddress.document(document.id), kind: Words.capitalised(document.kind),
            adoptedBy: document.adoptedBy,
            status: Words.capitalised(status.map { Words.status($0.rawValue) } ?? "niet bekend"),
            binding: Words.force(force, binds: document.binds), uses: uses.count,
            checked: document.statusCheckedOn.map(DutchTime.text))
    }
}
