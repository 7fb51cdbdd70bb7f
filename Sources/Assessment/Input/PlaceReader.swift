import CanonicalJSON
import Geometry

/// Reads the geometries of an initiative into the computing CRS; all problems at once.
struct PlaceReader {
    struct Place {
        var shape: Shape
        var crs: CRS
    }

    /// - Parameter override: CRS given outside the input, for messages about where it came from.
    func read(_ initiative: Initiative, override: String?) throws(InputRefused) -> [Place] {
        var problems: [InputProblem] = []
        var places: [Place] = []
        for part in initiative.parts {
            guard let crs = part.crs.map({ CRS(parsing: $0) }) ?? .crs84 else {
                problems.append(
                    InputProblem(
                        .unknownValue, at: override == nil ? part.pointer + "/crs" : "",
                        "het coördinatenstelsel `\(part.crs ?? "")` kent Kompas niet",
                        help: "gebruik EPSG:28992, EPSG:4258, EPSG:9067 of OGC:CRS84"))
                continue
            }
            do {
                places.append(Place(shape: try GeometryReader(crs: crs).read(part.geometry), crs: crs))
            } catch {
                for problem in error.problems {
                    problems.append(
                        InputProblem(
                            problem.code == .tooManyVertices ? .tooManyVertices : .invalidGeometry,
                            at: part.pointer + "/geometry" + problem.pointer, problem.message))
                }
            }
        }
        guard problems.isEmpty else { throw InputRefused(problems) }
        return places
    }
}
