import CanonicalJSON
import Foundation
import Geometry
import MapLayers
import NormEngine
import OpportunityMap
import PolicyContent
import PolicyModel

// kompas-bench-opportunity HOUSE [--layers STORE] [--schemas FOLDER] [--export FOLDER] [--cells 100,50,25,10] [--activity ID]
//     [--verify CELLS]
//
// Times of the opportunity map, planes warm: classes and hectares, and again after a changed norm. With --export it writes
// planes and program of the largest question for `opportunity_numpy.py`, which does the same in NumPy and GDAL. With --verify
// it holds maps against assessments instead, so many cells per activity.

func option(_ name: String) -> String? {
    guard let place = CommandLine.arguments.firstIndex(of: name), place + 1 < CommandLine.arguments.count else {
        return nil
    }
    return CommandLine.arguments[place + 1]
}

func milliseconds(_ body: () throws -> Void) rethrows -> Double {
    let clock = ContinuousClock()
    let time = try clock.measure(body)
    return Double(time.components.seconds) * 1000 + Double(time.components.attoseconds) / 1e15
}

/// The best and the median of some runs.
func repeated(_ count: Int, _ body: () throws -> Void) rethrows -> (best: Double, median: Double) {
    var times: [Double] = []
    for _ in 0..<count { times.append(try milliseconds(body)) }
    times.sort()
    return (times[0], times[times.count / 2])
}

func text(_ value: Double, _ decimals: Int = 2) -> String { String(format: "%.\(decimals)f", value) }

/// Megabytes that the program holds in memory.
func residentMegabytes() -> Double {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") } ?? ""
    return (Double(line.split(whereSeparator: \.isWhitespace).dropFirst().first ?? "0") ?? 0) / 1024
}

/// Gigabytes a second that one core reads: the limit of what a program over planes can do.
func bandwidth() -> Double {
    let words = [UInt64](repeating: 0x5555_5555_5555_5555, count: 32 << 20)
    var sum: UInt64 = 0
    let time = repeated(5) {
        words.withUnsafeBufferPointer { words in for word in words { sum |= word } }
    }
    guard sum != 0 else { return 0 }
    return Double(words.count * 8) / time.best / 1e6
}

let folder = URL(filePath: CommandLine.arguments.count > 1 ? CommandLine.arguments[1] : "", directoryHint: .isDirectory)
let schemas = option("--schemas").map { URL(filePath: $0, directoryHint: .isDirectory) }
guard let house = HouseLoader(folder: folder, schemas: schemas).load().house else {
    FileHandle.standardError.write(Data("no house in \(folder.path)\n".utf8))
    exit(2)
}
let index = HouseIndex(house)
let store = try option("--layers").map { try LayerStore.open(URL(filePath: $0)) }
let layers = try MapLayers(house: house, folder: folder, store: store)
guard let box = MapExtent.box(of: layers), let day = PolicyDate("2026-11-20") else { exit(2) }
if let cells = option("--verify").flatMap(Int.init) {
    let verification = Verification(index: index, layers: layers, day: day, cells: cells)
    exit(try verification.run(box: box) == 0 ? 0 : 1)
}
let sizes = (option("--cells") ?? "100,50,25,10").split(separator: ",").compactMap { Double($0) }

func question(_ activity: String) -> OpportunityQuestion {
    OpportunityQuestion(
        part: PartInput(
            id: "1", activities: [activity], change: .nieuw, use: DepthInterval(from: 100, to: 200),
            reach: DepthInterval(from: 0, to: 200), facts: SpatialFacts(layers: [:])), asOf: day)
}

// From few norms to many: how cost grows with norms and planes.
let compiler = ActivityCompiler(index: index, layers: layers)
let all = house.activities.map { ($0.id, compiler.compile(question($0.id))) }
    .sorted { ($0.1.size.planes, $0.0) < ($1.1.size.planes, $1.0) }
var chosen = [0, all.count / 4, all.count / 2, 3 * all.count / 4, all.count - 1].map { all[$0].0 }
if let asked = option("--activity") { chosen = [asked] }

print("memory read by one core: \(text(bandwidth(), 1)) GB/s")
print(
    "cell m   cells  activity                  norms planes instructions   build ms  map ms: best, median  norm changed  planes MB"
)
for size in sizes {
    let grid = try CellGrid(cellMetres: size, covering: box)
    let maker = PlaneMaker(layers: layers, needs: house.factNeeds, grid: grid)
    let mapper = OpportunityMapper(maker: maker)
    for activity in chosen {
        let compiled = compiler.compile(question(activity))
        let build = try milliseconds { _ = try maker.planes(compiled.sources.union([.insideHouse])) }
        var result = try mapper.map(compiled)
        let warm = try repeated(15) { result = try mapper.map(compiled, reusing: result) }
        // Another effect of the last norm about the activity, back and forth: what depends on it is compiled and computed anew.
        var changed = house
        if let place = changed.norms.firstIndex(where: { $0.id == compiled.norms.last?.norm.id }) {
            changed.norms[place].effect = changed.norms[place].effect == .prohibited ? .permitted : .prohibited
        }
        let compilers = [ActivityCompiler(index: HouseIndex(changed), layers: layers), compiler]
        var (turn, latest) = (0, compiled)
        let again = try repeated(10) {
            latest = compilers[turn % 2].compile(question(activity), since: latest)
            result = try mapper.map(latest, since: result)
            turn += 1
        }
        let sizeOf = compiled.size
        let name = activity.padding(toLength: 25, withPad: " ", startingAt: 0)
        print(
            String(format: "%6.0f %7.1fM ", size, Double(grid.cellCount) / 1e6), name,
            String(format: "%5d %6d %12d ", compiled.norms.count, sizeOf.planes, sizeOf.instructions),
            String(
                format: "%9.0f %10.2f %8.2f %10.2f %8.2f", build, warm.best, warm.median, again.best, again.median),
            String(format: "%12.1f", Double(maker.byteCount) / 1e6))
    }
    print("memory of the program: \(text(residentMegabytes(), 0)) MB")
}

if let export = option("--export"), let activity = chosen.last {
    let target = URL(filePath: export, directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
    for size in sizes where size == 25 || size == 10 || sizes.count == 1 {
        let grid = try CellGrid(cellMetres: size, covering: box)
        let maker = PlaneMaker(layers: layers, needs: house.factNeeds, grid: grid)
        let compiled = compiler.compile(question(activity))
        let planes = try maker.planes(compiled.sources.union([.insideHouse]))
        var bytes = Data()
        for source in compiled.orderedSources + [.insideHouse] {
            bytes.append(contentsOf: planes[source]?.packedBytes() ?? [])
        }
        try bytes.write(to: target.appending(path: "planes-\(Int(size)).bin"))
        let mapper = OpportunityMapper(maker: maker)
        var result = try mapper.map(compiled)
        let warm = try repeated(15) { result = try mapper.map(compiled, reusing: result) }
        // Only which cells lie in a layer: what a rasteriser makes.
        let fresh = PlaneMaker(layers: layers, needs: house.factNeeds, grid: grid)
        let inside = Set(layers.layers.map { PlaneSource.hit(layer: $0.id, features: nil) })
        for layer in layers.layers { _ = try layers.contentHash(of: layer.id) }
        let drawn = try milliseconds { for plane in inside { _ = try fresh.plane(plane) } }
        let header: JSONValue = [
            "program": compiled.exported(), "activity": .string(activity), "columns": .number(Double(grid.columns)),
            "rows": .number(Double(grid.rows)), "wordsPerRow": .number(Double(grid.wordsPerRow)),
            "cellMetres": .number(size), "west": .number(grid.box.minX), "south": .number(grid.box.minY),
            "counts": .array(result.classes.map { .number(Double($0.cellCount)) }),
            "kompasMilliseconds": .number(warm.median), "drawMilliseconds": .number(drawn),
            "layers": .number(Double(inside.count)),
        ]
        try Data(header.compact().utf8).write(to: target.appending(path: "program-\(Int(size)).json"))
    }
    // The same pieces for the rasteriser of GDAL.
    var drawings: [JSONValue] = []
    for layer in layers.layers {
        let shapes = try layers.shapes(layer: layer.id, within: box)
        drawings.append([
            "layer": .string(layer.id), "shapes": .array(try shapes.map { try $0.geoJSON(in: .rd) }),
        ])
    }
    try Data(JSONValue.array(drawings).compact().utf8).write(to: target.appending(path: "layers.json"))
}
