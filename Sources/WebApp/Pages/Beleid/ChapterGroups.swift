import PolicyModel
import Reporting

/// Records of one document by the chapter in which they stand, in the order of the document.
struct ChapterGroups {
    let house: SiteHouse
    let day: PolicyDate

    /// Closed lists, one per chapter.
    ///
    /// - Parameter prefix: before the name of each chapter.
    func groups(_ records: [HouseRecord], of document: String, prefix: String = "") -> [RecordGroup] {
        let headings = house.book.headings
        let lines = RecordLines(book: house.book, day: day)
        var chapters: [[String]: [HouseRecord]] = [:]
        for record in records {
            guard let source = record.sources.first(where: { $0.document == document }) else { continue }
            chapters[Array(source.path.prefix(1)), default: []].append(record)
        }
        let order = chapters.keys.sorted { left, right in
            let positions = (headings.position(document, left), headings.position(document, right))
            return positions.0 == positions.1 ? (left.first ?? "") < (right.first ?? "") : positions.0 < positions.1
        }
        return order.enumerated().map { number, path in
            let sorted = (chapters[path] ?? []).enumerated().sorted { left, right in
                let positions = [left, right].map { headings.position(document, $0.element.sources[0].path) }
                return (positions[0], left.offset) < (positions[1], right.offset)
            }
            return RecordGroup(
                id: "\(document)-\(number + 1)", title: prefix + chapter(document, path),
                lines: sorted.map { lines.line($0.element) }, isClosed: true)
        }
    }

    /// The heading of a chapter, with its number.
    func chapter(_ document: String, _ path: [String]) -> String {
        let step = path.first ?? ""
        guard let name = house.book.headings.name(document, path) else {
            return step.allSatisfy(\.isNumber) ? "Hoofdstuk \(step)" : step
        }
        return step.first?.isNumber == true ? "\(step). \(name)" : step == name ? name : "\(step): \(name)"
    }
}
