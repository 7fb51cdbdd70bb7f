import Casework

/// Something that must still be done, with where to do it.
struct OpenPoint: Sendable {
    var text: String
    /// What it is about, such as the question of a cell.
    var about: String?
    var href: String?

    init(_ problem: CaseProblem, _ opened: OpenCase) {
        let paths = CasePaths(opened.id)
        text = problem.text
        switch problem {
        case .tickWithoutArgument(let cell, _), .argumentWithoutTick(let cell, _):
            about = opened.report.cell(cell)?.question
            href = paths.cell(cell)
        case .nothingWeighed: href = opened.report.cells.first.map { paths.cell($0.address) }
        case .noOutcome: href = paths.outcome
        case .noDetails: href = paths.details
        case .deviationNotDeclared(let title):
            href = opened.context.deviations.first { $0.title == title }.map { paths.deviation($0.document) }
        case .deviationNotPresented(let title):
            href = opened.context.deviations.first { $0.title == title }.map { paths.deviation($0.document) + "/gezet" }
        case .recordUnknown, .recordSuperseded: href = paths.details
        default: break
        }
    }
}
