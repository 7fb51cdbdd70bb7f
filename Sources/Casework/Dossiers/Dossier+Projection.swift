import Accounts
import Foundation
import PolicyModel

extension Dossier {
    /// The dossier that events tell of, in their order; `nil` when the first does not open one.
    ///
    /// - Parameter texts: the kept texts by id. A text that is not given shows as not there.
    public init?(events: [CaseEvent], texts: [String: PersonalText]) {
        guard let first = events.first, case .dossierOpened(let opened) = first.fact else { return nil }
        let reader = EventTexts(event: first, texts: texts)
        self.init(
            id: first.dossier, state: .deliberation, version: 0, openedAt: first.at, changedAt: first.at,
            opener: reader.actor, title: reader["title"], day: PolicyDate(opened.day),
            isDemonstration: opened.isDemonstration, isOwnInitiative: opened.isOwnInitiative, assessments: [],
            cells: [:], items: [], contests: [], answers: [], deviations: [], comments: [], readings: [], editors: [],
            history: [])
        for event in events { apply(event, texts: texts) }
    }

    /// Adds the next event of this dossier.
    ///
    /// - Parameter texts: the kept texts of the event, by id.
    public mutating func apply(_ event: CaseEvent, texts: [String: PersonalText]) {
        let written = EventTexts(event: event, texts: texts)
        version += 1
        changedAt = event.at
        history.append(
            HistoryLine(
                sequence: event.sequence, at: event.at, by: written.actor, fact: event.fact, hash: event.hash,
                texts: written.all))
        if event.fact.isEditing, let account = written.actor.account { editors.insert(account) }
        switch event.fact {
        case .dossierOpened, .textsErased: break
        case .assessmentMade(let fact):
            assessments.append(
                Assessed(
                    cause: fact.cause, at: event.at, by: written.actor, reportID: event.textID("report"),
                    resultHash: fact.resultHash, house: fact.house, houseHash: fact.houseHash))
        case .cellSaved, .cellUndone, .itemSaved, .outcomeSaved, .detailsSaved, .deviationDeclared:
            applyVersion(event, written)
        case .findingContested(let fact):
            contests.removeAll { $0.finding == fact.finding }
            contests.append(
                Contest(
                    finding: fact.finding, reason: written.text("reason", .contest), by: written.actor, at: event.at,
                    isGivenWithPlan: fact.isGivenWithPlan))
        case .contestWithdrawn(let fact): contests.removeAll { $0.finding == fact.finding }
        case .questionAnswered(let fact):
            answers.removeAll { $0.question == fact.question }
            answers.append(
                GivenAnswer(
                    question: fact.question, value: fact.value, reason: written["reason"], by: written.actor,
                    at: event.at, isGivenWithPlan: fact.isGivenWithPlan))
        case .answerWithdrawn(let fact): answers.removeAll { $0.question == fact.question }
        case .commentAdded:
            comments.append(Comment(text: written.text("comment", .comment), by: written.actor, at: event.at))
        case .deviationPresented(let fact):
            guard let place = deviations.firstIndex(where: { $0.document == fact.document }) else { return }
            deviations[place].presented = DeclaredDeviation.Presented(
                day: PolicyDate(fact.day), note: written["note"], by: written.actor, at: event.at)
            readAnew(written)
        case .readingRequested:
            state = .review
            readings.append(
                Reading(
                    reader: written.person("reader", roles: [.secondReader]), askedBy: written.actor,
                    askedAt: event.at, result: .open))
        case .readingApproved: endReading(.approved, written, to: .approved)
        case .readingRefused: endReading(.refused, written, to: .deliberation)
        case .takenBack: endReading(.takenBack, written, to: .deliberation)
        case .published(let fact):
            state = .published
            finishedAt = event.at
            publication = Publication(
                number: fact.number, at: event.at, by: written.actor, recordHash: fact.recordHash,
                supersedes: fact.supersedes)
        case .superseded(let fact):
            state = .superseded
            publication?.supersededBy = fact.by
        case .closed:
            if state == .review { endReading(.takenBack, written, to: .closed) }
            state = .closed
            finishedAt = event.at
        case .reopened:
            state = .deliberation
            finishedAt = nil
        }
    }

    /// What becomes public changed after the second reader let it pass: the same person has it again.
    private mutating func readAnew(_ written: EventTexts) {
        guard state == .approved, let reader = readings.last?.reader else { return }
        state = .review
        readings.append(
            Reading(reader: reader, askedBy: written.actor, askedAt: written.event.at, result: .open))
    }

    private mutating func endReading(_ result: Reading.Result, _ written: EventTexts, to next: State) {
        state = next
        guard let last = readings.indices.last else { return }
        readings[last].result = result
        if let comment = written["comment"] { readings[last].comment = comment }
        readings[last].endedAt = written.event.at
    }

    /// What has versions.
    private mutating func applyVersion(_ event: CaseEvent, _ written: EventTexts) {
        func version<Content>(_ number: Int, _ content: Content) -> Version<Content> {
            Version(
                number: number, content: content, by: written.actor, at: event.at, event: event.sequence,
                texts: written.all)
        }
        switch event.fact {
        case .cellSaved(let fact):
            add(
                version(
                    fact.version,
                    CellContent(
                        contributes: fact.contributes, contributesArgument: written.string("contributes"),
                        strains: fact.strains, strainsArgument: written.string("strains"))),
                to: &cells[fact.cell])
        case .cellUndone(let fact):
            // Before the first version there was nothing.
            let source = cells[fact.cell]?.version(fact.restores)
            var restored = version(fact.version, source?.content ?? CellContent())
            restored.texts = source?.texts ?? [:]
            restored.restores = fact.restores
            add(restored, to: &cells[fact.cell])
        case .itemSaved(let fact):
            let saved = version(
                fact.version,
                ItemContent(
                    text: written.string("text"), who: written.string("who"), when: written.string("when"),
                    tension: fact.tension, isRemoved: fact.isRemoved))
            if let place = items.firstIndex(where: { $0.id == fact.item }) {
                items[place].versions.add(saved)
            } else {
                items.append(ListedItem(id: fact.item, kind: fact.kind, versions: Versions(saved)))
            }
        case .outcomeSaved(let fact):
            add(
                version(
                    fact.version,
                    OutcomeContent(frame: fact.frame, outcome: fact.outcome, argument: written.string("argument"))),
                to: &outcome)
        case .detailsSaved(let fact):
            add(
                version(
                    fact.version,
                    DetailsContent(
                        question: written.string("question"), legalCharacter: written.string("legalCharacter"),
                        decidedBy: written.string("decidedBy"), mandate: written.string("mandate"),
                        remedies: written.string("remedies"), supersedes: fact.supersedes)),
                to: &details)
        case .deviationDeclared(let fact):
            let saved = version(
                fact.version, DeviationContent(deviates: fact.deviates, reason: written.string("reason")))
            if let place = deviations.firstIndex(where: { $0.document == fact.document }) {
                deviations[place].declared.add(saved)
                if !fact.deviates { deviations[place].presented = nil }
            } else {
                deviations.append(DeclaredDeviation(document: fact.document, declared: Versions(saved)))
            }
        default: break
        }
    }

    private func add<Content>(_ version: Version<Content>, to versions: inout Versions<Content>?) {
        if versions == nil { versions = Versions(version) } else { versions?.add(version) }
    }
}

extension CaseFact {
    /// Whether this changes what is weighed. Who did that cannot be the second reader.
    var isEditing: Bool {
        switch self {
        case .cellSaved, .cellUndone, .itemSaved, .contestWithdrawn, .answerWithdrawn, .outcomeSaved, .detailsSaved,
            .deviationDeclared, .deviationPresented:
            true
        case .assessmentMade(let fact): fact.cause == .renewal
        case .findingContested(let fact): !fact.isGivenWithPlan
        case .questionAnswered(let fact): !fact.isGivenWithPlan
        case .dossierOpened, .commentAdded, .readingRequested, .readingApproved, .readingRefused, .takenBack,
            .published,
            .superseded, .closed, .reopened, .textsErased:
            false
        }
    }
}

/// The texts that an event committed to, as far as they are there.
struct EventTexts {
    let event: CaseEvent
    let texts: [String: PersonalText]

    /// All but who did it.
    var all: [String: RecordedText] {
        var all: [String: RecordedText] = [:]
        for name in event.commitments.keys where name != "actor" { all[name] = self[name] }
        return all
    }

    var actor: Person { person("actor", roles: event.roles) }

    func person(_ name: String, roles: [Accounts.Role]) -> Person { Person(roles: roles, identity: self[name]) }

    subscript(name: String) -> RecordedText? {
        guard let commitment = event.commitments[name] else { return nil }
        let id = event.textID(name)
        let kept = texts[id]
        return RecordedText(
            id: id, kind: kept?.kind ?? .comment, commitment: commitment, text: kept?.text, salt: kept?.salt,
            erasure: kept?.erasure)
    }

    /// A text that the kind of event demands.
    func text(_ name: String, _ kind: TextKind) -> RecordedText {
        self[name] ?? RecordedText(id: event.textID(name), kind: kind, commitment: "", text: nil)
    }

    func string(_ name: String) -> String { self[name]?.text ?? "" }
}
