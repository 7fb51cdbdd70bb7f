/// What is wrong with a GeoJSON geometry.
public struct GeometryProblem: Sendable, Hashable, CustomStringConvertible {
    public enum Code: String, Sendable, Hashable, Codable, CaseIterable {
        case notAnObject = "not-an-object"
        case wrongType = "wrong-type"
        case collection
        case wrongCoordinates = "wrong-coordinates"
        case empty
        case tooFewPositions = "too-few-positions"
        case ringNotClosed = "ring-not-closed"
        case notANumber = "not-a-number"
        case outOfRange = "out-of-range"
        case tooManyVertices = "too-many-vertices"
        case invalid
        case notTransformable = "not-transformable"
    }

    /// A JSON pointer (RFC 6901) from the geometry; `""` is the geometry itself.
    public var pointer: String
    public var code: Code
    /// What is wrong, in plain Dutch: lower case, no final period.
    public var message: String
    /// The place of the fault in the CRS that was read, in the order of its axes.
    public var place: Position?

    public init(pointer: String, code: Code, message: String, place: Position? = nil) {
        self.pointer = pointer
        self.code = code
        self.message = message
        self.place = place
    }

    public var description: String { pointer.isEmpty ? message : "\(pointer): \(message)" }
}

/// All that is wrong with a geometry; never empty.
public struct GeometryProblems: Error, Sendable, Hashable, CustomStringConvertible {
    public var problems: [GeometryProblem]
    public init(problems: [GeometryProblem]) { self.problems = problems }
    public var description: String { problems.map(\.description).joined(separator: "\n") }
}
