import Accounts
import Foundation
import PolicyModel

/// Decides what a command in a dossier amounts to: the events that follow from it, or everything that is wrong. Pure.
struct CaseRules: Sendable {
    let dossier: Dossier
    let context: CaseContext
    let actor: CaseActor
    let now: Date
    /// Whose plan it is; `nil` when it is not there any more.
    var planOwner: String?

    /// Refuses who may not do this at all, and what cannot be done in this state.
    func demand(_ action: CaseAction, in states: Set<Dossier.State>) throws(CaseRefused) {
        guard dossier.allows(action, by: actor) else { throw CaseRefused([.notAllowed(action)]) }
        guard states.contains(dossier.state) else { throw CaseRefused([.notNow(dossier.state)]) }
    }

    func draft(_ fact: CaseFact, as action: CaseAction, _ texts: [TextDraft] = []) -> EventDraft {
        EventDraft(
            dossier: dossier.id, fact: fact, at: now, actor: actor, roles: Permissions.acting(action, actor),
            texts: texts.filter { !$0.text.isEmpty })
    }

    /// Refuses a change that was made on an earlier version than the one that is kept.
    func demand<Content>(
        _ basedOn: Int, isCurrentOf versions: Versions<Content>?, _ subject: String, given: Content
    ) throws(EditConflict<Content>) {
        guard let versions, versions.number != basedOn else { return }
        throw EditConflict(
            subject: subject, base: versions.version(basedOn), current: versions.current, given: given)
    }

    func saveCell(_ address: CellAddress, _ given: CellContent, basedOn: Int) throws -> [EventDraft] {
        try demand(.deliberate, in: [.deliberation])
        var typed = TypedTexts()
        if !context.cells.contains(address) { typed.add(.unknownCell(address)) }
        let content = CellContent(
            contributes: given.contributes,
            contributesArgument: typed.text(given.contributesArgument, .contributesArgument),
            strains: given.strains, strainsArgument: typed.text(given.strainsArgument, .strainsArgument))
        try typed.check()
        let kept = dossier.cells[address]
        // Whoever gives what is kept already has lost nothing.
        if (kept?.content ?? CellContent()) == content { return [] }
        try demand(basedOn, isCurrentOf: kept, "cell", given: content)
        let fact = CaseFact.CellSaved(
            cell: address, version: (kept?.number ?? 0) + 1, contributes: content.contributes, strains: content.strains)
        return [
            draft(
                .cellSaved(fact), as: .deliberate,
                [
                    TextDraft("contributes", .argument, content.contributesArgument),
                    TextDraft("strains", .argument, content.strainsArgument),
                ])
        ]
    }

    /// Takes back the last change of a cell, when it was one's own.
    func undoCell(_ address: CellAddress, basedOn: Int) throws -> [EventDraft] {
        try demand(.deliberate, in: [.deliberation])
        guard let kept = dossier.cells[address] else { throw CaseRefused([.nothingToUndo]) }
        try demand(basedOn, isCurrentOf: kept, "cell", given: kept.content)
        guard kept.current.by.isSame(as: actor) else { throw CaseRefused([.notYourChange]) }
        let fact = CaseFact.CellUndone(cell: address, version: kept.number + 1, restores: kept.number - 1)
        return [draft(.cellUndone(fact), as: .deliberate)]
    }

    func addItem(_ kind: ListedItem.Kind, _ given: ItemContent) throws -> [EventDraft] {
        try demand(.deliberate, in: [.deliberation])
        let content = try checked(given, kind)
        let letter = kind == .dilemma ? "d" : "c"
        let number = dossier.items.count { $0.kind == kind } + 1
        return [saved(content, kind, id: "\(letter)\(number)", version: 1)]
    }

    func changeItem(_ id: String, _ given: ItemContent, basedOn: Int) throws -> [EventDraft] {
        try demand(.deliberate, in: [.deliberation])
        guard let item = dossier.items.first(where: { $0.id == id }) else { throw CaseRefused([.unknownItem(id)]) }
        let content = try checked(given, item.kind)
        if item.content == content { return [] }
        try demand(basedOn, isCurrentOf: item.versions, id, given: content)
        return [saved(content, item.kind, id: id, version: item.versions.number + 1)]
    }

    private func checked(_ given: ItemContent, _ kind: ListedItem.Kind) throws(CaseRefused) -> ItemContent {
        var typed = TypedTexts()
        let isCondition = kind == .condition
        let content = ItemContent(
            text: typed.text(given.text, .text, isNeeded: !given.isRemoved),
            who: isCondition ? typed.line(given.who, .who, isNeeded: !given.isRemoved) : "",
            when: isCondition ? typed.line(given.when, .when, isNeeded: !given.isRemoved) : "",
            tension: isCondition ? nil : given.tension, isRemoved: given.isRemoved)
        if let tension = content.tension, !context.tensions.contains(tension) { typed.add(.unknownTension(tension)) }
        try typed.check()
        return content
    }

    private func saved(_ content: ItemContent, _ kind: ListedItem.Kind, id: String, version: Int) -> EventDraft {
        let textKind = kind == .dilemma ? TextKind.dilemma : .condition
        return draft(
            .itemSaved(
                CaseFact.ItemSaved(
                    item: id, kind: kind, version: version, tension: content.tension, isRemoved: content.isRemoved)),
            as: .deliberate,
            [
                TextDraft("text", textKind, content.text), TextDraft("who", textKind, content.who),
                TextDraft("when", textKind, content.when),
            ])
    }

    func saveOutcome(_ given: OutcomeContent, basedOn: Int) throws -> [EventDraft] {
        try demand(.deliberate, in: [.deliberation])
        var typed = TypedTexts()
        let content = OutcomeContent(
            frame: given.frame, outcome: given.outcome,
            argument: typed.text(given.argument, .argument, isNeeded: true))
        if !context.outcomes.contains(where: { $0.frame == given.frame && $0.outcome == given.outcome }) {
            typed.add(.unknownOutcome(given.outcome))
        }
        try typed.check()
        if dossier.outcome?.content == content { return [] }
        try demand(basedOn, isCurrentOf: dossier.outcome, "outcome", given: content)
        let fact = CaseFact.OutcomeSaved(
            frame: content.frame, outcome: content.outcome, version: (dossier.outcome?.number ?? 0) + 1)
        return [draft(.outcomeSaved(fact), as: .deliberate, [TextDraft("argument", .outcome, content.argument)])]
    }

    func comment(_ given: String) throws -> [EventDraft] {
        try demand(.comment, in: [.deliberation, .review, .approved])
        var typed = TypedTexts()
        let text = typed.text(given, .comment, isNeeded: true)
        try typed.check()
        return [draft(.commentAdded, as: .comment, [TextDraft("comment", .comment, text)])]
    }
}
