import Assessment
import CanonicalJSON
import Foundation
import Geometry
import MapLayers
import NormEngine
import PolicyContent
import PolicyModel

/// Times the steps of an assessment in one process, on one thread: facts, norms, whole report, JSON.
///
/// Usage: `kompas-bench-assessment HOUSE [LAYERSTORE]`. Seeded, so that two runs ask the same.
@main
struct AssessmentBenchmark {
    static let rounds = 2000

    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count > 1 else {
            print("usage: kompas-bench-assessment HOUSE [LAYERSTORE]")
            exit(2)
        }
        let folder = URL(filePath: arguments[1], directoryHint: .isDirectory)
        let opened = HouseSnapshot.open(folder: folder, engineVersion: EngineVersion.current)
        guard let house = opened.house else {
            print("the house cannot be read")
            exit(1)
        }
        let store = try arguments.dropFirst(2).first.map { try LayerStore.open(URL(filePath: $0)) }
        let layers = try MapLayers(house: house, folder: folder, store: store, includesDemonstration: true)
        let index = HouseIndex(house)
        let assessor = Assessor(
            index: index, houseHash: opened.houseHash, normaliser: nil, facts: HouseLayers(layers))
        try run(Initiatives(index: index, layers: layers), assessor: assessor, layers: layers, index: index)
    }

    private static func run(
        _ initiatives: Initiatives, assessor: Assessor, layers: MapLayers, index: HouseIndex
    ) throws {
        let clock = ContinuousClock()
        let needs = index.house.factNeeds
        var samples = Samples()
        guard let day = PolicyDate("2026-11-20") else { return }
        var bytes = 0
        // The first rounds warm caches up and are not counted.
        var counted = 0
        var round = 0
        while counted < rounds {
            round += 1
            let input = initiatives.initiative(round)
            let shape = try GeometryReader(crs: .rd).read(input.geometry)
            var facts = SpatialFacts(layers: [:])
            let factTime = clock.measure { facts = layers.facts(for: shape, needs: needs) }
            let part = PartInput(id: "1", activities: [input.activity], change: .nieuw, facts: facts)
            let asked = InitiativeInput(parts: [part], asOf: day)
            var evaluation: PartEvaluation?
            let normTime = clock.measure { evaluation = NormEvaluator(index: index, initiative: asked).evaluate(part) }
            precondition(evaluation?.part == "1")
            var report: AssessmentReport?
            let request = AssessmentRequest(input: input.json, crs: "EPSG:28992")
            // A place outside the house is refused and tells nothing of the speed.
            let reportTime = clock.measure { report = try? assessor.assess(request, on: day) }
            guard report != nil else { continue }
            var written: [UInt8] = []
            let jsonTime = try clock.measure { written = try report?.json.canonical() ?? [] }
            if round > rounds / 2 {
                counted += 1
                samples.add(facts: factTime, norms: normTime, report: reportTime, json: jsonTime)
                bytes = max(bytes, written.count)
            }
        }
        samples.show()
        print("largest report: \(bytes / 1024) KB")
    }
}

/// Seeded initiatives: every activity of the house, on discs of 30 m to 2 km somewhere in the house.
struct Initiatives {
    struct One {
        var activity: String
        var geometry: JSONValue
        var json: JSONValue
    }

    private let activities: [String]
    private let box: BoundingBox

    init(index: HouseIndex, layers: MapLayers) throws {
        activities = index.house.activities.map(\.id).sorted()
        let outline = try layers.features(of: index.house.outline).first?.name
        let matches = try outline.map { try layers.matches(named: $0, designation: index.house.outline) }
        box = matches?.first?.shape.boundingBox ?? BoundingBox(minX: 0, minY: 300_000, maxX: 280_000, maxY: 620_000)
    }

    func initiative(_ round: Int) -> One {
        var random = SplitMix(state: UInt64(round) &+ 2026)
        let x = box.minX + (0.25 + 0.5 * random.unit()) * box.width
        let y = box.minY + (0.25 + 0.5 * random.unit()) * box.height
        let radius = 15 + 985 * random.unit()
        let ring = (0...12).map { corner -> JSONValue in
            let angle = Double(corner % 12) * .pi / 6
            return [.number((x + radius * cos(angle)).rounded()), .number((y + radius * sin(angle)).rounded())]
        }
        let activity = activities[Int(random.next() % UInt64(activities.count))]
        let geometry: JSONValue = ["type": "Polygon", "coordinates": [.array(ring)]]
        return One(
            activity: activity, geometry: geometry,
            json: [
                "type": "Feature", "geometry": geometry,
                "properties": ["activities": [.string(activity)], "change": "nieuw"],
            ])
    }
}

struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    mutating func unit() -> Double { Double(next() >> 11) / Double(1 << 53) }
}

/// Durations per step.
struct Samples {
    private var steps: [(name: String, values: [Double])] = [
        ("facts", []), ("norms", []), ("facts and norms", []), ("whole report", []), ("JSON", []),
    ]

    mutating func add(facts: Duration, norms: Duration, report: Duration, json: Duration) {
        for (position, duration) in [facts, norms, facts + norms, report, json].enumerated() {
            steps[position].values.append(duration / .milliseconds(1))
        }
    }

    func show() {
        for step in steps {
            let sorted = step.values.sorted()
            func at(_ share: Double) -> String {
                String(format: "%8.3f", sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))])
            }
            print(
                "\(step.name.padding(toLength: 18, withPad: " ", startingAt: 0)) p50 \(at(0.5)) ms   p99 \(at(0.99)) ms   max \(at(1)) ms"
            )
        }
    }
}
