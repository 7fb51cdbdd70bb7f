internal import PolicyModel

/// Cells of frames name principles and questions of that frame, and norms name cells that the frame has.
struct FrameCells: IntegrityCheck {
    static func check(_ content: IndexedContent, _ report: inout IntegrityReport) {
        for (index, frame) in content.house.frames.enumerated() {
            check(frame, ContentPlace(kind: .frames, index: index), &report)
        }
        let frames = Dictionary(content.house.frames.map { ($0.id, $0) }) { first, _ in first }
        for (index, norm) in content.house.norms.enumerated() {
            for (id, cells) in norm.frames.sorted(by: { $0.key < $1.key }) {
                guard let frame = frames[id] else { continue }
                for (number, cell) in cells.enumerated() {
                    let place = ContentPlace(kind: .norms, index: index).at("frames", .key(id), .index(number))
                    check(cell, of: frame, place, &report)
                }
            }
        }
    }

    private static func check(_ frame: Frame, _ place: ContentPlace, _ report: inout IntegrityReport) {
        let groups = frame.groups.map(\.id)
        for (number, question) in frame.questions.enumerated() {
            guard let group = question.group else { continue }
            known(group, groups, "group", frame, place.at("questions", item: number).at("group"), &report)
        }
        for (number, criterion) in frame.criteria.enumerated() {
            let place = place.at("criteria", item: number).at("principle")
            known(criterion.principle, frame.principles.map(\.id), "principle", frame, place, &report)
        }
        for (number, statement) in frame.statements.enumerated() {
            let cell = Norm.FrameCell(principle: statement.principle, question: statement.question)
            check(cell, of: frame, place.at("statements", item: number), &report)
        }
        for (number, cell) in frame.cells.enumerated() {
            let place = place.at("cells", item: number)
            _ = hasParts(cell, frame, place, &report)
            if let first = frame.cells.firstIndex(of: cell), first < number {
                report.error("cell `\(cell.principle)` with `\(cell.question)` stands twice", at: place)
            }
        }
    }

    private static func check(
        _ cell: Norm.FrameCell, of frame: Frame, _ place: ContentPlace, _ report: inout IntegrityReport
    ) {
        guard hasParts(cell, frame, place, &report), !frame.cells.contains(cell) else { return }
        let principles = frame.cells.filter { $0.question == cell.question }.map { "`\($0.principle)`" }
        report.error(
            "frame `\(frame.id)` has no cell `\(cell.principle)` with `\(cell.question)`", at: place,
            help: principles.isEmpty
                ? nil : "`\(cell.question)` stands with \(principles.joined(separator: ", "))")
    }

    private static func hasParts(
        _ cell: Norm.FrameCell, _ frame: Frame, _ place: ContentPlace, _ report: inout IntegrityReport
    ) -> Bool {
        let principle = known(
            cell.principle, frame.principles.map(\.id), "principle", frame, place.at("principle"), &report)
        let question = known(
            cell.question, frame.questions.map(\.id), "question", frame, place.at("question"), &report)
        return principle && question
    }

    @discardableResult
    private static func known(
        _ id: String, _ ids: [String], _ word: String, _ frame: Frame, _ place: ContentPlace,
        _ report: inout IntegrityReport
    ) -> Bool {
        guard !ids.contains(id) else { return true }
        report.error(
            "frame `\(frame.id)` has no \(word) `\(id)`", at: place, help: NearMiss.help(id, among: ids))
        return false
    }
}
