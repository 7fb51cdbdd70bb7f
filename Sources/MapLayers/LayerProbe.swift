package import Geometry
package import PolicyModel

/// One layer as the opportunity map looks at it: the pieces that the overlay compares with, and single questions about a
/// place, each answered by the code that makes the facts of an assessment.
package struct LayerProbe: Sendable {
    package let description: LayerDescription
    /// Why the layer cannot be read; then nothing else can be asked.
    package let failure: String?
    /// The layer bounds the house and knows everywhere.
    package let isOutline: Bool
    /// SHA-256 of what the layer holds and of what tells where it is complete, in hexadecimal.
    package let hash: String
    private let contents: LayerContents
    private let outline: LayerContents?

    /// A piece as it is drawn.
    package struct PieceOutline: Sendable {
        package var feature: Int
        package var dimension: Int
        package var box: BoundingBox
        /// Points, the positions of a line, or rings.
        package var sequences: [[Position]]
        package var lengthMetres: Double

        package init(feature: Int, dimension: Int, box: BoundingBox, sequences: [[Position]], lengthMetres: Double) {
            self.feature = feature
            self.dimension = dimension
            self.box = box
            self.sequences = sequences
            self.lengthMetres = lengthMetres
        }
    }

    init(_ layer: Layer, isOutline: Bool, outline: LayerContents?) {
        description = layer.description
        self.isOutline = isOutline
        self.outline = outline
        do throws(LayerFailure) {
            contents = try layer.contents()
            failure = nil
        } catch {
            contents = .empty
            failure = error.why
        }
        let usesOutline = description.coverage.house == true && !isOutline
        hash = contents.hash + (usesOutline ? "+" + (outline?.hash ?? "none") : "")
    }

    package var features: [LayerFeature] { contents.features }

    /// The rectangle around all features; empty without any.
    package var box: BoundingBox { contents.index.box }

    /// Metres on both sides of a line within which the real line may lie; 0 for an exact layer.
    package var widthMetres: Double { description.widthMetres }

    /// Where the layer knows, when that cannot be told from a drawing: the outline of the house is missing.
    package var knowsNowhere: Bool { description.coverage.house == true && outline == nil && !isOutline }

    /// The layer is complete within the outline of the house, and that can be told.
    package var isCompleteInHouse: Bool { description.coverage.house == true && outline != nil && !isOutline }

    package func pieces() throws(LayerFailure) -> [PieceOutline] { try Self.pieces(contents) }

    /// The pieces of the outline of the house, when the layer is complete within it.
    package func outlinePieces() throws(LayerFailure) -> [PieceOutline] {
        guard let outline else { return [] }
        return try Self.pieces(outline)
    }

    /// The shape within which the layer is complete, when a file or the store tells it.
    package func coveragePieces() throws(LayerFailure) -> [PieceOutline]? {
        guard let coverage = contents.coverage else { return nil }
        do throws(GeometryError) {
            return try coverage.parts().map { part throws(GeometryError) in
                PieceOutline(
                    feature: 0, dimension: part.kind.dimension, box: part.boundingBox, sequences: try part.sequences(),
                    lengthMetres: part.lengthMetres)
            }
        } catch {
            throw LayerFailure(error)
        }
    }

    private static func pieces(_ contents: LayerContents) throws(LayerFailure) -> [PieceOutline] {
        let shapes = try contents.shapes(of: Array(contents.pieces.indices))
        var pieces: [PieceOutline] = []
        for (piece, shape) in zip(contents.pieces, shapes) {
            do throws(GeometryError) {
                pieces.append(
                    PieceOutline(
                        feature: piece.feature, dimension: piece.dimension, box: piece.box,
                        sequences: try shape.sequences(), lengthMetres: shape.lengthMetres))
            } catch {
                throw LayerFailure(error)
            }
        }
        return pieces
    }
}

/// A place that single questions are asked about. Belongs to one thread.
package final class PlaceProbe {
    let place: Place
    let memory: CoverageMemory

    package init(_ shape: Shape, memory: CoverageMemory = CoverageMemory()) throws(LayerFailure) {
        self.memory = memory
        do throws(GeometryError) {
            place = try Place(shape)
        } catch {
            throw LayerFailure(error)
        }
    }
}

extension LayerProbe {
    /// Whether a piece, by its number, holds a point or its border does.
    package func piece(_ number: Int, holds point: Shape) throws(LayerFailure) -> Bool {
        do throws(GeometryError) {
            return try contents.shape(of: number, orThrow: GeometryError.init(message:)).intersects(point)
        } catch {
            throw LayerFailure(error)
        }
    }

    /// The same of a piece of the outline of the house.
    package func outlinePiece(_ number: Int, holds point: Shape) throws(LayerFailure) -> Bool {
        guard let outline else { return false }
        do throws(GeometryError) {
            return try outline.shape(of: number, orThrow: GeometryError.init(message:)).intersects(point)
        } catch {
            throw LayerFailure(error)
        }
    }

    /// Whether the place overlaps one of the features above the sliver limit; all features without a list.
    package func overlaps(_ probe: PlaceProbe, features: Set<Int>?) throws(LayerFailure) -> Bool {
        let overlay = Overlay(place: probe.place, contents: contents)
        return try overlay.shares(of: features).contains { overlay.isOverlap($0) }
    }

    /// Whether one of the features lies within so many metres.
    package func lies(
        _ probe: PlaceProbe, within metres: Double, features: Set<Int>?, strictly: Bool
    ) throws(LayerFailure) -> Bool {
        try Overlay(place: probe.place, contents: contents).lies(within: metres, of: features, strictly: strictly)
    }

    /// What is known around a place that no feature overlaps or is near to.
    package func knowledge(
        _ probe: PlaceProbe, searchMetres: Double
    ) throws(LayerFailure) -> (isPartlyOutside: Bool, isSearchCovered: Bool) {
        if isOutline { return (false, true) }
        let answer = try CoverageCheck(
            place: probe.place, contents: contents, coverage: description.coverage, outline: outline,
            memory: probe.memory
        ).answer(searchMetres: searchMetres)
        return (answer.isPartlyOutside, answer.isSearchCovered)
    }

    /// The share of the place that overlaps the features together.
    package func share(_ probe: PlaceProbe) throws(LayerFailure) -> Double {
        let overlay = Overlay(place: probe.place, contents: contents)
        return try overlay.union(of: overlay.shares().filter { overlay.isOverlap($0) })?.share ?? 0
    }
}

extension MapLayers {
    /// The layers of a designation in their order; empty when none is bound.
    package func probes(of designation: String) -> [LayerProbe] {
        let house = contents(of: outline)?.first
        return (byDesignation[designation] ?? []).map {
            LayerProbe($0, isOutline: designation == outline, outline: house)
        }
    }

    /// Whether a place lies on the side of a settlement that faces a designation.
    package func towards(_ key: TowardsKey, _ probe: PlaceProbe) -> Truth { towards(key, probe.place) }

    /// Metres from the only settlement of a name to the designation that it faces; `nil` when that cannot be told.
    package func metresToFaced(_ key: TowardsKey) -> Double? { metresFromSettlement(key) }

    /// The shapes of the settlements of a name; `nil` when they cannot be read.
    package func settlementShapes(named name: String) -> [Shape]? { settlements(named: name) }

    /// The share of a place that lies outside the house.
    package func outsideShare(_ probe: PlaceProbe) -> Double {
        outsideShare(probe.place, contents(of: outline)?.first)
    }
}

extension Overlay {
    /// Whether one of the features lies within so many metres, or nearer than that.
    func lies(within metres: Double, of features: Set<Int>?, strictly: Bool) throws(LayerFailure) -> Bool {
        var candidates: [(number: Int, atLeast: Double)] = []
        for number in contents.index.search(place.box.grown(by: metres)) {
            let piece = contents.pieces[number]
            if let features, !features.contains(piece.feature) { continue }
            let atLeast = piece.box.distance(to: place.box)
            if atLeast <= metres { candidates.append((number, atLeast)) }
        }
        candidates.sort { ($0.atLeast, $0.number) < ($1.atLeast, $1.number) }
        for (number, _) in candidates {
            let shape = try contents.shape(of: number)
            do throws(GeometryError) {
                let distance = try place.prepared.distance(to: shape)
                if strictly ? distance < metres : distance <= metres { return true }
            } catch {
                throw LayerFailure(error)
            }
        }
        return false
    }
}

extension LayerContents {
    /// A layer that holds nothing, for one that cannot be read.
    static let empty = LayerContents(features: [], pieces: [], hash: "none", coverage: nil) { _ throws(LayerFailure) in
        []
    }

    func shape(of number: Int, orThrow make: (String) -> GeometryError) throws(GeometryError) -> Shape {
        do throws(LayerFailure) {
            return try shape(of: number)
        } catch {
            throw make(error.why)
        }
    }
}
