import CanonicalJSON
import NormEngine
import PolicyModel

extension ReportSource {
    init(_ piece: ReportPiece) throws(ReportUnreadable) {
        self.init(
            document: try piece.text("document"), title: try piece.text("title"), path: try piece.texts("path"),
            label: try piece.textIfAny("label"), unit: try piece.text("unit"), starts: try piece.text("starts"),
            verified: try piece.flag("verified"))
    }

    static func ifAny(_ piece: ReportPiece?) throws(ReportUnreadable) -> ReportSource? {
        guard let piece else { return nil }
        return try ReportSource(piece)
    }
}

extension ReportQuestion {
    init(_ piece: ReportPiece) throws(ReportUnreadable) {
        self.init(id: try piece.text("id"), question: try piece.text("question"), asks: try piece.text("asks"))
    }
}

extension Unknown {
    init(_ piece: ReportPiece) throws(ReportUnreadable) {
        self.init(cause: try piece.word("cause"), ref: try piece.text("ref"))
    }
}

extension TraceStep {
    init(_ piece: ReportPiece) throws(ReportUnreadable) {
        let word = try piece["result"]
        guard let result = Truth.allCases.first(where: { $0.word == word.value.string }) else {
            throw word.fault("yes, no or unknown")
        }
        self.init(
            step: try piece.text("step"), about: try piece.text("about"), result: result,
            value: try piece.optional("value").map { (value) throws(ReportUnreadable) in try value.propertyValue() },
            unit: try piece.textIfAny("unit"))
    }
}

extension ReportFinding {
    init(_ piece: ReportPiece) throws(ReportUnreadable) {
        self.init(
            id: try piece.text("id"), norm: try piece.text("norm"), parts: try piece.texts("parts"),
            title: try piece.text("title"), summary: try piece.text("summary"), state: try piece.word("state"),
            undecidedBecause: try piece.list("undecidedBecause", Unknown.init), effect: try piece.word("effect"),
            label: try piece.text("label"), force: try piece.word("force"),
            documentStatus: try piece.text("documentStatus"), bearer: try piece.textIfAny("bearer"),
            binds: try piece.textIfAny("binds"), competentAuthority: try piece.textIfAny("competentAuthority"),
            conditionsState: try piece.word("conditionsState"),
            conditions: try piece.list("conditions", Condition.init),
            because: try piece.list("because", TraceStep.init), missing: try piece.texts("missing"),
            warnings: try piece.texts("warnings"), frames: try piece.list("frames", Cell.init),
            source: try ReportSource(try piece["source"]), sources: try piece.list("sources", ReportSource.init),
            certain: try piece.flag("certain"), contested: try piece.flag("contested"),
            isGeneral: try piece.flag("general"))
    }
}

extension ReportFinding.Condition {
    init(_ piece: ReportPiece) throws(ReportUnreadable) {
        self.init(
            id: try piece.text("id"), text: try piece.text("text"), kind: try piece.word("kind"),
            state: try piece.word("state"),
            question: try piece.optional("question").map { (question) throws(ReportUnreadable) in
                try ReportQuestion(question)
            }, basis: try piece.wordIfAny("basis"))
    }
}

extension ReportFinding.Cell {
    init(_ piece: ReportPiece) throws(ReportUnreadable) {
        self.init(
            frame: try piece.text("frame"), principle: try piece.text("principle"),
            question: try piece.text("question"))
    }
}

extension NotAppliedSummary {
    init(_ piece: ReportPiece) throws(ReportUnreadable) {
        self.init(
            norm: try piece.text("norm"), because: try piece.word("because"), detail: try piece.textIfAny("detail"))
    }
}

extension RankingSummary {
    init(_ piece: ReportPiece) throws(ReportUnreadable) {
        self.init(
            ranking: try piece.text("ranking"), title: try piece.text("title"),
            preferredHere: try piece.list("preferredHere", Edge.init),
            yieldingHere: try piece.list("yieldingHere", Edge.init),
            unknownClaims: try piece.list("unknownClaims", Edge.init))
    }
}

extension RankingSummary.Edge {
    init(_ piece: ReportPiece) throws(ReportUnreadable) {
        self.init(
            edge: try piece.text("edge"), activity: try piece.text("activity"), label: try piece.text("label"),
            designation: try piece.textIfAny("designation"), why: try piece.text("why"),
            source: try ReportSource(try piece["source"]))
    }
}

extension LadderSummary {
    init(_ piece: ReportPiece) throws(ReportUnreadable) {
        self.init(
            ladder: try piece.text("ladder"), title: try piece.text("title"), rung: try piece.textIfAny("rung"),
            rungTitle: try piece.textIfAny("rungTitle"), higherRungs: try piece.texts("higherRungs"),
            higherRungTitles: try piece.texts("higherRungTitles"), missing: try piece.texts("missing"),
            source: try ReportSource.ifAny(try piece.optional("source")))
    }
}
