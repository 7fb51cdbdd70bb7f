import CanonicalJSON
import Foundation

extension CaseworkService {
    /// Gives the dossier to a second reader.
    public func askReading(of reader: CaseActor, in dossier: String, by actor: CaseActor) async throws -> Dossier {
        try await run(dossier, actor) { try $0.askReading(of: reader) }
    }

    /// Lets it pass.
    ///
    /// - Parameter seen: the content hash of the preview that was read; when the dossier has changed since, nothing happens.
    public func approve(
        noInterest: Bool, comment: String, seen: String, in id: String, by actor: CaseActor
    ) async throws -> Dossier {
        try await store.command { transaction in
            let rules = try rules(id, actor, transaction)
            let report = try Self.report(of: rules.dossier, transaction)
            let current = try PublicRecord(dossier: rules.dossier, report: report, house: house).contentHash
            let drafts = try rules.approve(noInterest: noInterest, comment: comment, isCurrent: current == seen)
            for draft in drafts { try transaction.append(draft) }
            return try Self.dossier(id, transaction)
        }
    }

    /// Sends it back; the comment is obligatory.
    public func refuse(noInterest: Bool, comment: String, in dossier: String, by actor: CaseActor) async throws
        -> Dossier
    {
        try await run(dossier, actor) { try $0.refuse(noInterest: noInterest, comment: comment) }
    }

    /// Back to deliberation; what a second reader let pass no longer counts.
    public func takeBack(reason: String, in dossier: String, by actor: CaseActor) async throws -> Dossier {
        try await run(dossier, actor) { try $0.takeBack(reason: reason) }
    }

    public func close(reason: String, in dossier: String, by actor: CaseActor) async throws -> Dossier {
        try await run(dossier, actor) { try $0.close(reason: reason) }
    }

    public func reopen(reason: String, in dossier: String, by actor: CaseActor) async throws -> Dossier {
        try await run(dossier, actor) { try $0.reopen(reason: reason) }
    }

    /// Publishes for good, under the next number of the year.
    ///
    /// - Parameters:
    ///   - seen: the content hash of the preview that was looked at; when the dossier has changed since, nothing happens.
    ///   - year: the year of the number, in the time zone of the organisation.
    public func publish(_ id: String, seen: String, year: Int, by actor: CaseActor) async throws -> KeptRecord {
        try await store.command { transaction in
            let rules = try rules(id, actor, transaction)
            try rules.demand(.publish, in: [.approved])
            let dossier = rules.dossier
            let report = try Self.report(of: dossier, transaction)
            var problems = rules.problemsBeforePublication()
            let supersedes = dossier.details?.content.supersedes
            let earlier = try supersedes.flatMap { try transaction.record(number: $0) }
            if let supersedes {
                if earlier == nil { problems.append(.recordUnknown(supersedes)) }
                if let by = earlier?.supersededBy { problems.append(.recordSuperseded(supersedes, by: by)) }
            }
            if try PublicRecord(dossier: dossier, report: report, house: house).contentHash != seen {
                problems.append(.previewIsOld)
            }
            if !problems.isEmpty { throw CaseRefused(problems) }

            let number = try transaction.nextNumber(year: year)
            let record = try PublicRecord(
                dossier: dossier, report: report, house: house,
                stamp: PublicRecord.Stamp(
                    number: number, publishedAt: Instant.text(rules.now), anchor: try transaction.head(),
                    supersedes: supersedes))
            let hash = try record.recordHash
            try transaction.append(
                rules.draft(
                    .published(
                        CaseFact.Published(
                            number: number, recordHash: hash, reportHash: record.reportHash, supersedes: supersedes)),
                    as: .publish))
            let kept = KeptRecord(
                number: number, dossier: id, reportID: dossier.assessment?.reportID ?? "", recordHash: hash,
                record: record)
            try transaction.keep(kept)
            if let earlier {
                let fact = CaseFact.Superseded(number: earlier.number, by: number)
                var draft = rules.draft(.superseded(fact), as: .publish)
                draft.dossier = earlier.dossier
                try transaction.append(draft)
            }
            return kept
        }
    }

    /// Erases texts of a dossier lawfully. The chain stays whole, and holds that this was done, on what ground and by
    /// whose decision; neither may name a person.
    ///
    /// Allowed once the dossier is finished: before that it cannot be weighed or read by a second person without them.
    public func erase(
        texts ids: [String], in dossier: String, ground: String, by function: String, as actor: CaseActor
    ) async throws {
        let now = now()
        try await store.command { transaction in
            try Self.erase(
                ids, in: dossier, ground: ground, by: function, as: actor, at: now, transaction)
        }
    }
}
