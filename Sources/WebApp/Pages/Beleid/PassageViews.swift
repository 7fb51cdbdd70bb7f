import NormEngine
import PolicyContent
import PolicyModel
import Reporting

/// Shows where something stands, with the words of the document when they are at hand.
struct PassageViews {
    let house: SiteHouse

    func view(_ source: SourceReference) -> PassageView {
        let index = house.index
        let last = source.path.last
        let label = source.label.flatMap { $0 == last ? nil : $0 }
        var view = PassageView(
            document: index.documentTitles[source.document] ?? source.document,
            documentHref: PolicyAddress.document(source.document), section: section(source), label: label,
            check: check(source), interpretation: source.interpretation)
        switch house.passages.reading(of: source) {
        case .found(let passage): view.text = passage.text
        case .notInText: view.absence = "De tekst op deze server is op dit punt veranderd." + place(source)
        case .refused(.notReviewed):
            view.absence = "De tekst op deze server is niet de tekst die is nagekeken." + place(source)
        case .refused(.noText): view.absence = "De tekst van dit document staat niet op deze server." + place(source)
        }
        return view
    }

    /// The section with the heading of the innermost chapter that has a number: `3.6.1 P (Beleidskeuzes)`.
    func section(_ source: SourceReference) -> String {
        let name = SectionName.of(source.path)
        for length in stride(from: source.path.count, to: 0, by: -1) {
            let path = Array(source.path.prefix(length))
            guard path.last?.first?.isNumber == true else { continue }
            guard let heading = house.book.headings.name(source.document, path), !name.contains(heading) else { break }
            return "\(name) (\(heading))"
        }
        return name
    }

    private func check(_ source: SourceReference) -> String {
        guard house.index.isVerified(source) else { return "Nog niet door een machine in het document gevonden" }
        let day = house.book.coverage[source.document].flatMap { PolicyDate($0.checkedOn) }
        return "Door een machine in het document gevonden" + (day.map { " op \(DutchTime.text($0))" } ?? "")
    }

    private func place(_ source: SourceReference) -> String {
        let words = source.passage.starts.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return " Zoek in het document zelf naar \u{2018}\(words)\u{2019}."
    }
}
