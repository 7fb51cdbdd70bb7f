import NormEngine
import PolicyModel

/// Records of frames, orders and the cycle, with the parts that have an id of their own.
extension HouseRecords {
    mutating func addFrames(of house: PolicyHouse) {
        for frame in house.frames {
            add("frame", frame, frame.id, frame.title, frame.summary, list(frame.source))
            for part in frame.principles {
                addPart("principle", part, part.id, part.title, part.summary, list(part.source))
            }
            for part in frame.groups { addPart("question-group", part, part.id, part.title, nil, list(frame.source)) }
            for part in frame.questions { addPart("question", part, part.id, part.text, nil, list(part.source)) }
            for part in frame.statements { addPart("statement", part, part.id, part.text, part.limit, [part.source]) }
            for part in frame.criteria { addPart("criterion", part, part.id, part.text, nil, list(part.source)) }
            for part in frame.outcomes { addPart("outcome", part, part.id, part.title, nil, list(part.source)) }
            for part in frame.triggers {
                addPart("trigger", part, part.id, part.title, part.interpretation, list(part.source))
            }
            for part in frame.steps { addPart("step", part, part.id, part.title, nil, list(part.source)) }
        }
    }

    mutating func addOrders(of house: PolicyHouse) {
        for ranking in house.useRankings {
            add("use-ranking", ranking, ranking.id, ranking.title, ranking.summary, ranking.edges.map(\.source))
            for edge in ranking.edges { addPart("edge", edge, edge.id, edge.why, ranking.title, [edge.source]) }
        }
        for ladder in house.placeLadders {
            add("place-ladder", ladder, ladder.id, ladder.title, nil, list(ladder.source))
            for rung in ladder.rungs {
                addPart("rung", rung, rung.id, rung.title, ladder.title, list(rung.source ?? ladder.source))
            }
        }
    }

    mutating func addCycle(of house: PolicyHouse) {
        for value in house.figures {
            add("figure", value, value.id, value.title, value.note, [value.source], Self.facts(of: value))
        }
        for value in house.issues {
            add("issue", value, value.id, value.title, value.summary, [value.source], Self.facts(of: value))
        }
        for value in house.programmes {
            add("programme", value, value.id, value.title, value.summary, [value.source], Self.facts(of: value))
        }
        for value in house.instruments {
            add("instrument", value, value.id, value.title, value.summary, [value.source])
        }
        for value in house.indicators { add("indicator", value, value.id, value.title, value.summary, [value.source]) }
        for value in house.cycle {
            add("cycle-moment", value, value.id, value.title, value.summary, [value.source], Self.facts(of: value))
        }
    }

    /// A part of a record: what it mentions, the record mentions too.
    mutating func addPart(
        _ kind: String, _ value: some Encodable, _ id: String, _ title: String, _ summary: String?,
        _ sources: [SourceReference]
    ) {
        add(kind, value, id, title, summary, sources, isPart: true)
    }

    private func list(_ source: SourceReference?) -> [SourceReference] { source.map { [$0] } ?? [] }

    static func facts(of contribution: Contribution) -> (HouseIndex, PolicyDate) -> [(name: String, value: String)] {
        { _, _ in
            var facts: [(name: String, value: String)] = []
            if let theme = contribution.theme { facts.append((name: "thema", value: theme)) }
            if let addressee = contribution.addressee { facts.append((name: "gericht aan", value: addressee)) }
            if let account = contribution.account {
                facts.append((name: "antwoord", value: Words.answer(account.answer)))
            }
            return facts
        }
    }

    private static func facts(of issue: Issue) -> (HouseIndex, PolicyDate) -> [(name: String, value: String)] {
        { _, _ in
            var facts: [(name: String, value: String)] = []
            if let theme = issue.theme { facts.append((name: "thema", value: theme)) }
            if !issue.portfolios.isEmpty {
                facts.append((name: "portefeuilles", value: issue.portfolios.joined(separator: ", ")))
            }
            if !issue.sustainableDevelopmentGoals.isEmpty {
                let numbers = issue.sustainableDevelopmentGoals.map(String.init).joined(separator: ", ")
                facts.append((name: "duurzaamheidsdoelen", value: numbers))
            }
            return facts
        }
    }

    private static func facts(of programme: Programme) -> (HouseIndex, PolicyDate) -> [(name: String, value: String)] {
        { _, _ in
            var facts: [(name: String, value: String)] = []
            if let period = programme.period { facts.append((name: "periode", value: period)) }
            if !programme.parties.isEmpty {
                facts.append((name: "door", value: programme.parties.joined(separator: ", ")))
            }
            return facts
        }
    }

    private static func facts(of moment: CycleMoment) -> (HouseIndex, PolicyDate) -> [(name: String, value: String)] {
        { _, _ in
            var facts: [(name: String, value: String)] = []
            if let series = moment.series {
                facts.append((name: "reeks", value: series + (moment.position.map { ", stap \($0)" } ?? "")))
            }
            if let when = moment.moment { facts.append((name: "wanneer", value: when)) }
            if let cause = moment.setOffBy { facts.append((name: "aanleiding", value: cause)) }
            return facts
        }
    }
}
