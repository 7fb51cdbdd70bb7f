import ArgumentParser
import Assessment
import CanonicalJSON
import Geometry
import MapLayers
import NormEngine
import PolicyModel

/// A place told on the command line.
struct PlaceFlags: ParsableArguments {
    @Option(help: ArgumentHelp("Punt in RD, in meters.", valueName: "x,y"))
    var at: String?

    @Option(help: ArgumentHelp("Punt in lengte- en breedtegraden.", valueName: "lon,lat"))
    var lonlat: String?

    @Option(help: ArgumentHelp("Naam van een kern; het vlak van die kern is de plek.", valueName: "naam"))
    var place: String?

    @Option(help: ArgumentHelp("Straal in meters om de plek.", valueName: "meters"))
    var radius: Double?

    var isGiven: Bool { at != nil || lonlat != nil || place != nil }

    func validate() throws {
        guard [at, lonlat, place].count(where: { $0 != nil }) <= 1 else {
            throw ValidationError("noem één plek: --at, --lonlat of --place")
        }
        if let radius, !(radius > 0 && radius <= 100_000) {
            throw ValidationError("--radius moet meer dan 0 en hoogstens 100000 meter zijn")
        }
    }

    /// The geometry as GeoJSON and the CRS that it is in.
    func geometry(in workspace: Workspace) throws -> (geometry: JSONValue, crs: String) {
        if let place { return (try grown(settlement(place, in: workspace)), CRS.rd.rawValue) }
        if let at {
            let pair = try numbers(at, option: "--at", example: "233000,556000")
            return (try point(pair, crs: .rd), CRS.rd.rawValue)
        }
        let pair = try numbers(lonlat ?? "", option: "--lonlat", example: "6.56,52.99")
        return (try point(pair, crs: .crs84), radius == nil ? CRS.crs84.rawValue : CRS.rd.rawValue)
    }

    private func numbers(_ text: String, option: String, example: String) throws -> (Double, Double) {
        let fields = text.split(separator: ",", omittingEmptySubsequences: false).map { Double($0.trimmingSpaces) }
        guard fields.count == 2, let first = fields[0], let second = fields[1], first.isFinite, second.isFinite else {
            throw ValidationError("\(option) moet twee getallen zijn, bijvoorbeeld \(option) \(example)")
        }
        return (first, second)
    }

    private func point(_ pair: (Double, Double), crs: CRS) throws -> JSONValue {
        let geometry: JSONValue = ["type": "Point", "coordinates": [.number(pair.0), .number(pair.1)]]
        guard radius != nil else { return geometry }
        do {
            return try grown(GeometryReader(crs: crs).read(geometry))
        } catch let problems as GeometryProblems {
            throw Failure.input(
                problems.problems.map { InputProblem(.invalidGeometry, at: "/geometry" + $0.pointer, $0.message) },
                format: .text)
        }
    }

    private func grown(_ shape: Shape) throws -> JSONValue {
        try (radius.map { try shape.buffer(metres: $0) } ?? shape).geoJSON(in: .rd)
    }

    private func settlement(_ name: String, in workspace: Workspace) throws -> Shape {
        let designations = workspace.index.house.designations.filter { $0.kind == .settlement }
        let matches: [FeatureMatch]
        let known: [String]
        do {
            matches = try designations.flatMap { try workspace.layers.matches(named: name, designation: $0.id) }
            known = try designations.flatMap { try workspace.layers.features(of: $0.id) }.compactMap(\.name)
        } catch {
            throw Failure.broken("de kernen zijn niet te lezen: \(error)")
        }
        if matches.count == 1, let match = matches.first, match.isExact { return match.shape }
        if matches.isEmpty {
            let near = nearMisses(of: name, in: known)
            let help =
                near.isEmpty
                ? "noem de plek met --at of --lonlat" : "bedoelt u \(near.map { "`\($0)`" }.joined(separator: " of "))?"
            throw Failure.message("de kern `\(name)` is niet bekend", help: help)
        }
        let candidates = matches.map { "\($0.feature.name ?? $0.feature.id) (\($0.feature.id))" }.joined(
            separator: ", ")
        throw Failure.message("`\(name)` is niet eenduidig: \(candidates)", help: "noem de plek met --at of --lonlat")
    }
}

extension StringProtocol {
    var trimmingSpaces: String {
        var text = Substring(self)
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
