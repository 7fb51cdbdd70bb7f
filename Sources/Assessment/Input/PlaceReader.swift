import CanonicalJSON
import Geometry

/// Reads the geometries of an initiative into the computing CRS; all problems at once.
struct PlaceReader {
    struct Place {
        var shape: Shape
        var crs: CRS
    }

    /// - Returns: the places of the parts that can be read, in their order.
    static func read(_ parts: [Initiative.Part], problems: inout [InputProblem]) -> [Place] {
        var places: [Place] = []
        for part in parts where part.geometry.object != nil {
            do {
                places.append(Place(shape: try GeometryReader(crs: part.crs).read(part.geometry), crs: part.crs))
            } catch {
                problems += error.problems.map { problem in
                    InputProblem(
                        problem.code == .tooManyVertices ? .tooManyVertices : .invalidGeometry,
                        at: part.pointer + "/geometry" + problem.pointer, problem.message)
                }
            }
        }
        return places
    }
}
