import Accounts
public import CanonicalJSON
import PolicyModel

extension CaseworkService {
    /// A dossier, for who may read it.
    public func dossier(_ id: String, for actor: CaseActor) async throws -> Dossier {
        guard let dossier = try await store.dossier(id: id), dossier.allows(.readDossier, by: actor) else {
            throw CaseNotFound()
        }
        return dossier
    }

    /// The dossiers that somebody may read, the one that changed last first.
    public func dossiers(for actor: CaseActor) async throws -> [DossierSummary] {
        let all = try await store.dossiers()
        if !actor.roles.isDisjoint(with: [.reader, .official]) { return all }
        guard Permissions.allows(.readDossier, by: actor) else { return [] }
        var mine: [DossierSummary] = []
        for summary in all {
            if try await store.dossier(id: summary.id)?.allows(.readDossier, by: actor) == true { mine.append(summary) }
        }
        return mine
    }

    /// The dossiers that wait for somebody to read them as a second person.
    public func waiting(for actor: CaseActor) async throws -> [DossierSummary] {
        var mine: [DossierSummary] = []
        for summary in try await store.dossiers() where summary.state == .review {
            if try await store.dossier(id: summary.id)?.allows(.read, by: actor) == true { mine.append(summary) }
        }
        return mine
    }

    /// The report of the assessment that counts in a dossier, as `docs/assessment.md` describes it.
    public func report(of dossier: Dossier) async throws -> JSONValue {
        guard let id = dossier.assessment?.reportID else { throw CaseNotFound() }
        return try Self.report(try await store.text(id: id))
    }

    /// The report that belongs to a published record.
    public func report(of record: KeptRecord) async throws -> JSONValue {
        try Self.report(try await store.text(id: record.reportID))
    }

    /// What there is to weigh with: cells, outcomes, documents that may be deviated from.
    public func context(report: JSONValue) -> CaseContext { CaseContext(report: report, house: house) }

    /// What still stands in the way of a second reader, and of publication.
    public func openPoints(
        of dossier: Dossier, report: JSONValue, for actor: CaseActor
    ) -> (beforeReading: [CaseProblem], beforePublication: [CaseProblem]) {
        let rules = CaseRules(dossier: dossier, context: context(report: report), actor: actor, now: now())
        return (rules.problemsBeforeReading(), rules.problemsBeforePublication())
    }

    /// What becomes public of a dossier as it stands.
    public func preview(of dossier: Dossier, report: JSONValue) throws -> PublicRecord {
        try PublicRecord(dossier: dossier, report: report, house: house)
    }

    /// Published records that have something in common with a dossier.
    public func earlierCases(for record: PublicRecord) async throws -> [EarlierCase] {
        record.earlierCases(among: try await store.records().map(\.record), activities: house.activities)
    }
}
