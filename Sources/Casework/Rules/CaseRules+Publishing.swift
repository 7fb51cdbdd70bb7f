import Accounts
import Foundation
import PolicyModel

extension CaseRules {
    func saveDetails(_ given: DetailsContent, basedOn: Int) throws -> [EventDraft] {
        try demand(.deliberate, in: [.deliberation])
        var typed = TypedTexts()
        let number = given.supersedes.map(TypedTexts.tidy)
        let content = DetailsContent(
            question: typed.text(given.question, .question, isNeeded: true),
            legalCharacter: typed.text(given.legalCharacter, .legalCharacter, isNeeded: true),
            decidedBy: typed.line(given.decidedBy, .decidedBy, isNeeded: true),
            mandate: typed.text(given.mandate, .mandate, isNeeded: true),
            remedies: typed.text(given.remedies, .remedies), supersedes: number?.isEmpty == false ? number : nil)
        try typed.check()
        if dossier.details?.content == content { return [] }
        try demand(basedOn, isCurrentOf: dossier.details, "details", given: content)
        let fact = CaseFact.DetailsSaved(version: (dossier.details?.number ?? 0) + 1, supersedes: content.supersedes)
        return [
            draft(
                .detailsSaved(fact), as: .deliberate,
                [
                    TextDraft("question", .details, content.question),
                    TextDraft("legalCharacter", .details, content.legalCharacter),
                    TextDraft("decidedBy", .details, content.decidedBy),
                    TextDraft("mandate", .details, content.mandate), TextDraft("remedies", .details, content.remedies),
                ])
        ]
    }

    func declareDeviation(_ document: String, _ given: DeviationContent, basedOn: Int) throws -> [EventDraft] {
        try demand(.deliberate, in: [.deliberation])
        var typed = TypedTexts()
        if !context.deviations.contains(where: { $0.document == document }) { typed.add(.unknownDocument(document)) }
        let content = DeviationContent(
            deviates: given.deviates, reason: typed.text(given.reason, .reason, isNeeded: given.deviates))
        try typed.check()
        let kept = dossier.deviations.first { $0.document == document }?.declared
        if kept?.content == content { return [] }
        try demand(basedOn, isCurrentOf: kept, document, given: content)
        let fact = CaseFact.DeviationDeclared(
            document: document, deviates: content.deviates, version: (kept?.number ?? 0) + 1)
        return [draft(.deviationDeclared(fact), as: .deliberate, [TextDraft("reason", .deviation, content.reason)])]
    }

    /// Records that the step was taken that a document asks of who deviates from it. What a second reader let pass before
    /// that is read anew: see ``Dossier/apply(_:texts:)``.
    func presentDeviation(_ document: String, day: PolicyDate, today: PolicyDate, note given: String) throws
        -> [EventDraft]
    {
        try demand(.deliberate, in: [.deliberation, .review, .approved])
        var typed = TypedTexts()
        let declared = dossier.deviations.first { $0.document == document }
        if declared?.declared.content.deviates != true { typed.add(.unknownDocument(document)) }
        if day > today { typed.add(.futureDay) }
        let note = typed.text(given, .note, isNeeded: true)
        try typed.check()
        let fact = CaseFact.DeviationPresented(document: document, day: day.description)
        return [draft(.deviationPresented(fact), as: .deliberate, [TextDraft("note", .deviation, note)])]
    }

    /// What still stands in the way of a second reader.
    func problemsBeforeReading() -> [CaseProblem] {
        var problems: [CaseProblem] = []
        let written = dossier.cells.filter { !$0.value.content.isEmpty }.sorted { $0.key < $1.key }
        if written.isEmpty { problems.append(.nothingWeighed) }
        for (address, versions) in written {
            let content = versions.content
            let ticks: [(CaseProblem.Tick, Bool, String, RecordedText?)] = [
                (
                    .contributes, content.contributes, content.contributesArgument,
                    versions.current.texts["contributes"]
                ),
                (.strains, content.strains, content.strainsArgument, versions.current.texts["strains"]),
            ]
            for (tick, isTicked, argument, recorded) in ticks {
                // An argument that was erased was there.
                if isTicked, argument.isEmpty, recorded == nil { problems.append(.tickWithoutArgument(address, tick)) }
                if !isTicked, !argument.isEmpty { problems.append(.argumentWithoutTick(address, tick)) }
            }
        }
        if dossier.outcome == nil { problems.append(.noOutcome) }
        if dossier.details == nil { problems.append(.noDetails) }
        for option in context.deviations where !dossier.deviations.contains(where: { $0.document == option.document }) {
            problems.append(.deviationNotDeclared(document: option.title))
        }
        return problems
    }

    /// What still stands in the way of publication, apart from the second reader.
    func problemsBeforePublication() -> [CaseProblem] {
        problemsBeforeReading()
            + dossier.deviations.filter { $0.declared.content.deviates && $0.presented == nil }.map { deviation in
                .deviationNotPresented(
                    document: context.deviations.first { $0.document == deviation.document }?.title
                        ?? deviation.document)
            }
    }

    /// Gives the dossier to a second reader.
    func askReading(of reader: CaseActor) throws -> [EventDraft] {
        try demand(.askReading, in: [.deliberation])
        var problems = problemsBeforeReading()
        if !Permissions.allows(.read, by: reader) { problems.append(.readerIsNoReader) }
        if reader.account == actor.account { problems.append(.readerIsAsker) }
        if dossier.editors.contains(reader.account) { problems.append(.readerEdited) }
        if reader.account == planOwner { problems.append(.readerOwnsPlan) }
        if dossier.hasErasedEditor { problems.append(.editorsErased) }
        if !problems.isEmpty { throw CaseRefused(problems) }
        return [
            draft(
                .readingRequested, as: .askReading, [TextDraft("reader", .person, try Person.identity(of: reader))])
        ]
    }

    /// - Parameter isCurrent: what becomes public is still just what the reader saw.
    func approve(noInterest: Bool, comment given: String, isCurrent: Bool) throws -> [EventDraft] {
        try read(noInterest: noInterest, comment: given, isCurrent: isCurrent, isRefusal: false)
    }

    func refuse(noInterest: Bool, comment given: String) throws -> [EventDraft] {
        try read(noInterest: noInterest, comment: given, isCurrent: true, isRefusal: true)
    }

    private func read(noInterest: Bool, comment given: String, isCurrent: Bool, isRefusal: Bool) throws
        -> [EventDraft]
    {
        try demand(.read, in: [.review])
        var typed = TypedTexts()
        if !noInterest { typed.add(.interestNotDeclared) }
        let comment = typed.text(given, .comment, isNeeded: isRefusal)
        if dossier.editors.contains(actor.account) { typed.add(.readerEdited) }
        if actor.account == planOwner { typed.add(.readerOwnsPlan) }
        if !isCurrent { typed.add(.previewIsOld) }
        try typed.check()
        let fact = CaseFact.ReadingDone(declaresNoInterest: noInterest)
        return [
            draft(
                isRefusal ? .readingRefused(fact) : .readingApproved(fact), as: .read,
                [TextDraft("comment", .comment, comment)])
        ]
    }

    /// Back to deliberation before the second reader is done, or after: what was let pass then no longer counts.
    func takeBack(reason given: String) throws -> [EventDraft] {
        try demand(.askReading, in: [.review, .approved])
        return [draft(.takenBack, as: .askReading, try reasonText(given))]
    }

    func close(reason given: String) throws -> [EventDraft] {
        try demand(.close, in: [.deliberation, .review, .approved])
        return [draft(.closed, as: .close, try reasonText(given))]
    }

    func reopen(reason given: String) throws -> [EventDraft] {
        try demand(.close, in: [.closed])
        return [draft(.reopened, as: .close, try reasonText(given))]
    }

    private func reasonText(_ given: String) throws(CaseRefused) -> [TextDraft] {
        var typed = TypedTexts()
        let reason = typed.text(given, .reason, isNeeded: true)
        try typed.check()
        return [TextDraft("reason", .comment, reason)]
    }
}

extension Dossier {
    /// Somebody changed what is weighed, and who it was has been erased.
    var hasErasedEditor: Bool { history.contains { $0.fact.isEditing && $0.by.account == nil } }
}
