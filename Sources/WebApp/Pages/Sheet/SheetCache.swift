import Assessment
import Casework
import NormEngine
import PolicyModel
import Reporting
import Synchronization

/// Assessments of plans with what a page needs to show them, kept while the plan, the day and the policy stay the same.
public final class SheetCache: Sendable {
    struct Key: Hashable {
        var plan: String
        var version: Int
        var day: PolicyDate
        var house: String
    }

    /// One assessment, with the map and the passages that belong to it.
    struct Entry: Sendable {
        var report: AssessmentReport
        var map: MapSketch?
        var passages: PassageTexts
        /// The sheet as it is without a filter, and its pieces as text.
        var fragments: SheetFragments
        var pieces: SheetPieces
        var matters: OpenMatters
        /// The column of soil of the part that uses the ground, as markup; empty when none does.
        var ground: String
        /// The same layers on the page with the map.
        var mapAddress: String?
        /// The opportunity map of the same plan, from this place.
        var elsewhere: String?
        var questions: QuestionList
        /// The questions with fields to answer them, and only to read.
        var questionForm: String
        var questionText: String
    }

    private struct State {
        var entries: [Key: Task<Entry, any Error>] = [:]
        /// Keys from the one that was asked for longest ago.
        var order: [Key] = []
    }

    /// So many fit in some tens of megabytes.
    private static let most = 48
    private let state = Mutex(State())

    init() {}

    /// What is kept, or made now; asked for twice at once it is made once.
    func entry(_ key: Key, make: @escaping @Sendable () throws -> Entry) async throws -> Entry {
        let task = state.withLock { state in
            state.order.removeAll { $0 == key }
            state.order.append(key)
            if let task = state.entries[key] { return task }
            let task = Task { try make() }
            state.entries[key] = task
            // An older version of the same plan is not asked for again.
            for old in state.order where old.plan == key.plan && old.version < key.version {
                state.entries[old] = nil
            }
            while state.order.count > Self.most { state.entries[state.order.removeFirst()] = nil }
            state.order.removeAll { state.entries[$0] == nil }
            return task
        }
        do { return try await task.value } catch {
            state.withLock { $0.entries[key] = nil }
            throw error
        }
    }
}

extension Site {
    /// The assessment of a plan on its day.
    /// - Throws: ``InputRefused`` when the plan cannot be assessed as it is.
    func assessment(of plan: Plan) async throws -> SheetCache.Entry {
        let day = plan.asOf ?? today
        let house = house
        let key = SheetCache.Key(plan: plan.id, version: plan.version, day: day, house: house.hash)
        let renderer = renderer
        return try await sheets.entry(key) {
            let report = try house.assessor.assess(
                AssessmentRequest(input: plan.input, demo: plan.demo), on: day)
            let map = MapSketch(report, house: house.house, layers: house.layers)
            let passages = PassageTexts(of: report, index: house.index, from: house.passages)
            let fragments = SheetFragments(
                report, index: house.index, links: .sheet(of: plan.id), map: map, passages: passages)
            let matters = fragments.matters
            let questions = QuestionList(
                matters.questions, answers: report.initiative.answers, fragments: fragments,
                known: house.index.questions)
            return SheetCache.Entry(
                report: report, map: map, passages: passages, fragments: fragments, pieces: SheetPieces(fragments),
                matters: matters, ground: SheetPlace.ground(report, house, day),
                mapAddress: map.map(SheetPlace.mapAddress),
                elsewhere: SheetPlace.elsewhere(PlanDraft(plan.input), report, house), questions: questions,
                questionForm: try renderer.render(questions, with: "sheet/questions"),
                questionText: try renderer.render(questions.readOnly, with: "sheet/questions"))
        }
    }
}

extension PageLinks {
    /// The pages of the site that the sheet of a plan leads to.
    static func sheet(of plan: String) -> PageLinks {
        PageLinks(
            finding: { PlanAddress.finding($0, of: plan) },
            contest: { PlanAddress.finding($0, of: plan) + "#klopt-dit-niet" },
            norm: { "/beleid/normen/" + PlanAddress.encoded($0) })
    }
}
