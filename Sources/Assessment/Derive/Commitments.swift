import NormEngine
import PolicyModel

/// Agreements, contributions, inconsistencies and documents that bear on this initiative.
struct CommitmentFinder {
    let index: HouseIndex
    let initiative: InitiativeInput
    let findings: [ReportFinding]

    /// Parts that a scope and a place cover, and how sure that is; the best over the parts.
    private func bearing(_ scope: ActivityScope?, _ place: Test?) -> Truth {
        Truth.any(
            initiative.parts.map { part in
                guard index.scope(scope ?? .any(except: []), covers: part.activities) else { return .no }
                guard let place else { return .yes }
                return TestEvaluator(index: index, initiative: initiative, part: part).evaluate(place, step: "where")
                    .truth
            })
    }

    func agreements() -> [AgreementResult] {
        let present = Set(findings.map(\.norm))
        return index.house.agreements.compactMap { agreement in
            let byNorm = agreement.norms.first(where: present.contains)
            let truth = agreement.activities == nil ? Truth.no : bearing(agreement.activities, agreement.where)
            guard truth != .no || byNorm != nil else { return nil }
            if index.validity(ofDocument: agreement.source.document, on: initiative.asOf) == .no { return nil }
            let why: String
            switch truth {
            case .yes:
                why =
                    agreement.where == nil
                    ? "Gaat over deze activiteit; voor welke plekken, staat in de afspraak zelf."
                    : "Gaat over deze activiteit op deze plek."
            case .unknown: why = "Gaat over deze activiteit; of de plek erbij hoort, is niet bekend."
            case .no: why = "Hoort bij de bevinding \u{201C}\(byNorm.flatMap { index.norms[$0]?.title } ?? "")\u{201D}."
            }
            return AgreementResult(
                agreement: agreement.id, title: agreement.title, summary: agreement.summary, state: agreement.state,
                reciprocity: agreement.reciprocity, why: why, source: index.view(agreement.source))
        }.sorted { $0.agreement < $1.agreement }
    }

    func contributions() -> [ContributionResult] {
        let present = Set(findings.map(\.norm))
        return index.house.contributions.compactMap { contribution in
            let byNorm = contribution.norms.contains(where: present.contains)
            let truth = contribution.activities == nil ? Truth.no : bearing(contribution.activities, contribution.where)
            guard truth != .no || byNorm else { return nil }
            return ContributionResult(
                contribution: contribution.id, summary: contribution.summary,
                why: truth == .no ? "Hoort bij een bevinding." : "Gaat over deze activiteit.")
        }.sorted { $0.contribution < $1.contribution }
    }

    /// Inconsistencies of which the value at hand is affected, with the findings that rely on them.
    func inconsistencies() -> [InconsistencyResult] {
        index.house.inconsistencies.compactMap { inconsistency in
            let affected = findings.filter { inconsistency.norms.contains($0.norm) }
            guard !affected.isEmpty else { return nil }
            if let when = inconsistency.when {
                let truths = initiative.parts.map { part in
                    TestEvaluator(index: index, initiative: initiative, part: part).evaluate(when, step: "when").truth
                }
                guard truths.contains(.yes) else { return nil }
            }
            return InconsistencyResult(
                id: inconsistency.id, summary: inconsistency.summary, affects: affected.map(\.id),
                sources: inconsistency.sources.map(index.view))
        }.sorted { $0.id < $1.id }
    }

    /// Documents that policy points at and that are not loaded.
    func notConsulted() -> [NotConsulted] {
        var found: [String: (findings: [String], chapters: Set<String>)] = [:]
        for document in index.house.documents where !document.loaded && document.alwaysNamed == true {
            found[document.id] = ([], [])
        }
        for finding in findings {
            guard let target = index.norms[finding.norm]?.target, index.documents[target.document]?.loaded == false
            else { continue }
            found[target.document, default: ([], [])].findings.append(finding.id)
            if let chapter = target.chapter { found[target.document]?.chapters.insert(chapter) }
        }
        for signpost in index.house.signposts where index.documents[signpost.document]?.loaded == false {
            guard bearing(signpost.activities, signpost.where) != .no,
                index.validity(ofDocument: signpost.source.document, on: initiative.asOf) != .no
            else { continue }
            found[signpost.document, default: ([], [])].chapters.insert(signpost.chapter ?? signpost.summary)
        }
        return found.sorted { $0.key < $1.key }.map { id, value in
            NotConsulted(
                document: id, title: index.documents[id]?.title ?? id, why: .notLoaded, findings: value.findings,
                chapters: value.chapters.sorted())
        }
    }
}
