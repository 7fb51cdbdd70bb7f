import Accounts
public import Foundation

extension CaseworkService {
    /// ``erase(texts:in:ground:by:as:)`` without a house to assess with: for the command line.
    public static func erase(
        _ ids: [String], in id: String, ground: String, by function: String, as actor: CaseActor, at now: Date,
        _ transaction: any CaseworkTransaction
    ) throws {
        guard Permissions.allows(.erase, by: actor) else { throw CaseRefused([.notAllowed(.erase)]) }
        let dossier = try Self.dossier(id, transaction)
        var typed = TypedTexts()
        let ground = typed.line(ground, .ground, isNeeded: true)
        let function = typed.line(function, .by, isNeeded: true)
        let isFinished = dossier.finishedAt != nil
        if !isFinished { typed.add(.notFinished) }
        let ids = Array(Set(ids)).sorted()
        if ids.isEmpty { typed.add(.missing(.text)) }
        for text in ids {
            let kept = try transaction.text(id: text)
            if kept?.dossier != id {
                typed.add(.unknownText(text))
            } else if kept?.erasure != nil {
                typed.add(.alreadyErased(text))
            }
        }
        try typed.check()
        try transaction.append(
            EventDraft(
                dossier: id, fact: .textsErased(CaseFact.TextsErased(texts: ids, ground: ground, by: function)),
                at: now, actor: actor, roles: [.administrator]))
        try transaction.erase(texts: ids, Erasure(at: Instant.rounded(now), by: function, ground: ground))
        // What was typed without being saved may say the same.
        try transaction.dropUnsaved(in: id)
        if !dossier.textsFromPlan.isDisjoint(with: ids) {
            try transaction.erasePlan(id: id, at: Instant.rounded(now))
        }
    }
}

extension Dossier {
    /// The ids of texts that also stand in the plan: its title, the reasons that came with it, and all of it in a report.
    var textsFromPlan: Set<String> {
        Set(
            history.flatMap { line -> [String] in
                switch line.fact {
                case .dossierOpened, .assessmentMade: line.texts.values.map(\.id)
                case .questionAnswered(let fact): fact.isGivenWithPlan ? line.texts.values.map(\.id) : []
                case .findingContested(let fact): fact.isGivenWithPlan ? line.texts.values.map(\.id) : []
                default: []
                }
            })
    }
}
