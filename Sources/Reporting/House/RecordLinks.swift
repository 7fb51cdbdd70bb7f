import PolicyModel

/// Collects what one record names.
struct RecordLinks {
    private let record: HouseRecord
    private let groups: LinkGroups
    private var seen: Set<RecordLink> = []
    private(set) var found: [RecordLink] = []

    init(of record: HouseRecord, groups: LinkGroups) {
        self.record = record
        self.groups = groups
    }

    mutating func collect() {
        switch record.value {
        case .norm(let norm): collect(norm)
        case .document(let document): collect(document)
        case .designation(let designation): add(.function, .function, designation.primaryFunction)
        case .layer(let layer): add(.designation, .designation, layer.designation)
        case .activity(let activity):
            add(.broader, .activity, activity.broader)
            add(.property, .property, activity.properties)
            add(.function, .function, activity.resultsIn)
        case .goal(let goal): add(.broader, .goal, goal.partOf)
        case .role(let role): add(.role, .instrument, role.instruments)
        case .frame(let frame): collect(frame)
        case .useRanking(let ranking): for edge in ranking.edges { collect(edge) }
        case .placeLadder(let ladder):
            add(.about, .activity, ladder.activities)
            test(ladder.when)
            for rung in ladder.rungs {
                test(rung.where)
                add(.source, .document, rung.source?.document)
            }
        case .agreement(let agreement): collect(agreement)
        case .contribution(let contribution): collect(contribution)
        case .inconsistency(let inconsistency):
            add(.norm, .norm, inconsistency.norms)
            test(inconsistency.when)
        case .signpost(let signpost):
            add(.target, .document, signpost.document)
            scope(signpost.activities)
            test(signpost.where)
        case .figure(let figure): add(.sameAs, .figure, figure.sameAs.flatMap { groups.figures[$0] } ?? [])
        case .issue(let issue): add(.goal, .goal, issue.goals)
        case .programme(let programme):
            add(.goal, .goal, programme.goals)
            add(.place, .designation, programme.designations)
            add(.figure, .figure, programme.figures)
        case .instrument(let instrument): add(.role, .role, instrument.roles)
        case .indicator(let indicator): add(.goal, .goal, indicator.goals)
        case .cycleMoment(let moment): add(.goal, .goal, moment.goals)
        case .property, .function, .term, .openQuestion, .part: break
        }
        // What shows what became of a contribution is no source of it.
        if case .contribution = record.value { return }
        for source in record.sources { add(.source, .document, source.document) }
    }

    private mutating func collect(_ norm: Norm) {
        scope(norm.activities)
        test(norm.where)
        test(norm.when)
        if let open = norm.depth?.open { add(.question, .openQuestion, open.question) }
        for condition in norm.conditions {
            test(condition.test)
            add(.question, .openQuestion, condition.question)
            add(.source, .document, condition.source?.document)
        }
        add(.goal, .goal, norm.advances)
        for (frame, cells) in norm.frames.sorted(by: { $0.key < $1.key }) {
            add(.frame, .frame, frame)
            for cell in cells {
                add(.frame, .principle, cell.principle, of: frame)
                add(.frame, .question, cell.question, of: frame)
            }
        }
        add(.yieldsTo, .norm, norm.yieldsTo)
        add(.sameAs, .norm, norm.sameAs.flatMap { groups.norms[$0] } ?? [])
        add(.target, .document, norm.target?.document)
    }

    private mutating func collect(_ document: PolicyDocument) {
        for relation in document.relations { add(Relation(relation.kind), .document, relation.document) }
        let shown = document.statusHistory.map(\.source) + document.relations.map(\.source)
        for source in shown + [document.mayDeviate?.source, document.period?.source] {
            add(.evidence, .document, source?.document)
        }
    }

    private mutating func collect(_ frame: Frame) {
        test(frame.appliesWhen)
        for principle in frame.principles { test(principle.appliesWhen) }
        for question in frame.questions { add(.question, .openQuestion, question.open?.question) }
        for trigger in frame.triggers { test(trigger.when) }
        let parts: [SourceReference?] =
            frame.principles.map(\.source) + frame.questions.map(\.source) + frame.statements.map(\.source)
            + frame.criteria.map(\.source) + frame.outcomes.map(\.source) + frame.triggers.map(\.source)
            + frame.steps.map(\.source)
        for source in parts { add(.source, .document, source?.document) }
    }

    private mutating func collect(_ edge: UseRanking.Edge) {
        add(.prefers, .activity, edge.prefer)
        add(.over, .activity, edge.over)
        add(.exceptFor, .activity, edge.except)
        for part in [edge.where, edge.when, edge.claim] { test(part) }
        add(.place, .designation, edge.designation)
    }

    private mutating func collect(_ agreement: Agreement) {
        add(.norm, .norm, agreement.norms)
        add(.goal, .goal, agreement.goals)
        scope(agreement.activities)
        test(agreement.where)
    }

    private mutating func collect(_ contribution: Contribution) {
        add(.norm, .norm, contribution.norms)
        add(.goal, .goal, contribution.goals)
        add(.place, .designation, contribution.designations)
        add(.agreement, .agreement, contribution.agreements)
        scope(contribution.activities)
        test(contribution.where)
        add(.source, .document, contribution.source.document)
        for source in contribution.account?.evidence ?? [] { add(.evidence, .document, source.document) }
    }

    private mutating func scope(_ scope: ActivityScope?) {
        switch scope {
        case .these(let list, let except):
            add(.about, .activity, list)
            add(.exceptFor, .activity, except)
        case .any(let except): add(.exceptFor, .activity, except)
        case nil: break
        }
    }

    private mutating func test(_ test: Test?) {
        switch test {
        case .all(let tests), .any(let tests): for inner in tests { self.test(inner) }
        case .not(let inner): self.test(inner)
        case .inside(let id), .within(let id, _), .feature(let id, _), .attribute(let id, _, _, _),
            .share(let id, _, _), .towards(_, let id, _):
            add(.place, .designation, id)
        case .property(let property): add(.property, .property, property.property)
        case .activity(let activities), .otherPart(let activities, _): add(.about, .activity, activities)
        case .open(let question), .openPlace(let question): add(.question, .openQuestion, question.question)
        case .anywhere, .change, .phase, .initiator, .functionChange, .interestsCollide, nil: break
        }
    }

    private mutating func add(_ relation: Relation, _ kind: RecordKind, _ id: String?, of owner: String? = nil) {
        guard let id else { return }
        let link = RecordLink(from: record.key, relation: relation, to: RecordKey(kind, id, owner: owner))
        if seen.insert(link).inserted { found.append(link) }
    }

    private mutating func add(_ relation: Relation, _ kind: RecordKind, _ ids: [String]) {
        for id in ids { add(relation, kind, id) }
    }
}

extension Relation {
    init(_ kind: DocumentRelation.Kind) {
        self =
            switch kind {
            case .confirms: .confirms
            case .workedOutIn: .workedOutIn
            case .supersedes: .supersedes
            case .withdraws: .withdraws
            case .refersTo: .refersTo
            }
    }
}
