import CanonicalJSON
import NormEngine

extension Tension {
    init(_ piece: ReportPiece) throws(ReportUnreadable) {
        self.init(
            id: try piece.text("id"), kind: try piece.word("kind"), between: try piece.texts("between"),
            about: try piece.text("about"), hints: try piece.texts("hints"),
            resolvedBy: try piece.textIfAny("resolvedBy"))
    }
}

extension TriggerResult {
    init(_ piece: ReportPiece) throws(ReportUnreadable) {
        self.init(
            id: try piece.text("id"), title: try piece.text("title"), state: try piece.word("state"),
            obligatory: try piece.flag("obligatory"), onceAdopted: try piece.flag("onceAdopted"),
            because: try piece.texts("because"), open: try piece.list("open", ReportQuestion.init),
            source: try ReportSource.ifAny(try piece.optional("source")))
    }
}

extension FrameSheet {
    init(_ piece: ReportPiece) throws(ReportUnreadable) {
        self.init(
            frame: try piece.text("frame"), title: try piece.text("title"),
            interpretation: try piece.textIfAny("interpretation"), cells: try piece.list("cells", Cell.init))
    }
}

extension FrameSheet.Cell {
    init(_ piece: ReportPiece) throws(ReportUnreadable) {
        self.init(
            principle: try piece.text("principle"), principleTitle: try piece.text("principleTitle"),
            group: try piece.textIfAny("group"), groupTitle: try piece.textIfAny("groupTitle"),
            question: try piece.text("question"), text: try piece.text("text"), state: try piece.word("state"),
            findings: try piece.texts("findings"), open: try piece.list("open", ReportQuestion.init),
            undecidedBecause: try piece.list("undecidedBecause", Unknown.init),
            statements: try piece.list("statements", FrameSheet.Statement.init))
    }
}

extension FrameSheet.Statement {
    init(_ piece: ReportPiece) throws(ReportUnreadable) {
        self.init(
            id: try piece.text("id"), text: try piece.text("text"), limit: try piece.textIfAny("limit"),
            source: try ReportSource(try piece["source"]))
    }
}

extension RoleResult {
    init(_ piece: ReportPiece) throws(ReportUnreadable) {
        self.init(
            role: try piece.text("role"), title: try piece.text("title"), why: try piece.texts("why"),
            instruments: try piece.texts("instruments"))
    }
}

extension GoalResult {
    init(_ piece: ReportPiece) throws(ReportUnreadable) {
        self.init(
            goal: try piece.text("goal"), title: try piece.text("title"),
            relations: try piece.list("relations") { (link) throws(ReportUnreadable) in
                Link(relation: try link.word("relation"), finding: try link.text("finding"))
            })
    }
}

extension AgreementResult {
    init(_ piece: ReportPiece) throws(ReportUnreadable) {
        self.init(
            agreement: try piece.text("agreement"), title: try piece.text("title"), summary: try piece.text("summary"),
            state: try piece.word("state"), reciprocity: try piece.word("reciprocity"), why: try piece.text("why"),
            source: try ReportSource(try piece["source"]))
    }
}

extension ContributionResult {
    init(_ piece: ReportPiece) throws(ReportUnreadable) {
        self.init(
            contribution: try piece.text("contribution"), summary: try piece.text("summary"),
            why: try piece.text("why"))
    }
}

extension InconsistencyResult {
    init(_ piece: ReportPiece) throws(ReportUnreadable) {
        self.init(
            id: try piece.text("id"), summary: try piece.text("summary"), affects: try piece.texts("affects"),
            sources: try piece.list("sources", ReportSource.init))
    }
}
