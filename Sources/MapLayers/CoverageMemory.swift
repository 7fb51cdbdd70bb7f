import Geometry

/// Areas made ready for comparing, kept between questions about places that lie near each other. Belongs to one thread, and
/// to one layer.
package final class CoverageMemory {
    enum Key: Hashable {
        case coverage
        case outline([Int])
        case grown([Int], metres: Double)
    }

    /// An area to compare with; nothing is known where it has no shape.
    struct Area {
        let shape: Shape?
        let prepared: PreparedShape?

        init(_ shape: Shape?) throws(GeometryError) {
            self.shape = shape
            if let shape {
                prepared = try PreparedShape(shape)
            } else {
                prepared = nil
            }
        }
    }

    /// More are not kept: one place after another asks about the same few.
    private static let limit = 8
    private var areas: [Key: Area] = [:]

    package init() {}

    func area(
        _ key: Key, orMake make: () throws(GeometryError) -> Shape?
    ) throws(GeometryError) -> Area {
        if let known = areas[key] { return known }
        let area = try Area(try make())
        if areas.count >= Self.limit { areas.removeAll() }
        areas[key] = area
        return area
    }
}
