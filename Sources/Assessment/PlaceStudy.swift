public import Geometry
import NormEngine
public import PolicyModel

/// Everything that is known of a place whatever the plan: what applies, what was promised, and what lies below.
public struct PlaceStudy: Sendable {
    public var report: PlaceReport
    public var ground: SoilProfile
    /// Agreements that name the place.
    public var agreements: [PlaceCommitment]
    /// Documents that policy points at and that were not consulted.
    public var notConsulted: [String]
}

/// Something that parties agreed about a place.
public struct PlaceCommitment: Sendable, Hashable {
    public var agreement: String
    public var title: String
    public var summary: String
    public var kind: Agreement.Kind
    public var state: Agreement.State
    public var parties: [String]
    /// Whether the place is certainly one that the agreement is about.
    public var isCertain: Bool
    public var source: ReportSource
}

extension Assessor {
    /// Studies a place in RD.
    /// - Throws: when it lies wholly outside the house.
    public func study(_ shape: Shape, on day: PolicyDate) throws(InputRefused) -> PlaceStudy {
        let examined = try examine(shape, on: day)
        let profiler = SoilProfiler(index: index, part: examined.part, asked: examined.asked, strata: strata)
        return PlaceStudy(
            report: examined.report, ground: profiler.profile(), agreements: agreements(examined),
            notConsulted: index.house.documents.filter { !$0.loaded && $0.alwaysNamed == true }.map(\.id))
    }

    /// What is known of the ground below a shape in RD.
    public func ground(below shape: Shape, on day: PolicyDate) -> SoilProfile {
        let part = PartInput(id: "1", activities: [], facts: facts.facts(for: shape, needs: index.house.factNeeds))
        let asked = InitiativeInput(parts: [part.atAnyDepth], asOf: day)
        return SoilProfiler(index: index, part: part, asked: asked, strata: strata).profile()
    }

    private func agreements(_ examined: ExaminedPlace) -> [PlaceCommitment] {
        let tests = TestEvaluator(index: index, initiative: examined.asked, part: examined.part.atAnyDepth)
        return index.house.agreements.compactMap { agreement in
            guard let place = agreement.where, place.namesPlace,
                index.validity(ofDocument: agreement.source.document, on: examined.asked.asOf) != .no
            else { return nil }
            let truth = tests.evaluate(place, step: "where").truth
            guard truth != .no else { return nil }
            return PlaceCommitment(
                agreement: agreement.id, title: agreement.title, summary: agreement.summary, kind: agreement.kind,
                state: agreement.state, parties: agreement.parties.map(\.name), isCertain: truth == .yes,
                source: index.view(agreement.source))
        }.sorted { ($0.isCertain ? 0 : 1, $0.agreement) < ($1.isCertain ? 0 : 1, $1.agreement) }
    }
}
