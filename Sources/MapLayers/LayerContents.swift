internal import Geometry
internal import PolicyModel
import Synchronization

/// The features and pieces of one layer in memory. Geometry of pieces is fetched when it is first needed and kept.
final class LayerContents: Sendable {
    let features: [LayerFeature]
    let pieces: [Piece]
    let index: PieceIndex
    /// SHA-256 of what the layer holds, in hexadecimal.
    let hash: String
    /// Where the layer knows, when a file or the store tells it.
    let coverage: Shape?

    typealias Fetch = @Sendable (_ pieces: [Int]) throws(LayerFailure) -> [Shape]
    private let fetch: Fetch
    /// The overview of a feature; `nil` when it is not large.
    typealias FetchOverview = @Sendable (_ feature: Int, _ toleranceMetres: Double) throws(LayerFailure) -> Shape?
    private let fetchOverview: FetchOverview
    private let shapes: Mutex<[Shape?]>
    private let edges: Mutex<[PolygonEdges?]>
    private let anchors: Mutex<[Position?]>
    private let grown = Mutex<[Grown: Shape?]>([:])
    /// Overviews that were asked for; `nil` for features that are not large.
    private let overviews = Mutex<[Overview: Shape?]>([:])
    private let piecesPerFeature: [[Int]]

    init(
        features: [LayerFeature], pieces: [Piece], hash: String, coverage: Shape?, shapes: [Shape?]? = nil,
        fetchOverview: @escaping FetchOverview = { _, _ throws(LayerFailure) in nil }, fetch: @escaping Fetch
    ) {
        self.features = features
        self.pieces = pieces
        self.hash = hash
        self.coverage = coverage
        self.fetch = fetch
        self.fetchOverview = fetchOverview
        index = PieceIndex(pieces.map(\.box))
        self.shapes = Mutex(shapes ?? Array(repeating: nil, count: pieces.count))
        edges = Mutex(Array(repeating: nil, count: pieces.count))
        anchors = Mutex(Array(repeating: nil, count: pieces.count))
        var piecesPerFeature: [[Int]] = Array(repeating: [], count: features.count)
        for (number, piece) in pieces.enumerated() where features.indices.contains(piece.feature) {
            piecesPerFeature[piece.feature].append(number)
        }
        self.piecesPerFeature = piecesPerFeature
    }

    /// The shapes of pieces, in the same order.
    func shapes(of numbers: [Int]) throws(LayerFailure) -> [Shape] {
        var known = shapes.withLock { shapes in numbers.map { shapes[$0] } }
        let missing = numbers.indices.filter { known[$0] == nil }
        if missing.isEmpty { return known.compactMap { $0 } }
        let fetched = try fetch(missing.map { numbers[$0] })
        guard fetched.count == missing.count else { throw LayerFailure(why: "de laag mist geometrie") }
        shapes.withLock { shapes in
            for (place, shape) in zip(missing, fetched) { shapes[numbers[place]] = shape }
        }
        for (place, shape) in zip(missing, fetched) { known[place] = shape }
        return known.compactMap { $0 }
    }

    func shape(of number: Int) throws(LayerFailure) -> Shape {
        if let shape = shapes.withLock({ $0[number] }) { return shape }
        guard let shape = try shapes(of: [number]).first else { throw LayerFailure(why: "de laag mist geometrie") }
        return shape
    }

    /// The edges of a polygon piece, kept for the next question.
    func edges(of number: Int) throws(LayerFailure) -> PolygonEdges {
        if let known = edges.withLock({ $0[number] }) { return known }
        let shape = try shape(of: number)
        do throws(GeometryError) {
            guard let fresh = try PolygonEdges(shape) else { throw GeometryError(message: "no polygon") }
            edges.withLock { $0[number] = fresh }
            return fresh
        } catch {
            throw LayerFailure(error)
        }
    }

    private struct Overview: Hashable {
        var feature: Int
        var toleranceMetres: Double
    }

    /// The whole of a large feature with few positions, kept for the next question; `nil` when it is not large.
    func overview(of feature: Int, toleranceMetres: Double) throws(LayerFailure) -> Shape? {
        let key = Overview(feature: feature, toleranceMetres: toleranceMetres)
        if let known = overviews.withLock({ $0[key] }) { return known }
        let found = try fetchOverview(feature, toleranceMetres)
        overviews.withLock { $0[key] = .some(found) }
        return found
    }

    /// Pieces together, grown or shrunk by a distance.
    private struct Grown: Hashable {
        var pieces: [Int]
        var metres: Double
    }

    /// Shapes that are kept at most; beyond that all are made anew.
    private static let keptShapes = 512

    /// Pieces joined and grown by so many metres (shrunk when negative), kept for the next question: plans keep asking
    /// about the same few features. `nil` when nothing is left.
    func joined(_ pieces: [Int], grownBy metres: Double) throws(LayerFailure) -> Shape? {
        let key = Grown(pieces: pieces.sorted(), metres: metres)
        if let known = grown.withLock({ $0[key] }) { return known }
        let shapes = try shapes(of: key.pieces)
        let made: Shape?
        do throws(GeometryError) {
            let all = try Shape.union(shapes)
            made = metres == 0 ? all : try all?.buffered(metres: metres, quadrantSegments: 16)
        } catch {
            throw LayerFailure(error)
        }
        grown.withLock { kept in
            if kept.count >= Self.keptShapes { kept.removeAll() }
            kept.updateValue(made, forKey: key)
        }
        return made
    }

    /// A position inside a piece, kept for the next question.
    func anchor(of number: Int) throws(LayerFailure) -> Position {
        if let known = anchors.withLock({ $0[number] }) { return known }
        let shape = try shape(of: number)
        do throws(GeometryError) {
            let fresh = try shape.innerPosition()
            anchors.withLock { $0[number] = fresh }
            return fresh
        } catch {
            throw LayerFailure(error)
        }
    }

    func pieces(of feature: Int) -> [Int] { piecesPerFeature[feature] }

    /// The whole shape of a feature.
    func shape(ofFeature feature: Int) throws(LayerFailure) -> Shape {
        let shapes = try shapes(of: pieces(of: feature))
        do throws(GeometryError) {
            if let shape = try Shape.union(shapes) { return shape }
        } catch {
            throw LayerFailure(error)
        }
        throw LayerFailure(why: "het gebied `\(features[feature].id)` heeft geen geometrie")
    }

    /// Builds a layer that is wholly in memory.
    convenience init(
        features: [(feature: LayerFeature, shape: Shape)], hash: String, coverage: Shape?, vertexLimit: Int
    ) throws(LayerFailure) {
        var pieces: [Piece] = []
        var shapes: [Shape?] = []
        for (number, feature) in features.enumerated() {
            do throws(GeometryError) {
                for shape in try PieceCutter.cut(feature.shape, vertexLimit: vertexLimit) {
                    pieces.append(Piece(shape, feature: number))
                    shapes.append(shape)
                }
            } catch {
                throw LayerFailure(error)
            }
        }
        self.init(
            features: features.map(\.feature), pieces: pieces, hash: hash, coverage: coverage, shapes: shapes,
            fetch: { _ throws(LayerFailure) in throw LayerFailure(why: "de laag mist geometrie") })
    }
}

extension LayerFailure {
    init(_ error: GeometryError) { self.init(why: "rekenen met de laag mislukte (\(error.message))") }
}
