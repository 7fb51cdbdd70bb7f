import PolicyContent
import PolicyModel
import Reporting

/// What became of every passage of the documents.
struct CoveragePages {
    struct Model {
        var rows: [Row]
        var total: Row?
        var kinds: [String]
        var contents: [ContentRow]
        var hasTexts: Bool
    }

    /// Passages of one document.
    struct Row {
        var title: String
        var href: String?
        var passages: String
        var linked: String
        var nothing: String
        var open: String
        var share: String
        var checked: String
    }

    /// Records of one document, per kind.
    struct ContentRow {
        var title: String
        var href: String
        var counts: [String]
    }

    let house: SiteHouse
    let day: PolicyDate

    func page() -> Model {
        let documents = house.house.documents.filter(\.loaded)
        let rows = documents.compactMap { document -> (Row, [Int])? in
            guard let verified = house.book.coverage[document.id], let ledger = verified.ledger else { return nil }
            return (
                row(
                    document.shortTitle ?? document.title, PolicyAddress.document(document.id),
                    [ledger.passages, ledger.linked, ledger.nothing, ledger.open],
                    checked: PolicyDate(verified.checkedOn).map(DutchTime.text) ?? verified.checkedOn),
                [ledger.passages, ledger.linked, ledger.nothing, ledger.open]
            )
        }
        let sums = (0..<4).map { column in rows.reduce(0) { $0 + $1.1[column] } }
        let kinds: [RecordKind] = [.norm, .goal, .designation, .agreement, .issue, .programme, .figure, .contribution]
        return Model(
            rows: rows.map(\.0), total: rows.count > 1 ? row("Totaal", nil, sums, checked: "") : nil,
            kinds: kinds.map { Words.capitalised(Words.kinds($0)) },
            contents: documents.map { content($0, kinds) }, hasTexts: house.passages.isOpen)
    }

    private func row(_ title: String, _ href: String?, _ numbers: [Int], checked: String) -> Row {
        let share = numbers[0] == 0 ? 1 : Double(numbers[0] - numbers[3]) / Double(numbers[0])
        // Never rounded up to all.
        let percent = numbers[3] == 0 ? 100 : (share * 1000).rounded(.down) / 10
        let texts = numbers.map { Numbers.decimal(Double($0), digits: 0) }
        return Row(
            title: title, href: href, passages: texts[0], linked: texts[1], nothing: texts[2], open: texts[3],
            share: "\(Numbers.decimal(percent, digits: numbers[3] == 0 ? 0 : 1)) %", checked: checked)
    }

    private func content(_ document: PolicyDocument, _ kinds: [RecordKind]) -> ContentRow {
        let held = house.book.links.to(RecordKey(.document, document.id)).filter { $0.relation == .source }
        return ContentRow(
            title: document.shortTitle ?? document.title, href: PolicyAddress.document(document.id),
            counts: kinds.map { kind in Numbers.decimal(Double(held.count { $0.from.kind == kind }), digits: 0) })
    }
}
