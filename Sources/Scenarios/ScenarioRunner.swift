public import Assessment
import CanonicalJSON
public import NormEngine
public import PolicyContent
import PolicyModel

/// Runs scenarios through the assessment that everyone uses, and compares what comes out with what they expect.
public struct ScenarioRunner: Sendable {
    let index: HouseIndex
    /// Facts of real places, for scenarios that name one; `nil` refuses these.
    let layers: (any SpatialFactSource)?
    private let assessor: Assessor

    public init(index: HouseIndex, layers: (any SpatialFactSource)?) {
        self.index = index
        self.layers = layers
        let nothing = GivenFactSource(house: index.house, facts: [])
        assessor = Assessor(index: index, houseHash: "", normaliser: nil, facts: nothing)
    }

    /// What became of one scenario.
    public struct Outcome: Sendable, Hashable {
        public var scenario: String
        public var location: String
        /// What was not as expected, one line each; empty when all was.
        public var failures: [String]
        /// Norms that were expected to be found, and were.
        public var reached: Set<String>

        public var isSuccess: Bool { failures.isEmpty }
    }

    public func run(_ scenario: Scenario) -> Outcome {
        var outcome = Outcome(scenario: scenario.id, location: scenario.location, failures: [], reached: [])
        outcome.failures += dangling(scenario)
        do {
            let report = try assess(scenario)
            for expectation in scenario.expectations {
                if let failure = ScenarioComparison(report: report).failure(of: expectation) {
                    outcome.failures.append(failure)
                } else if case .norm(let norm, _, _) = expectation.subject {
                    outcome.reached.insert(norm)
                }
            }
            for norm in scenario.absent {
                for finding in report.findings where finding.norm == norm {
                    outcome.failures.append("`\(norm)` must not appear, but \(finding.state.rawValue)")
                }
            }
        } catch let refused as InputRefused {
            outcome.failures += refused.problems.map { "the initiative is refused: \($0.pointer): \($0.message)" }
        } catch {
            outcome.failures.append("\(error)")
        }
        return outcome
    }

    /// The report of a scenario. Throws ``InputRefused``, or ``ScenarioNeedsLayers``.
    public func assess(_ scenario: Scenario) throws -> AssessmentReport {
        let parts = [Scenario.Part(given: scenario.given, place: scenario.place)] + scenario.otherParts
        var given: [Scenario.GivenFacts] = []
        var real = false
        let features = parts.enumerated().map { number, part -> JSONValue in
            switch part.place {
            case .facts(let facts):
                given.append(facts)
                return feature(
                    part.given, Self.point(GivenFactSource.origin.x + Double(number), GivenFactSource.origin.y))
            case .point(let x, let y, _):
                real = true
                given.append(.init())
                return feature(part.given, Self.point(x, y))
            }
        }
        if real, layers == nil { throw ScenarioNeedsLayers() }
        let source: any SpatialFactSource =
            if real, let layers { layers } else { GivenFactSource(house: index.house, facts: given) }
        return try assessor.with(facts: source).assess(
            AssessmentRequest(input: input(scenario, features), crs: index.house.crs), on: scenario.on)
    }

    private func input(_ scenario: Scenario, _ features: [JSONValue]) -> JSONValue {
        var answers = JSONObject()
        for (question, value) in scenario.answers.sorted(by: { $0.key < $1.key }) {
            answers[question] = [
                "value": .bool(value), "by": "scenario", "reason": .string(scenario.title),
                "on": .string(scenario.on.description),
            ]
        }
        var members = JSONObject()
        members["type"] = "FeatureCollection"
        members["features"] = .array(features)
        if !scenario.answers.isEmpty { members["answers"] = .object(answers) }
        if let role = scenario.initiator { members["initiator"] = ["role": .string(role)] }
        return .object(members)
    }

    private func feature(_ given: JSONObject, _ geometry: JSONValue) -> JSONValue {
        ["type": "Feature", "geometry": geometry, "properties": .object(given)]
    }

    private static func point(_ x: Double, _ y: Double) -> JSONValue {
        ["type": "Point", "coordinates": [.number(x), .number(y)]]
    }

    /// Names that the house does not know: a scenario about them could never fail.
    private func dangling(_ scenario: Scenario) -> [String] {
        var failures: [String] = []
        let norms = Set(index.house.norms.map(\.id))
        let designations = Set(index.house.designations.map(\.id))
        for norm in scenario.absent where !norms.contains(norm) { failures.append("there is no norm `\(norm)`") }
        for place in [scenario.place] + scenario.otherParts.map(\.place) {
            guard case .facts(let facts) = place else { continue }
            let named =
                Set(facts.features.map(\.designation)).union(facts.distances.keys).union(facts.shares.keys)
                .union(facts.unknown).union(facts.towards.values)
            for id in named.subtracting(designations).sorted() { failures.append("there is no designation `\(id)`") }
        }
        return failures
    }
}

/// A scenario names a real place and no map layers are at hand.
public struct ScenarioNeedsLayers: Error, CustomStringConvertible {
    public var description: String { "this scenario needs map layers" }
}
