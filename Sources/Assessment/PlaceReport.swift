public import CanonicalJSON
import Geometry
import NormEngine
public import PolicyModel

/// What applies in a place whatever the plan: designations, and norms that name the place.
public struct PlaceReport: Sendable {
    public var asOf: PolicyDate
    public var place: PlaceSummary
    public var layers: [LayerSummary]
    public var norms: [Item]
    public var warnings: [String]

    /// A norm that holds here for some activities.
    public struct Item: Sendable, Hashable {
        public var norm: String
        public var title: String
        public var summary: String
        public var effect: Effect
        public var label: String
        public var documentStatus: String
        public var activities: [String]
        /// Whether the place is certainly one that the norm is about.
        public var isCertain: Bool
        public var source: ReportSource

        var json: JSONValue {
            [
                "norm": .string(norm), "title": .string(title), "summary": .string(summary),
                "effect": .string(effect.rawValue), "label": .string(label), "documentStatus": .string(documentStatus),
                "activities": .strings(activities), "state": .string(isCertain ? "applies" : "undecided"),
                "source": source.json,
            ]
        }
    }

    public var json: JSONValue {
        [
            "schema": "kompas/place/1", "asOf": .string(asOf.description), "place": place.json,
            "layers": .array(layers.map(\.json)), "norms": .array(norms.map(\.json)), "warnings": .strings(warnings),
        ]
    }
}

extension Assessor {
    /// What applies in a place whatever the plan.
    public func place(_ geometry: JSONValue, crs: String, on day: PolicyDate) throws(InputRefused) -> PlaceReport {
        var problems: [InputProblem] = []
        let system = CRSReader.parse(crs, at: "", problems: &problems) ?? .crs84
        let places = PlaceReader.read([Self.part(geometry, system)], problems: &problems)
        guard problems.isEmpty, let place = places.first else { throw InputRefused(problems) }
        return try examine(place, on: day).report
    }

    /// The same of a shape, whatever the depth: what lies at a depth counts as being here.
    func examine(_ shape: Shape, on day: PolicyDate) throws(InputRefused) -> ExaminedPlace {
        try examine(PlaceReader.Place(shape: shape, crs: .rd), on: day, atAnyDepth: true)
    }

    private static func part(_ geometry: JSONValue, _ crs: CRS) -> Initiative.Part {
        Initiative.Part(
            id: "1", pointer: "", activities: [], properties: [:], declaredShares: [], geometry: geometry, crs: crs,
            hasOwnID: false)
    }

    private func examine(
        _ place: PlaceReader.Place, on day: PolicyDate, atAnyDepth: Bool = false
    ) throws(InputRefused) -> ExaminedPlace {
        let initiative = Initiative(parts: [], answers: [:], contests: [], remarks: [])
        let input = PartInput(
            id: "1", activities: [], facts: facts.facts(for: place.shape, needs: index.house.factNeeds))
        if input.facts.outsideShare >= 1 {
            throw InputRefused([
                InputProblem(
                    .outsideHouse, at: "/geometry", "de plek ligt buiten het gebied van \(index.house.authority.name)",
                    help: "kijk of de coördinaten en het coördinatenstelsel kloppen")
            ])
        }
        let tested = atAnyDepth ? input.atAnyDepth : input
        let asked = InitiativeInput(parts: [tested], asOf: day)
        let weights = PartWeights([place.shape], ids: ["1"])
        let summarizer = PlaceSummarizer(index: index, parts: [input], weights: weights.byPart)
        let layers = summarizer.layers()
        let texts = ReportTexts(
            index: index, input: asked, initiative: initiative, findings: [], layers: layers,
            outsideShare: input.facts.outsideShare, whole: "de plek")
        let report = PlaceReport(
            asOf: day, place: summarizer.place(), layers: layers, norms: items(tested, asked),
            warnings: texts.warnings(places: [place], demo: false, declared: []))
        return ExaminedPlace(report: report, part: input, asked: asked)
    }

    private func items(_ part: PartInput, _ asked: InitiativeInput) -> [PlaceReport.Item] {
        let tests = TestEvaluator(index: index, initiative: asked, part: part)
        let items = index.house.norms.compactMap { norm -> PlaceReport.Item? in
            guard let place = norm.where, place.namesPlace,
                index.validity(ofDocument: norm.source.document, on: asked.asOf) != .no
            else { return nil }
            let truth = tests.evaluate(place, step: "where").truth
            guard truth != .no else { return nil }
            let status = index.status(ofDocument: norm.source.document, on: asked.asOf)
            var activities: [String] = []
            if case .these(let list, _) = norm.activities { activities = list.map { index.named($0) } }
            return PlaceReport.Item(
                norm: norm.id, title: norm.title, summary: norm.summary, effect: norm.effect,
                label: index.label(effect: norm.effect, force: index.force(of: norm, status: status), status: status),
                documentStatus: status?.rawValue ?? "unknown", activities: activities, isCertain: truth == .yes,
                source: index.view(norm.source))
        }
        return items.sorted { left, right in
            let leftPlace = index.readingPosition(
                status: DocumentStatus(rawValue: left.documentStatus), effect: left.effect)
            let rightPlace = index.readingPosition(
                status: DocumentStatus(rawValue: right.documentStatus), effect: right.effect)
            return (left.isCertain ? 0 : 1, leftPlace.band, leftPlace.effect, left.norm)
                < (right.isCertain ? 0 : 1, rightPlace.band, rightPlace.effect, right.norm)
        }
    }
}

/// A place with what was asked of the layers.
struct ExaminedPlace {
    var report: PlaceReport
    /// With the depths of what lies here.
    var part: PartInput
    /// With the part as it was tested.
    var asked: InitiativeInput
}

extension PartInput {
    /// The same place for who names no depth: every feature that lies here is met.
    var atAnyDepth: PartInput {
        var part = self
        for (designation, facts) in part.facts.layers {
            part.facts.layers[designation] = facts.map { fact in
                var fact = fact
                for place in fact.hits.indices {
                    fact.hits[place].depth = nil
                    fact.hits[place].baseIsKnown = true
                }
                return fact
            }
        }
        return part
    }
}

extension Test {
    /// Whether the test looks at map layers at all.
    var namesPlace: Bool {
        switch self {
        case .all(let tests), .any(let tests): tests.contains(where: \.namesPlace)
        case .not(let inner): inner.namesPlace
        case .inside, .within, .feature, .attribute, .share, .towards: true
        default: false
        }
    }
}
