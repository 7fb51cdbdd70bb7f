public import CanonicalJSON

extension AssessmentReport {
    /// Reads a report back from its JSON, so that a kept report is shown as it was made. Numbers have the precision with
    /// which they were written; ``json`` of what is read is what was read.
    public init(json: JSONValue) throws(ReportUnreadable) {
        let piece = ReportPiece(json)
        let schema = try piece.text("schema")
        guard schema == Self.schema else {
            throw ReportUnreadable(pointer: "/schema", message: "`\(schema)` is not \(Self.schema)")
        }
        self.init(
            receipt: try Receipt(try piece["receipt"]), asOf: try piece["asOf"].day(),
            notConsulted: try piece.list("notConsulted", NotConsulted.init),
            initiative: try InitiativeSummary(try piece["initiative"]), place: try PlaceSummary(try piece["place"]),
            layers: try piece.list("layers", LayerSummary.init),
            findings: try piece.list("findings", ReportFinding.init),
            notApplied: try piece.list("notApplied", NotAppliedSummary.init),
            useRankings: try piece.list("useRankings", RankingSummary.init),
            placeLadders: try piece.list("placeLadders", LadderSummary.init),
            tensions: try piece.list("tensions", Tension.init),
            triggers: try piece.list("triggers", TriggerResult.init),
            frames: try piece.list("frames", FrameSheet.init), roles: try piece.list("roles", RoleResult.init),
            goals: try piece.list("goals", GoalResult.init),
            agreements: try piece.list("agreements", AgreementResult.init),
            participation: try piece.list("participation", ContributionResult.init),
            inconsistencies: try piece.list("inconsistencies", InconsistencyResult.init),
            counts: try piece.dictionary("counts") { (count) throws(ReportUnreadable) in
                guard let whole = Int(exactly: try count.number()) else { throw count.fault("a whole number") }
                return whole
            },
            warnings: try piece.texts("warnings"), plainLanguage: try PlainLanguage(try piece["plainLanguage"]),
            request: try AssessmentRequest(try piece["request"]))
        do throws(JSONNumberError) {
            canonicalJSON = try json.canonical()
        } catch {
            throw ReportUnreadable(pointer: "", message: error.description)
        }
    }
}

extension Receipt {
    init(_ piece: ReportPiece) throws(ReportUnreadable) {
        self.init(
            engine: try piece.text("engine"), geos: try piece.text("geos"), proj: try piece.text("proj"),
            rdGrid: try piece.textIfAny("rdGrid"), house: try piece.text("house"),
            houseHash: try piece.text("houseHash"), normaliser: try piece.textIfAny("normaliser"),
            layerHashes: try piece.dictionary("layerHashes") { (hash) throws(ReportUnreadable) in try hash.text() },
            inputHash: try piece.text("inputHash"), resultHash: try piece.text("resultHash"))
    }
}

extension AssessmentRequest {
    init(_ piece: ReportPiece) throws(ReportUnreadable) {
        self.init(
            input: try piece["input"].value, crs: try piece.textIfAny("crs"), demo: try piece.flag("demo"))
    }
}

extension NotConsulted {
    init(_ piece: ReportPiece) throws(ReportUnreadable) {
        self.init(
            document: try piece.text("document"), title: try piece.text("title"), why: try piece.word("why"),
            findings: try piece.texts("findings"), chapters: try piece.texts("chapters"))
    }
}

extension PlainLanguage {
    init(_ piece: ReportPiece) throws(ReportUnreadable) {
        self.init(short: try piece.text("short"), points: try piece.texts("points"))
    }
}
