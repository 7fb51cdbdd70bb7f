import NormEngine
import PolicyModel

/// Documents, references, agreements and norms whose period, date or status has passed on the day.
struct Staleness: CorpusCheck {
    static func findings(in index: HouseIndex, on day: PolicyDate) -> [CorpusFinding] {
        documents(index, day) + references(index, day) + agreements(index, day) + norms(index, day)
    }

    private static func documents(_ index: HouseIndex, _ day: PolicyDate) -> [CorpusFinding] {
        index.house.documents.compactMap { document in
            var details: [String] = []
            if let until = document.period?.until, until <= day {
                details.append("de periode die het document zelf noemt, liep tot \(until)")
            }
            if let status = document.status(on: day), Self.passed.contains(status) {
                details.append("status op \(day): \(status.rawValue)")
            }
            guard !details.isEmpty else { return nil }
            return CorpusFinding(.stale, about: [document.id], title: document.title, details: details)
        }
    }

    private static let passed: Set<DocumentStatus> = [.withdrawn, .superseded, .expired, .dueForReview]

    /// Loaded documents and signposts that send people to what another document says has gone.
    private static func references(_ index: HouseIndex, _ day: PolicyDate) -> [CorpusFinding] {
        var found: [CorpusFinding] = []
        func add(_ id: String, _ document: String, from source: SourceReference?) {
            guard let target = index.documents[document], let status = target.status(on: day),
                [.withdrawn, .superseded, .expired].contains(status)
            else { return }
            let place =
                source.map { " (\(index.title(ofDocument: $0.document)) \($0.path.joined(separator: " / ")))" } ?? ""
            found.append(
                CorpusFinding(
                    .stale, about: [id, document], title: "\(id) verwijst naar \(target.title)",
                    details: ["\(target.title) is op \(day): \(status.rawValue)\(place)"]))
        }
        for document in index.house.documents {
            for relation in document.relations where relation.kind == .refersTo || relation.kind == .workedOutIn {
                add(document.id, relation.document, from: relation.source)
            }
        }
        for signpost in index.house.signposts { add(signpost.id, signpost.document, from: signpost.source) }
        for norm in index.house.norms {
            if let target = norm.target { add(norm.id, target.document, from: norm.source) }
        }
        return found
    }

    private static func agreements(_ index: HouseIndex, _ day: PolicyDate) -> [CorpusFinding] {
        index.house.agreements.compactMap { agreement in
            var details: [String] = []
            if let until = agreement.valid?.until, until <= day { details.append("geldig tot \(until)") }
            if agreement.state == .dueForReview { details.append("toe aan herziening") }
            if let deadline = agreement.deadline.flatMap(PolicyDate.init), deadline < day {
                details.append("termijn \(deadline) is voorbij")
            }
            guard !details.isEmpty else { return nil }
            return CorpusFinding(.stale, about: [agreement.id], title: agreement.title, details: details)
        }
    }

    private static func norms(_ index: HouseIndex, _ day: PolicyDate) -> [CorpusFinding] {
        index.house.norms.compactMap { norm in
            guard let until = norm.valid?.until, until <= day else { return nil }
            return CorpusFinding(
                .stale, about: [norm.id], title: norm.title,
                details: ["geldig tot \(until)\(norm.valid?.note.map { ": \($0)" } ?? "")"])
        }
    }
}
