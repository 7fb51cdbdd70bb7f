import Casework
import Foundation
import PolicyModel

/// What stands under the questions of a weighing and is part of it: dilemmas, conditions, open questions, contests.
struct WeighingRest {
    struct Item {
        var number: Int
        var text: String
        var who: String?
        var when: String?
        var tension: String?
        var signature: String
        var edit: String?
    }

    struct Answer {
        var asks: String
        var value: String
        var reason: String?
        var by: String
        var edit: String?
        var withdraw: String?
    }

    struct Contest {
        var finding: FindingLine?
        var title: String
        var reason: String?
        var by: String
        var edit: String?
        var withdraw: String?
    }

    private static let mostQuestions = 7

    var tensions: [String]
    var hasTensions: Bool
    var tensionCount: String
    var dilemmas: [Item]
    var hasDilemmas: Bool
    var conditions: [Item]
    var hasConditions: Bool
    /// The first ones, and those that are folded away.
    var questions: [QuestionLine]
    var moreQuestions: [QuestionLine]
    var moreCount: String?
    var hasQuestions: Bool
    var answers: [Answer]
    var hasAnswers: Bool
    var contests: [Contest]
    var hasContests: Bool

    init(_ opened: OpenCase, house: PolicyHouse) {
        let dossier = opened.dossier
        let paths = CasePaths(opened.id)
        tensions = opened.report.tensions.map(\.about)
        hasTensions = !tensions.isEmpty
        tensionCount = CaseWords.count(tensions.count, "spanning", "spanningen")
        dilemmas = dossier.dilemmas.enumerated().map { Self.item($0.element, number: $0.offset + 1, opened) }
        hasDilemmas = !dilemmas.isEmpty
        conditions = dossier.conditions.enumerated().map { Self.item($0.element, number: $0.offset + 1, opened) }
        hasConditions = !conditions.isEmpty
        let open = opened.report.questions.map { QuestionLine($0, opened) }
        questions = Array(open.prefix(Self.mostQuestions))
        moreQuestions = Array(open.dropFirst(Self.mostQuestions))
        moreCount =
            moreQuestions.isEmpty ? nil : CaseWords.count(moreQuestions.count, "open vraag", "open vragen")
        hasQuestions = !questions.isEmpty
        let asks = Dictionary(
            house.openQuestions.map { ($0.question, $0.asks) }, uniquingKeysWith: { first, _ in first })
        answers = dossier.answers.map { answer in
            let page = paths.question(answer.question)
            return Answer(
                asks: asks[answer.question] ?? answer.question, value: answer.value ? "Ja" : "Nee",
                reason: CaseWords.text(answer.reason), by: Self.by(answer.by, answer.isGivenWithPlan, answer.at),
                edit: opened.canWrite && asks[answer.question] != nil ? page : nil,
                withdraw: opened.canWrite ? page + "/intrekken" : nil)
        }
        hasAnswers = !answers.isEmpty
        contests = dossier.contests.map { contest in
            let finding = opened.report.finding(contest.finding)
            let page = paths.contest(contest.finding)
            return Contest(
                finding: finding.map { FindingLine($0, opened) }, title: finding?.title ?? contest.finding,
                reason: CaseWords.text(contest.reason), by: Self.by(contest.by, contest.isGivenWithPlan, contest.at),
                edit: opened.canWrite && finding != nil ? page : nil,
                withdraw: opened.canWrite ? page + "/intrekken" : nil)
        }
        hasContests = !contests.isEmpty
    }

    private static func item(_ item: ListedItem, number: Int, _ opened: OpenCase) -> Item {
        let texts = item.versions.current.texts
        return Item(
            number: number, text: CaseWords.text(texts["text"]) ?? "", who: CaseWords.text(texts["who"]),
            when: CaseWords.text(texts["when"]),
            tension: item.content.tension.flatMap { id in opened.report.tensions.first { $0.id == id }?.about },
            signature: CaseWords.signature(item.versions.current.by, item.versions.current.at),
            edit: opened.canWrite ? CasePaths(opened.id).item(item.kind, item.id) : nil)
    }

    /// What came with the plan was written by the initiator, whoever opened the dossier.
    private static func by(_ person: Person, _ isGivenWithPlan: Bool, _ at: Date) -> String {
        isGivenWithPlan ? "De initiatiefnemer, met het plan" : CaseWords.signature(person, at)
    }
}

/// What a weighing comes down to, and what goes on around it.
struct DeliberationRest {
    struct Outcome {
        var title: String
        var argument: String?
        var signature: String
    }

    struct Detail {
        var label: String
        var text: String
    }

    struct Deviation {
        var title: String
        var who: String
        var how: String
        /// `nil` as long as nobody said so.
        var state: String?
        var reason: String?
        var signature: String?
        var presented: String?
        var note: String?
        var edit: String?
        /// Where to record that the step was taken.
        var present: String?
    }

    struct Comment {
        var text: String
        var signature: String
    }

    var outcome: Outcome?
    var details: [Detail]
    var hasDetails: Bool
    var detailsSignature: String?
    var deviations: [Deviation]
    var hasDeviations: Bool
    var earlier: [EarlierLine]
    var hasEarlier: Bool
    var comments: [Comment]
    var hasComments: Bool
    var canComment: Bool
    /// What the last second reader said, when it came back.
    var refusal: String?
    var refusalBy: String?
    var canClose: Bool
    var canReopen: Bool
    var canPublish: Bool
    var canTakeBack: Bool
    var canSupersede: Bool
    var assessedAt: String?

    init(_ opened: OpenCase, earlier cases: [EarlierCase], house: PolicyHouse) {
        let dossier = opened.dossier
        let paths = CasePaths(opened.id)
        let isOfficial = dossier.allows(.deliberate, by: opened.actor)
        outcome = dossier.outcome.map { kept in
            let option = opened.context.outcomes.first {
                $0.frame == kept.content.frame && $0.outcome == kept.content.outcome
            }
            return Outcome(
                title: option?.title ?? kept.content.outcome, argument: CaseWords.text(kept.current.texts["argument"]),
                signature: CaseWords.signature(kept.current.by, kept.current.at))
        }
        details = Self.details(dossier.details?.current)
        hasDetails = !details.isEmpty
        detailsSignature = dossier.details.map { CaseWords.signature($0.current.by, $0.current.at) }
        deviations = opened.context.deviations.map { option in
            let declared = dossier.deviations.first { $0.document == option.document }
            let deviates = declared?.declared.content.deviates
            let canPresent = isOfficial && [.deliberation, .review, .approved].contains(dossier.state)
            return Deviation(
                title: option.title, who: option.who, how: option.how,
                state: deviates.map { $0 ? "De uitkomst wijkt af." : "De uitkomst wijkt niet af." },
                reason: CaseWords.text(declared?.declared.current.texts["reason"]),
                signature: declared.map { CaseWords.signature($0.declared.current.by, $0.declared.current.at) },
                presented: declared?.presented?.day.map(DutchTime.text),
                note: CaseWords.text(declared?.presented?.note),
                edit: opened.canWrite ? paths.deviation(option.document) : nil,
                present: canPresent && deviates == true ? paths.deviation(option.document) + "/gezet" : nil)
        }
        hasDeviations = !deviations.isEmpty
        earlier = cases.map { EarlierLine($0, opened, house: house) }
        hasEarlier = !earlier.isEmpty
        comments = dossier.comments.map { comment in
            Comment(
                text: CaseWords.text(comment.text) ?? "", signature: CaseWords.signature(comment.by, comment.at))
        }
        hasComments = !comments.isEmpty
        canComment =
            dossier.allows(.comment, by: opened.actor) && [.deliberation, .review, .approved].contains(dossier.state)
        if dossier.state == .deliberation, let last = dossier.reading, last.result == .refused {
            refusal = CaseWords.text(last.comment)
            refusalBy = CaseWords.signature(last.reader, last.endedAt ?? last.askedAt)
        }
        let isActive = [.deliberation, .review, .approved].contains(dossier.state)
        canClose = isActive && dossier.allows(.close, by: opened.actor)
        canReopen = dossier.state == .closed && dossier.allows(.close, by: opened.actor)
        canPublish = dossier.state == .approved && dossier.allows(.publish, by: opened.actor)
        canTakeBack = [.review, .approved].contains(dossier.state) && dossier.allows(.askReading, by: opened.actor)
        canSupersede = dossier.state == .published && dossier.allows(.openDossier, by: opened.actor)
        assessedAt = dossier.assessment.map { DutchTime.text($0.at) }
    }

    private static func details(_ version: Version<DetailsContent>?) -> [Detail] {
        guard let version else { return [] }
        let texts = DetailsPage.labels.compactMap { name, label, _, _ in
            CaseWords.text(version.texts[name]).map { Detail(label: label, text: $0) }
        }
        let supersedes = version.content.supersedes.map { Detail(label: "Vervangt", text: "Afweging \($0)") }
        return texts + [supersedes].compactMap(\.self)
    }
}

/// An earlier weighing that has something in common, and where the reasoning went another way.
struct EarlierLine {
    struct Divergence {
        var question: String
        var here: String
        var there: String
        var contributes: String?
        var strains: String?
    }

    var number: String
    var href: String
    var day: String
    var outcome: String
    /// Compared with the outcome here; `nil` as long as there is none here.
    var comparison: String?
    var shared: String
    var divergences: [Divergence]
    var hasDivergences: Bool
    var divergenceCount: String

    init(_ earlier: EarlierCase, _ opened: OpenCase, house: PolicyHouse) {
        let activities = Dictionary(house.activities.map { ($0.id, $0.label) }, uniquingKeysWith: { first, _ in first })
        number = earlier.number
        href = "/afwegingen/\(earlier.number)"
        day = String(earlier.publishedAt.prefix(10))
        if let published = PolicyDate(day) { day = DutchTime.text(published) }
        outcome = earlier.outcome?.title ?? "geen uitkomst"
        comparison =
            opened.dossier.outcome == nil
            ? nil : earlier.hasSameOutcome ? "Dezelfde uitkomst als hier." : "Een andere uitkomst dan hier."
        let same = earlier.sameActivities.map { activities[$0] ?? $0 }
        let related = earlier.relatedActivities.map { activities[$0.there] ?? $0.there }
        let places = earlier.sameDesignations.map(\.label)
        shared = [
            same.isEmpty ? nil : "dezelfde activiteit: \(same.joined(separator: ", "))",
            related.isEmpty ? nil : "verwante activiteit: \(Array(Set(related)).sorted().joined(separator: ", "))",
            places.isEmpty ? nil : "ook in: \(places.joined(separator: ", "))",
        ].compactMap(\.self).joined(separator: "; ")
        divergences = earlier.divergences.map { divergence in
            let words = { (ticks: EarlierCase.Ticks) in
                CaseWords.ticks(contributes: ticks.contributes, strains: ticks.strains) ?? "niets aangevinkt"
            }
            return Divergence(
                question: opened.report.cell(divergence.cell)?.question ?? divergence.cell.question,
                here: words(divergence.here), there: words(divergence.there),
                contributes: CaseWords.text(divergence.contributesArgument),
                strains: CaseWords.text(divergence.strainsArgument))
        }
        hasDivergences = !divergences.isEmpty
        divergenceCount = CaseWords.count(divergences.count, "vraag", "vragen")
    }
}
