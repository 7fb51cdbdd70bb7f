import CanonicalJSON
import PolicyModel

extension InitiativeSummary {
    init(_ piece: ReportPiece) throws(ReportUnreadable) {
        self.init(
            title: try piece.textIfAny("title"), parts: try piece.list("parts", Part.init),
            outsideShare: try piece.number("outsideShare"), answers: try piece.list("answers", Answered.init))
    }
}

extension InitiativeSummary.Answered {
    init(_ piece: ReportPiece) throws(ReportUnreadable) {
        self.init(
            question: try piece.text("question"), asks: try piece.text("asks"), value: try piece.flag("value"),
            by: try piece.textIfAny("by"), reason: try piece.textIfAny("reason"), on: try piece.dayIfAny("on"))
    }
}

extension InitiativeSummary.Named {
    init(_ piece: ReportPiece) throws(ReportUnreadable) {
        self.init(id: try piece.text("id"), label: try piece.text("label"))
    }
}

extension InitiativeSummary.Part {
    init(_ piece: ReportPiece) throws(ReportUnreadable) {
        let depth = try piece.optional("depth")
        self.init(
            id: try piece.text("id"), activities: try piece.list("activities", InitiativeSummary.Named.init),
            change: try piece.wordIfAny("change"), phase: try piece.wordIfAny("phase"),
            geometry: try piece["geometry"].value, measure: try OverlapMeasure(try piece["measure"]),
            use: try Self.interval(try depth?.optional("use")), reach: try Self.interval(try depth?.optional("reach")),
            properties: try piece.dictionary("properties") { (value) throws(ReportUnreadable) in
                try value.propertyValue()
            })
    }

    private static func interval(_ piece: ReportPiece?) throws(ReportUnreadable) -> DepthInterval? {
        guard let piece else { return nil }
        let ends = try piece.items()
        guard ends.count == 2 else { throw piece.fault("two depths") }
        return DepthInterval(from: try ends[0].number(), to: ends[1].value.isNull ? nil : try ends[1].number())
    }
}

extension OverlapMeasure {
    init(_ piece: ReportPiece) throws(ReportUnreadable) {
        self.init(
            kind: try piece.word("kind"), value: try piece.numberIfAny("value"), share: try piece.numberIfAny("share"))
    }
}

extension PlaceSummary {
    init(_ piece: ReportPiece) throws(ReportUnreadable) {
        self.init(
            primaryFunctions: try piece.list("primaryFunctions", Share.init),
            municipalities: try piece.list("municipalities", Share.init),
            settlements: try piece.list("settlements", Share.init), regions: try piece.list("regions", Share.init),
            nearby: try piece.list("nearby", Nearby.init))
    }
}

extension PlaceSummary.Share {
    init(_ piece: ReportPiece) throws(ReportUnreadable) {
        self.init(
            id: try piece.text("id"), name: try piece.text("name"), kind: try piece.textIfAny("kind"),
            share: try piece.number("share"), certain: try piece.flag("certain"))
    }
}

extension PlaceSummary.Nearby {
    init(_ piece: ReportPiece) throws(ReportUnreadable) {
        self.init(
            designation: try piece.text("designation"), title: try piece.text("title"),
            name: try piece.textIfAny("name"), distanceMetres: try piece.number("distanceMetres"))
    }
}

extension LayerSummary {
    init(_ piece: ReportPiece) throws(ReportUnreadable) {
        self.init(
            designation: try piece.text("designation"), title: try piece.text("title"),
            layer: try piece.textIfAny("layer"), state: try piece.word("state"), certain: try piece.flag("certain"),
            precision: try piece.optional("precision").map { (precision) throws(ReportUnreadable) in
                LayerPrecision(kind: try precision.word("kind"), widthMetres: try precision.numberIfAny("widthMetres"))
            },
            asOf: try piece.dayIfAny("asOf"), basis: try piece.textIfAny("basis"),
            hits: try piece.list("hits", Hit.init), why: try piece.textIfAny("why"))
    }
}

extension LayerSummary.Hit {
    init(_ piece: ReportPiece) throws(ReportUnreadable) {
        self.init(
            feature: try piece.text("feature"), name: try piece.textIfAny("name"), part: try piece.text("part"),
            overlap: try OverlapMeasure(try piece["overlap"]), distanceMetres: try piece.number("distanceMetres"))
    }
}
