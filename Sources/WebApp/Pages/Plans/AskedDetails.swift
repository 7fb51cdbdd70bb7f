import Assessment
import Casework
import NormEngine
import PolicyModel

/// Which properties a plan is asked for: those on which some rule waits, those that were told, and those by which the duty to
/// weigh is known. No others.
struct AskedDetails {
    struct Asked {
        var property: PropertyDefinition
        /// Findings that wait for it.
        var findings: Int
    }

    /// What must be told, or was.
    private(set) var properties: [Asked] = []
    /// What the activity may be asked for, but on which nothing waits now.
    private(set) var further: [PropertyDefinition] = []
    /// Findings that wait for the phase, for the kind of change, for the initiator, and for a depth.
    private(set) var waitingForPhase = 0
    private(set) var waitsForChange = false
    private(set) var waitsForInitiator = false
    private(set) var waitsForDepth = false

    /// - Parameter report: the assessment as it is; without it the activities tell what may be asked.
    init(_ part: PlanDraft.Part, report: AssessmentReport?, index: HouseIndex) {
        var counts: [String: Int] = [:]
        var order: [String] = []
        func note(_ id: String) {
            if counts[id] == nil { order.append(id) }
            counts[id, default: 0] += 1
        }
        for finding in report?.findings ?? [] where finding.parts.contains(part.id) {
            for unknown in finding.undecidedBecause {
                switch (unknown.cause, unknown.ref) {
                case (.missingDepth, _): waitsForDepth = true
                case (.missingProperty, "phase"): waitingForPhase += 1
                case (.missingProperty, "change"): waitsForChange = true
                case (.missingProperty, "initiator.role"): waitsForInitiator = true
                case (.missingProperty, let id): note(id)
                default: break
                }
            }
            for id in Self.openMeasures(of: finding, index) where part.properties[id] == nil { note(id) }
        }
        let told = part.properties.keys.sorted()
        let always = index.house.propertiesOfTriggers
        let ofActivities = part.activities.flatMap { id in
            index.reach(of: id).sorted().flatMap { index.activities[$0]?.properties ?? [] }
        }
        let first = order + told + (report == nil ? ofActivities : []) + always
        var seen: Set<String> = []
        properties = first.filter { seen.insert($0).inserted }.compactMap { id in
            index.properties[id].map { Asked(property: $0, findings: counts[id] ?? 0) }
        }
        further = ofActivities.filter { seen.insert($0).inserted }.compactMap { index.properties[$0] }
    }

    /// Properties on which conditions of a finding still wait.
    private static func openMeasures(of finding: ReportFinding, _ index: HouseIndex) -> [String] {
        let open = Set(finding.conditions.filter { $0.state == .open && $0.kind == .measurable }.map(\.id))
        guard !open.isEmpty, let norm = index.norms[finding.norm] else { return [] }
        return norm.conditions.filter { open.contains($0.id) }.compactMap(\.test).flatMap(\.propertiesAsked)
    }
}
