import NormEngine
import PolicyModel
import Reporting

/// Makes lines of lists.
struct RecordLines {
    let book: HouseBook
    let day: PolicyDate

    private var index: HouseIndex { book.index }

    /// - Parameter showsDocument: behind each, in which document it stands.
    func line(_ key: RecordKey, showsDocument: Bool = false) -> RecordLine? {
        book.records[key].map { line($0, showsDocument: showsDocument) }
    }

    func line(_ record: HouseRecord, showsDocument: Bool = false) -> RecordLine {
        var notes = [note(record)].compactMap { $0 }
        if showsDocument, let source = record.sources.first { notes.append(title(ofDocument: source.document)) }
        let norm: Norm? = if case .norm(let norm) = record.value { norm } else { nil }
        return RecordLine(
            mark: norm.map { Mark($0.effect).rawValue },
            label: norm.map { HouseFacts(index: index, on: day).label(of: $0) }, title: record.title,
            href: PolicyAddress.page(record.key), note: notes.isEmpty ? nil : notes.joined(separator: " \u{B7} "))
    }

    /// What tells records of one kind apart.
    private func note(_ record: HouseRecord) -> String? {
        switch record.value {
        case .document(let document):
            document.status(on: day).map { Words.status($0.rawValue) } ?? "status niet bekend"
        case .goal(let goal): goal.level == .strategic ? nil : Words.level(goal.level)
        case .figure(let figure): Numbers.value(figure.value)
        case .agreement(let agreement): "\(Words.agreement(agreement.kind)), \(Words.agreement(agreement.state))"
        case .contribution(let contribution): contribution.account.map { Words.answer($0.answer) }
        case .cycleMoment(let moment): moment.moment.map(Words.moment) ?? Words.moment(moment.kind)
        case .layer(let layer): Words.basis(layer.basis.rawValue)
        case .programme(let programme): programme.period
        default: nil
        }
    }

    /// Norms in the order in which findings are read: what stops something first; other records as they come.
    func sorted(_ keys: [RecordKey]) -> [RecordKey] {
        let places = keys.enumerated().map { number, key -> (Int, Int, Int, RecordKey) in
            guard key.kind == .norm, let norm = index.norms[key.id] else { return (0, 0, number, key) }
            let status = index.status(ofDocument: norm.source.document, on: day)
            let position = index.readingPosition(status: status, effect: norm.effect)
            return (position.band, position.effect, number, key)
        }
        return places.sorted { ($0.0, $0.1, $0.2) < ($1.0, $1.1, $1.2) }.map(\.3)
    }

    func title(ofDocument id: String) -> String { index.documentTitles[id] ?? id }

    /// Lists per kind and relation, for the records at one end of links.
    func groups(
        _ links: [RecordLink], prefix: String, key: (RecordLink) -> RecordKey,
        title: (RecordLink) -> String, showsDocument: (RecordKind) -> Bool = { _ in false }
    ) -> [RecordGroup] {
        var order: [String] = []
        var keys: [String: [RecordKey]] = [:]
        for link in links {
            let key = key(link)
            let heading = title(link)
            if keys[heading] == nil { order.append(heading) }
            if keys[heading]?.contains(key) != true { keys[heading, default: []].append(key) }
        }
        return order.enumerated().map { number, heading in
            let lines = sorted(keys[heading] ?? []).compactMap { line($0, showsDocument: showsDocument($0.kind)) }
            return RecordGroup(id: "\(prefix)-\(number + 1)", title: heading, lines: lines)
        }
    }
}
