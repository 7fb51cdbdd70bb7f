internal import Geometry
internal import PolicyModel

/// Where a layer knows, seen from one place.
struct CoverageCheck {
    let place: Place
    let contents: LayerContents
    let coverage: LayerCoverage
    /// The layer with the outline of the house; `nil` when it cannot be used.
    let outline: LayerContents?
    /// What questions about places nearby left.
    var memory = CoverageMemory()

    /// What is known of a distance around the place.
    struct Answer {
        /// More than a sliver of the place lies outside the coverage.
        var isPartlyOutside: Bool
        /// All places within the search distance lie inside the coverage.
        var isSearchCovered: Bool
        /// Why nothing is known at all, in Dutch.
        var why: String?
    }

    func answer(searchMetres: Double) throws(LayerFailure) -> Answer {
        if coverage.house == true {
            guard let outline else {
                return Answer(
                    isPartlyOutside: true, isSearchCovered: false,
                    why: "de omtrek waarbinnen de laag volledig is, kan niet worden gebruikt")
            }
            return try answer(in: outline, searchMetres)
        }
        do throws(GeometryError) {
            if let shape = contents.coverage { return try answer(in: memory.area(.coverage) { shape }, searchMetres) }
            return try answer(aroundFeatures: coverage.aroundFeaturesMetres ?? 0, searchMetres)
        } catch {
            throw LayerFailure(error)
        }
    }

    private func answer(in outline: LayerContents, _ metres: Double) throws(LayerFailure) -> Answer {
        let reach = place.box.grown(by: metres)
        let numbers = outline.index.search(reach)
        if numbers.contains(where: { outline.pieces[$0].isFull && outline.pieces[$0].box.contains(reach) }) {
            return Answer(isPartlyOutside: false, isSearchCovered: true)
        }
        do throws(GeometryError) {
            let area = try memory.area(.outline(numbers)) { () throws(GeometryError) in
                let shapes: [Shape]
                do throws(LayerFailure) {
                    shapes = try outline.shapes(of: numbers)
                } catch {
                    throw GeometryError(message: error.why)
                }
                return try Shape.union(shapes)
            }
            return try answer(in: area, metres)
        } catch {
            throw LayerFailure(error)
        }
    }

    private func answer(aroundFeatures metres: Double, _ search: Double) throws(GeometryError) -> Answer {
        let reach = place.box.grown(by: metres + search)
        let numbers: [Int]
        do throws(LayerFailure) {
            let near = contents.index.search(place.box.grown(by: metres))
            // Without a feature that could be near enough the place lies wholly outside.
            if near.isEmpty { return Answer(isPartlyOutside: true, isSearchCovered: false) }
            // A disc around one position of a feature often holds all that is asked about.
            let asked = place.box.grown(by: search)
            for number in near where try asked.lies(within: metres, of: contents.anchor(of: number)) {
                return Answer(isPartlyOutside: false, isSearchCovered: true)
            }
            numbers = contents.index.search(reach)
        } catch {
            throw GeometryError(message: error.why)
        }
        let area = try memory.area(.grown(numbers, metres: metres)) { () throws(GeometryError) in
            do throws(LayerFailure) {
                return try contents.joined(numbers, grownBy: metres)
            } catch {
                throw GeometryError(message: error.why)
            }
        }
        return try answer(in: area, search)
    }

    private func answer(in known: CoverageMemory.Area, _ metres: Double) throws(GeometryError) -> Answer {
        guard let area = known.shape, let prepared = known.prepared, area.kind.dimension == 2 else {
            return Answer(isPartlyOutside: true, isSearchCovered: false)
        }
        if area.boundingBox.contains(place.box.grown(by: metres)),
            try prepared.covers(.rectangle(place.box.grown(by: max(metres, 0.001))))
        {
            return Answer(isPartlyOutside: false, isSearchCovered: true)
        }
        let isPartlyOutside = try isPartlyOutside(area, prepared)
        if isPartlyOutside { return Answer(isPartlyOutside: true, isSearchCovered: false) }
        if metres <= 0 { return Answer(isPartlyOutside: false, isSearchCovered: true) }
        let reach = try place.shape.buffer(metres: metres, quadrantSegments: 16)
        return Answer(isPartlyOutside: false, isSearchCovered: try prepared.covers(reach))
    }

    private func isPartlyOutside(_ area: Shape, _ prepared: PreparedShape) throws(GeometryError) -> Bool {
        if try prepared.covers(place.shape) { return false }
        guard let outside = try place.shape.subtracting(area) else { return false }
        if outside.kind.dimension < place.dimension { return false }
        let kinds: [OverlapMeasure.Kind] = [.point, .length, .area]
        return outside.measure > place.sliverLimit(kinds[place.dimension])
    }
}

extension BoundingBox {
    /// Whether its farthest corner lies within so many metres of a position.
    fileprivate func lies(within metres: Double, of position: Position) -> Bool {
        let x = max(abs(minX - position.x), abs(maxX - position.x))
        let y = max(abs(minY - position.y), abs(maxY - position.y))
        return x * x + y * y <= metres * metres
    }
}
