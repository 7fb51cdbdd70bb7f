import NormEngine
import PolicyModel
import Reporting

/// A record as it can be found: its words in three layers, and what filters ask.
struct SearchEntry: Sendable {
    var key: RecordKey
    var title: String
    /// What it says.
    var body: [String]
    /// What is shown of it when it says nothing.
    var preview: [String]
    /// What it is about, in the words of others: activities with their everyday names, places, goals.
    var about: [String]
    var document: String?
    /// How much it is worth among others that match as well; 1 for most.
    var weight: Double
}

/// Makes entries of all records of a house that people look for.
struct SearchEntries {
    private let records: HouseRecords
    private let links: HouseLinks

    init(_ records: HouseRecords, _ links: HouseLinks) {
        self.records = records
        self.links = links
    }

    /// In the order of the house. A layer is found by its designation, a step or condition by the record that it stands in.
    func all() -> [SearchEntry] {
        records.all.compactMap { record in
            guard let weight = Self.weight(record) else { return nil }
            return SearchEntry(
                key: record.key, title: record.title, body: body(of: record), preview: preview(record),
                about: about(record) + [record.id],
                document: document(of: record), weight: weight)
        }
    }

    /// What people look for most is worth most; a document that is only named, and what is only asked, least.
    private static func weight(_ record: HouseRecord) -> Double? {
        if case .document(let document) = record.value, !document.loaded { return 0.8 }
        return switch record.kind {
        case .layer, .condition, .questionGroup, .step, .edge, .rung: nil
        case .activity, .designation, .goal, .document, .term, .frame: 1.15
        case .norm, .agreement, .useRanking, .placeLadder, .programme: 1
        case .issue, .instrument, .indicator, .role, .cycleMoment, .principle, .figure: 0.85
        case .contribution, .inconsistency, .question, .statement, .criterion, .outcome, .trigger: 0.7
        case .signpost, .property, .function, .openQuestion: 0.5
        }
    }

    private func document(of record: HouseRecord) -> String? {
        if case .document(let document) = record.value { return document.id }
        return record.sources.first?.document
    }

    private func body(of record: HouseRecord) -> [String] {
        var texts: [String?] = [record.summary == record.title ? nil : record.summary]
        switch record.value {
        case .norm(let norm): texts += norm.conditions.map(\.text) + [norm.note]
        case .document(let document):
            texts += [document.shortTitle, document.kind, document.adoptedBy]
            texts += document.statusHistory.map(\.note)
        case .role(let role): texts += role.instruments
        case .frame(let frame): texts += frame.groups.map(\.title) + frame.steps.map(\.title)
        case .useRanking(let ranking): texts += ranking.edges.map(\.why)
        case .placeLadder(let ladder): texts += ladder.rungs.map(\.title)
        case .agreement(let agreement):
            for party in agreement.parties { texts += [party.name] + party.does + party.asks + party.talks }
            texts += [agreement.forum]
        case .contribution(let contribution): texts += [contribution.theme, contribution.addressee]
        case .figure(let figure): texts += [Numbers.value(figure.value), figure.asOf]
        case .issue(let issue): texts += [issue.theme] + issue.portfolios
        case .programme(let programme): texts += programme.parties + [programme.period]
        case .indicator(let indicator): texts += [indicator.theme]
        case .cycleMoment(let moment): texts += [moment.series, moment.setOffBy]
        case .property(let property): texts += property.values
        case .designation, .layer, .activity, .function, .term, .goal, .inconsistency, .signpost, .instrument,
            .openQuestion, .part:
            break
        }
        return texts.compactMap { $0 }.filter { !$0.isEmpty }
    }

    /// The everyday names of an activity.
    private func preview(_ record: HouseRecord) -> [String] {
        guard case .activity(let activity) = record.value, !activity.synonyms.isEmpty else { return [] }
        return ["Ook wel: " + activity.synonyms.joined(separator: ", ")]
    }

    private func about(_ record: HouseRecord) -> [String] {
        if case .activity(let activity) = record.value { return activity.synonyms }
        if let owner = record.key.owner, let frame = records[RecordKey(.frame, owner)] { return [frame.title] }
        return links.from(record.key).flatMap { link -> [String] in
            guard let other = records[link.to] else { return [] }
            switch (link.relation, other.value) {
            case (.about, .activity(let activity)), (.prefers, .activity(let activity)),
                (.over, .activity(let activity)):
                return [activity.label] + activity.synonyms
            case (.place, .designation), (.goal, .goal), (.target, .document), (.function, .function):
                return [other.title]
            default: return []
            }
        }
    }
}
