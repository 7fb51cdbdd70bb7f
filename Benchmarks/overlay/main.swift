import CanonicalJSON
import Foundation
import Geometry
import MapLayers
import PolicyModel

// Measures how long it takes to find what polygons share with the layers of a store, on one thread.
// Usage: kompas-bench-overlay STORE POLYGONS RESULTS, where POLYGONS has one GeoJSON geometry in RD a line and RESULTS
// gets one line a polygon with the square metres shared with each feature, and a last line with the times.

struct Plan {
    let shape: Shape
    var areas: [String: Double] = [:]
}

func seconds(_ body: () throws -> Void) rethrows -> Double {
    let clock = ContinuousClock()
    let elapsed = try clock.measure(body)
    return Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
}

func run(_ arguments: [String]) throws {
    guard arguments.count == 4 else {
        print("usage: kompas-bench-overlay STORE POLYGONS RESULTS")
        return
    }
    let lines = try String(contentsOfFile: arguments[2], encoding: .utf8).split(separator: "\n")
    var plans = try lines.map { Plan(shape: try GeometryReader(crs: .rd).read(JSONValue.parse(String($0)))) }
    let store = try LayerStore.open(URL(fileURLWithPath: arguments[1]))
    let layers = try MapLayers(
        designations: [], bindings: [], outline: "", houseFolder: URL(fileURLWithPath: "/nonexistent"), store: store)
    let names = layers.layers.map(\.id)
    func areas() throws -> Double {
        try seconds {
            for place in plans.indices {
                plans[place].areas = [:]
                for name in names {
                    for (feature, area) in try layers.sharedAreas(of: plans[place].shape, layer: name) {
                        plans[place].areas["\(name)/\(feature)"] = area
                    }
                }
            }
        }
    }
    let cold = try areas()
    let warm = try (0..<3).map { _ in try areas() }.min() ?? 0
    let facts = seconds { for plan in plans { _ = layers.facts(for: plan.shape) } }
    var output = plans.map { plan in
        JSONValue.object(JSONObject(plan.areas.sorted { $0.key < $1.key }.map { ($0.key, .number($0.value)) }))
            .compact()
    }
    let times: JSONValue = ["coldSeconds": .number(cold), "warmSeconds": .number(warm), "factsSeconds": .number(facts)]
    output.append(times.compact())
    try output.joined(separator: "\n").write(toFile: arguments[3], atomically: true, encoding: .utf8)
}

do {
    try run(CommandLine.arguments)
} catch {
    print("error: \(error)")
    exit(1)
}
