public import Assessment
import CanonicalJSON
public import Foundation
public import PolicyModel

/// Everything that people do with dossiers. Each command is one transaction: it is refused whole, with all problems at
/// once, or it is written for good.
///
/// ## Errors
/// - ``CaseRefused``: all problems, in Dutch through ``CaseProblem/text``.
/// - ``EditConflict``: somebody changed the same thing in between; nothing was kept.
/// - ``CaseNotFound``: there is no such thing, or not for this person.
/// - `InputRefused`: the plan cannot be assessed.
public struct CaseworkService: Sendable {
    /// Assesses a request; the demonstration layers are used when it says so.
    public typealias Assess = @Sendable (AssessmentRequest, PolicyDate) throws -> AssessmentReport

    public let store: any CaseworkStore
    public let house: PolicyHouse
    let assess: Assess
    let now: @Sendable () -> Date

    public init(
        store: any CaseworkStore, house: PolicyHouse, assess: @escaping Assess,
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.store = store
        self.house = house
        self.assess = assess
        self.now = now
    }

    /// Runs rules on a dossier and appends what they say.
    func run(
        _ dossier: String, _ actor: CaseActor, _ decide: @escaping @Sendable (CaseRules) throws -> [EventDraft]
    ) async throws -> Dossier {
        try await store.command { transaction in
            let rules = try rules(dossier, actor, transaction)
            for draft in try decide(rules) { try transaction.append(draft) }
            return try Self.dossier(dossier, transaction)
        }
    }

    func rules(_ id: String, _ actor: CaseActor, _ transaction: any CaseworkTransaction) throws -> CaseRules {
        let dossier = try Self.dossier(id, transaction)
        // Who may not even read it learns nothing of it.
        guard dossier.allows(.readDossier, by: actor) else { throw CaseNotFound() }
        let report = try Self.report(of: dossier, transaction)
        return CaseRules(
            dossier: dossier, context: CaseContext(report: report, house: house), actor: actor, now: now(),
            planOwner: try transaction.owner(ofPlan: id))
    }

    static func dossier(_ id: String, _ transaction: any CaseworkTransaction) throws -> Dossier {
        guard let dossier = try transaction.dossier(id: id) else { throw CaseNotFound() }
        return dossier
    }

    static func report(of dossier: Dossier, _ transaction: any CaseworkTransaction) throws -> JSONValue {
        guard let id = dossier.assessment?.reportID else { throw CaseNotFound() }
        return try report(try transaction.text(id: id))
    }

    /// - Throws: ``ReportErased`` when it is no longer there.
    static func report(_ kept: PersonalText?) throws -> JSONValue {
        guard let text = kept?.text else { throw ReportErased() }
        return try JSONValue.parse(Array(text.utf8))
    }
}

/// The report of a dossier was erased, so that nothing can be done with the dossier any more.
public struct ReportErased: Error, Sendable, Hashable {}
