public import CanonicalJSON

/// Reads a GeoJSON geometry (RFC 7946) in any known CRS and tells all that is wrong with it at once.
///
/// Coordinates stand in the order of the axes of the CRS: longitude first for CRS84, latitude first for ETRS89.
/// A height is read over. Whether the shape is valid is asked only when every position is.
public struct GeometryReader: Sendable {
    /// The most positions that one geometry may have.
    public static let vertexLimit = 200_000

    public let crs: CRS
    private let transformer: Transformer

    public init(crs: CRS, transformer: Transformer = .standard) {
        self.crs = crs
        self.transformer = transformer
    }

    /// Reads a geometry into RD.
    public func read(_ value: JSONValue) throws(GeometryProblems) -> Shape {
        var coordinates = GeometryCoordinates(crs: crs)
        let kind = coordinates.read(value)
        guard coordinates.problems.isEmpty, let kind else {
            throw GeometryProblems(problems: coordinates.problems)
        }
        guard let moved = transformer.transform(coordinates.positions, from: crs, to: .rd) else {
            throw GeometryProblems(problems: [
                GeometryProblem(
                    pointer: "/coordinates", code: .notTransformable,
                    message: "de coördinaten kunnen niet naar RD worden omgerekend")
            ])
        }
        return try shape(kind, coordinates.parts, moved)
    }

    private func shape(
        _ kind: Shape.Kind, _ parts: [[Range<Int>]], _ positions: [Position]
    ) throws(GeometryProblems) -> Shape {
        let fault: ShapeFault
        do throws(GeometryError) {
            let shape = try Shape.assembled(kind, parts: parts, positions: positions)
            guard let found = try shape.fault() else { return shape }
            fault = found
        } catch {
            fault = ShapeFault(reason: error.message, place: nil)
        }
        throw GeometryProblems(problems: [problem(fault)])
    }

    private func problem(_ fault: ShapeFault) -> GeometryProblem {
        let place = fault.place.flatMap { transformer.transform([$0], from: .rd, to: crs)?.first }
        let words = FaultWords.dutch(fault.reason)
        let message = place.map { "\(words), bij \(PositionText.text($0, in: crs))" } ?? words
        return GeometryProblem(pointer: "/coordinates", code: .invalid, message: message, place: place)
    }
}
