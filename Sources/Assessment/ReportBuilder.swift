import CanonicalJSON
import Crypto
import Geometry
import NormEngine
import PolicyModel

/// Builds the report of one initiative from everything that was found.
struct ReportBuilder {
    let assessor: Assessor
    let request: AssessmentRequest
    let initiative: Initiative
    let places: [PlaceReader.Place]
    let input: InitiativeInput
    let weights: PartWeights
    let outsideShare: Double

    private var index: HouseIndex { assessor.index }

    func report() throws(InputRefused) -> AssessmentReport {
        let evaluator = NormEvaluator(index: index, initiative: input)
        let evaluations = input.parts.map(evaluator.evaluate)
        var findings = FindingMerger(
            index: index, contests: Set(initiative.contests.map(\.finding)), parts: input.parts.map(\.id)
        ).merge(evaluations)

        // What derives from a contested finding ignores it.
        let commitments = CommitmentFinder(
            index: index, initiative: input, findings: findings.filter { !$0.contested })
        let inconsistencies = commitments.inconsistencies()
        for inconsistency in inconsistencies {
            for position in findings.indices where inconsistency.affects.contains(findings[position].id) {
                findings[position].warnings.append("De bronnen spreken elkaar tegen: \(inconsistency.summary)")
            }
        }
        let orders = input.parts.map { part in
            let order = OrderEvaluator(index: index, initiative: input, part: part)
            return (part: part, rankings: order.rankings(), ladders: order.ladders())
        }
        let tensionFinder = TensionFinder(index: index, findings: findings)
        let normTensions = tensionFinder.betweenNorms()
        let functionTensions = FunctionTensions(index: index, parts: input.parts, initiative: input).find()
        let rankingTensions = tensionFinder.betweenUses(orders.map { ($0.part, $0.rankings) })
        let tensions = normTensions + functionTensions + rankingTensions + documentTensions(inconsistencies)
        let place = PlaceSummarizer(index: index, parts: input.parts, weights: weights.byPart)
        let goals = GoalsAndRoles(index: index, findings: findings)
        let summaries = OrderSummaries(index: index)
        let placeSummary = place.place()
        let layers = place.layers(askedAbout: place.designationsAskedAbout())
        let texts = ReportTexts(
            index: index, input: input, initiative: initiative, findings: findings, layers: layers,
            tensions: functionTensions, outsideShare: outsideShare)

        var report = AssessmentReport(
            receipt: try receipt(), asOf: input.asOf, notConsulted: commitments.notConsulted(),
            initiative: try summary(),
            place: placeSummary, layers: layers, findings: findings, notApplied: notApplied(evaluations, findings),
            useRankings: summaries.rankings(orders.map(\.rankings)),
            placeLadders: summaries.ladders(orders.map(\.ladders)),
            tensions: tensions.sorted { $0.id < $1.id },
            triggers: TriggerEvaluator(
                index: index, initiative: input, collision: collision(normTensions + functionTensions)
            ).results(),
            frames: SheetBuilder(index: index, initiative: input, findings: findings).frames(), roles: goals.roles(),
            goals: goals.goals(), agreements: commitments.agreements(), participation: commitments.contributions(),
            inconsistencies: inconsistencies, counts: counts(findings),
            warnings: texts.warnings(
                places: places, demo: request.demo,
                declared: DeclaredShares(index: index, initiative: initiative, parts: input.parts, places: places)
                    .warnings()),
            plainLanguage: texts.plainLanguage(), request: request)
        try Self.seal(&report)
        return report
    }

    /// Puts in the receipt the hash of the report without that hash. The text is written once: the hash is taken around
    /// the place where it will stand.
    private static func seal(_ report: inout AssessmentReport) throws(InputRefused) {
        let placeholder = String(repeating: "0", count: 64)
        report.receipt.resultHash = placeholder
        guard var text = try? report.json.canonical() else { throw notANumber }
        // The receipt's names are sorted, so another member always stands before this one. The first such member is the
        // receipt's: only the request, which comes after it, holds members that somebody else named.
        let member = Array(",\"resultHash\":\"\(placeholder)\"".utf8)
        guard let place = text.firstRange(of: member) else { throw notANumber }
        var hasher = SHA256()
        hasher.update(data: text[..<place.lowerBound])
        hasher.update(data: text[place.upperBound...])
        let hash = ReportHash.text(hasher.finalize())
        text.replaceSubrange((place.upperBound - 65)..<(place.upperBound - 1), with: hash.utf8)
        report.receipt.resultHash = hash
        report.canonicalJSON = text
    }

    private static let notANumber = InputRefused([
        InputProblem(.wrongType, at: "", "het initiatief bevat een getal dat niet bestaat")
    ])

    /// SHA-256 of canonical JSON.
    private static func hash(_ value: JSONValue) throws(InputRefused) -> String {
        guard let text = try? value.canonical() else { throw notANumber }
        return ReportHash.text(SHA256.hash(data: text))
    }

    private func receipt() throws(InputRefused) -> Receipt {
        Receipt(
            engine: EngineVersion.current, geos: GeometryLibraries.geosVersion, proj: GeometryLibraries.projVersion,
            rdGrid: Transformer.gridName, house: index.house.id, houseHash: assessor.houseHash,
            normaliser: assessor.normaliser, layerHashes: assessor.facts.layerHashes,
            inputHash: try Self.hash(["asOf": .string(input.asOf.description), "request": request.json]),
            resultHash: nil)
    }

    private func summary() throws(InputRefused) -> InitiativeSummary {
        var parts: [InitiativeSummary.Part] = []
        for (part, place) in zip(initiative.parts, places) {
            guard let geometry = try? place.shape.geoJSON(in: .rd) else {
                throw InputRefused([
                    InputProblem(.invalidGeometry, at: part.pointer + "/geometry", "de geometrie is niet te schrijven")
                ])
            }
            parts.append(
                InitiativeSummary.Part(
                    id: part.id,
                    activities: part.activities.map { InitiativeSummary.Named(id: $0, label: index.named($0)) },
                    change: part.change, phase: part.phase, geometry: geometry, measure: place.shape.overlapMeasure,
                    use: part.use, reach: part.reach, properties: part.properties))
        }
        return InitiativeSummary(title: initiative.title, parts: parts, outsideShare: outsideShare, answers: answered())
    }

    private func answered() -> [InitiativeSummary.Answered] {
        initiative.answers.sorted { $0.key < $1.key }.map { question, answer in
            InitiativeSummary.Answered(
                question: question, asks: index.questionTexts[question] ?? question, value: answer.value, by: answer.by,
                reason: answer.reason, on: answer.on)
        }
    }

    /// Norms that apply to no part; a norm that applies to one part only stands among the findings.
    private func notApplied(_ evaluations: [PartEvaluation], _ findings: [ReportFinding]) -> [NotAppliedSummary] {
        let found = Set(findings.map(\.norm))
        var first: [String: NotAppliedSummary] = [:]
        for evaluation in evaluations {
            for item in evaluation.notApplied where first[item.norm] == nil && !found.contains(item.norm) {
                first[item.norm] = NotAppliedSummary(norm: item.norm, because: item.because, detail: item.detail)
            }
        }
        return first.values.sorted { $0.norm < $1.norm }
    }

    /// Interests collide when tensions rest on decided findings; undecided ones leave it open.
    private func collision(_ tensions: [Tension]) -> Truth {
        let isUndecided = { (tension: Tension) in
            tension.hints.contains { $0.hasPrefix(Tension.Hint.undecided.rawValue) }
        }
        if tensions.contains(where: { !isUndecided($0) }) { return .yes }
        return tensions.isEmpty ? .no : .unknown
    }

    private func documentTensions(_ inconsistencies: [InconsistencyResult]) -> [Tension] {
        inconsistencies.compactMap { item in
            let documents = Set(item.sources.map(\.document))
            guard documents.count > 1 else { return nil }
            return Tension(
                id: "document:" + item.id, kind: .document, between: documents.sorted(), about: item.summary, hints: [],
                resolvedBy: nil)
        }
    }

    private func counts(_ findings: [ReportFinding]) -> [String: Int] {
        Dictionary(findings.map { ($0.effect.rawValue, 1) }, uniquingKeysWith: +)
    }
}

extension Shape {
    /// The size of the shape itself.
    var overlapMeasure: OverlapMeasure {
        switch kind.dimension {
        case 2: OverlapMeasure(kind: .area, value: areaSquareMetres, share: nil)
        case 1: OverlapMeasure(kind: .length, value: lengthMetres, share: nil)
        default: OverlapMeasure(kind: .point, value: nil, share: nil)
        }
    }
}

extension [UInt8] {
    /// The first place of a run of bytes.
    fileprivate func firstRange(of run: [UInt8]) -> Range<Int>? {
        guard let first = run.first, count >= run.count else { return nil }
        for start in 0...(count - run.count)
        where self[start] == first && self[start..<(start + run.count)].elementsEqual(run) {
            return start..<(start + run.count)
        }
        return nil
    }
}
