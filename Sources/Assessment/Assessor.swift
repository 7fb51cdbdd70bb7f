import CanonicalJSON
import Geometry
public import NormEngine
public import PolicyModel

/// Joins what is asked, what is there and what policy says into one report.
///
/// The same request, house, layers and engine give the same report, to the byte.
public struct Assessor: Sendable {
    public let index: HouseIndex
    let houseHash: String
    let normaliser: String?
    private(set) var facts: any SpatialFactSource
    private let needs: FactNeeds
    /// What each designation is about: the surface or the ground below.
    public let strata: [String: Stratum]

    /// - Parameters:
    ///   - houseHash: SHA-256 of the content of the house.
    ///   - normaliser: version of the normaliser with which passages were verified.
    public init(index: HouseIndex, houseHash: String, normaliser: String?, facts: any SpatialFactSource) {
        self.index = index
        self.houseHash = houseHash
        self.normaliser = normaliser
        self.facts = facts
        needs = index.house.factNeeds
        strata = index.strata()
    }

    /// The same with facts from elsewhere.
    public func with(facts: any SpatialFactSource) -> Assessor {
        var copy = self
        copy.facts = facts
        return copy
    }

    /// - Parameter day: date whose policy is applied.
    /// - Throws: all problems of the input at once; then nothing has been assessed.
    public func assess(_ request: AssessmentRequest, on day: PolicyDate) throws(InputRefused) -> AssessmentReport {
        let (initiative, places) = try read(request)
        var parts: [PartInput] = []
        for (part, place) in zip(initiative.parts, places) {
            parts.append(
                PartInput(
                    id: part.id, activities: part.activities, change: part.change, phase: part.phase, use: part.use,
                    reach: part.reach, properties: part.properties, facts: facts.facts(for: place.shape, needs: needs)))
        }
        let weights = PartWeights(places.map(\.shape), ids: initiative.parts.map(\.id))
        let outside = weights.average(parts) { $0.facts.outsideShare }
        if outside >= 1 {
            throw InputRefused(
                initiative.parts.map { part in
                    InputProblem(
                        .outsideHouse, at: part.pointer + "/geometry",
                        "de plek ligt buiten het gebied van \(index.house.authority.name)",
                        help: "kijk of de coördinaten en het coördinatenstelsel kloppen")
                })
        }
        let input = InitiativeInput(
            parts: parts, initiatorRole: initiative.initiatorRole, answers: initiative.answers, asOf: day)
        return try ReportBuilder(
            assessor: self, request: request, initiative: initiative, places: places, input: input, weights: weights,
            outsideShare: outside
        ).report()
    }
}

extension Assessor {
    /// The initiative and its places, or all problems of both at once.
    private func read(
        _ request: AssessmentRequest
    ) throws(InputRefused) -> (initiative: Initiative, places: [PlaceReader.Place]) {
        var problems: [InputProblem] = []
        let initiative = InitiativeReader(index: index).examine(request.input, crs: request.crs, problems: &problems)
        let places = PlaceReader.read(initiative?.parts ?? [], problems: &problems)
        guard problems.isEmpty, let initiative else { throw InputRefused(problems) }
        return (initiative, places)
    }
}

/// How much each part counts in sums over the initiative: by area, else by length, else by number.
struct PartWeights {
    let byPart: [String: Double]

    init(_ shapes: [Shape], ids: [String]) {
        let dimension = shapes.map(\.kind.dimension).max() ?? 0
        var weights: [String: Double] = [:]
        for (shape, id) in zip(shapes, ids) {
            guard shape.kind.dimension == dimension else {
                weights[id] = 0
                continue
            }
            weights[id] = dimension == 2 ? shape.areaSquareMetres : dimension == 1 ? shape.lengthMetres : 1
        }
        byPart = weights
    }

    func average(_ parts: [PartInput], _ value: (PartInput) -> Double) -> Double {
        let total = parts.reduce(0) { $0 + (byPart[$1.id] ?? 0) }
        guard total > 0 else { return 0 }
        return parts.reduce(0) { $0 + value($1) * (byPart[$1.id] ?? 0) } / total
    }
}
