public import PolicyModel

/// Every record of a house in one list, in the order of ``RecordKind``; the parts of a record follow it.
public struct HouseRecords: Sendable {
    public private(set) var all: [HouseRecord] = []
    private var positions: [RecordKey: Int] = [:]

    public init(_ house: PolicyHouse) {
        addRules(of: house)
        addVocabulary(of: house)
        addFrames(of: house)
        addOrders(of: house)
        addCommitments(of: house)
        addCycle(of: house)
        for value in house.openQuestions {
            add(.openQuestion, value.question, value.asks, nil, [], .openQuestion(value))
        }
    }

    /// The record or part with that key.
    public subscript(key: RecordKey) -> HouseRecord? { positions[key].map { all[$0] } }

    /// The records of one kind, in the order of the house.
    public func all(of kind: RecordKind) -> [HouseRecord] { all.filter { $0.kind == kind } }

    mutating func add(
        _ kind: RecordKind, _ id: String, _ title: String, _ summary: String?, _ sources: [SourceReference?],
        _ value: HouseRecord.Value, owner: String? = nil
    ) {
        let key = RecordKey(kind, id, owner: owner)
        if positions[key] == nil { positions[key] = all.count }
        all.append(
            HouseRecord(key: key, title: title, summary: summary, sources: sources.compactMap { $0 }, value: value))
    }

    /// A part of the record that was added last of all that are no parts.
    mutating func addPart(
        _ kind: RecordKind, _ id: String, _ title: String, _ summary: String?, _ source: SourceReference?,
        of owner: String
    ) {
        add(kind, id, title, summary, [source], .part, owner: owner)
    }

    private mutating func addRules(of house: PolicyHouse) {
        for norm in house.norms {
            add(.norm, norm.id, norm.title, norm.summary, [norm.source], .norm(norm))
            for condition in norm.conditions {
                addPart(
                    .condition, condition.id, condition.text, condition.asks, condition.source ?? norm.source,
                    of: norm.id)
            }
        }
        for value in house.documents { add(.document, value.id, value.title, value.note, [], .document(value)) }
        for value in house.designations {
            add(.designation, value.id, value.title, value.summary, [value.source], .designation(value))
        }
        for value in house.layers { add(.layer, value.id, value.title, value.origin, [], .layer(value)) }
    }

    private mutating func addVocabulary(of house: PolicyHouse) {
        for value in house.activities { add(.activity, value.id, value.label, nil, [], .activity(value)) }
        for value in house.properties { add(.property, value.id, value.label, value.asks, [], .property(value)) }
        for value in house.functions { add(.function, value.id, value.label, nil, [value.source], .function(value)) }
        for value in house.terms { add(.term, value.id, value.label, value.definition, [value.source], .term(value)) }
        for value in house.goals { add(.goal, value.id, value.title, value.summary, [value.source], .goal(value)) }
        for value in house.roles { add(.role, value.id, value.title, value.summary, [value.source], .role(value)) }
    }

    private mutating func addCommitments(of house: PolicyHouse) {
        for value in house.agreements {
            add(.agreement, value.id, value.title, value.summary, [value.source], .agreement(value))
        }
        for value in house.contributions {
            add(
                .contribution, value.id, value.summary, value.account?.text,
                [value.source] + (value.account?.evidence ?? []), .contribution(value))
        }
        for value in house.inconsistencies {
            add(
                .inconsistency, value.id, value.summary.firstSentence, value.summary, value.sources,
                .inconsistency(value))
        }
        for value in house.signposts {
            add(.signpost, value.id, value.summary, value.chapter, [value.source], .signpost(value))
        }
    }
}

extension String {
    /// Up to and with the first full stop that has a space and a capital behind it; the whole text when there is none. An
    /// abbreviation or a number with a point ends no sentence.
    var firstSentence: String {
        var end = startIndex
        while let point = self[end...].firstIndex(of: ".") {
            end = index(after: point)
            let rest = self[end...]
            if rest.isEmpty { return self }
            guard rest.first == " ", rest.dropFirst().first?.isUppercase == true else { continue }
            return String(self[..<end])
        }
        return self
    }
}
