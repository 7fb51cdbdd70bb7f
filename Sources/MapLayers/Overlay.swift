internal import Geometry
internal import PolicyModel

/// How one place lies to the features of one layer.
struct Overlay {
    let place: Place
    let contents: LayerContents

    /// What rounding may make of nothing.
    private static let roundingSquareMetres = 1e-6

    /// How much one feature shares with the place.
    struct Share {
        var feature: Int
        var kind: OverlapMeasure.Kind
        /// Square metres, metres, or number of points of the place.
        var value: Double
    }

    /// What each feature shares with the place, also below the sliver limit, in the order of the features. Features
    /// that share nothing are left out.
    /// - Parameter wanted: features to look at, by their numbers; all without.
    func shares(of wanted: Set<Int>? = nil) throws(LayerFailure) -> [Share] {
        var shares: [Share] = []
        let candidates = contents.index.search(place.box)
        var start = 0
        let byFeature = candidates.sorted { (contents.pieces[$0].feature, $0) < (contents.pieces[$1].feature, $1) }
        while start < byFeature.count {
            let feature = contents.pieces[byFeature[start]].feature
            var end = start
            while end < byFeature.count, contents.pieces[byFeature[end]].feature == feature { end += 1 }
            if wanted?.contains(feature) ?? true, let share = try share(of: feature, byFeature[start..<end]) {
                shares.append(share)
            }
            start = end
        }
        return shares
    }

    private func share(of feature: Int, _ numbers: ArraySlice<Int>) throws(LayerFailure) -> Share? {
        do {
            switch (place.dimension, contents.pieces[numbers[numbers.startIndex]].dimension) {
            case (2, 2): return try area(of: feature, numbers)
            case (2, 1), (1, 2), (1, 1): return try length(of: feature, numbers)
            case (0, _): return try points(of: feature, numbers)
            default: return try touchingPoints(of: feature, numbers)
            }
        } catch let error as GeometryError {
            throw LayerFailure(error)
        } catch let error as LayerFailure {
            throw error
        } catch {
            throw LayerFailure(why: "\(error)")
        }
    }

    /// Pieces never overlap, so their shares add up. Nothing is computed for a place inside a full piece.
    private func area(of feature: Int, _ numbers: ArraySlice<Int>) throws -> Share? {
        var area = 0.0
        for number in numbers {
            let piece = contents.pieces[number]
            if piece.isFull, piece.box.contains(place.box) {
                return Share(feature: feature, kind: .area, value: place.measure)
            }
            if let edges = place.edges {
                area += edges.sharedAreaSquareMetres(with: try contents.edges(of: number))
                continue
            }
            let shape = try contents.shape(of: number)
            if place.box.contains(piece.box), try place.prepared.covers(shape) {
                area += piece.measure
            } else if try place.prepared.intersects(shape) {
                area += try place.shape.sharedAreaSquareMetres(with: shape)
            }
        }
        if area < Self.roundingSquareMetres { return nil }
        let isWhole = abs(area - place.measure) <= max(1e-9 * place.measure, Self.roundingSquareMetres)
        return Share(feature: feature, kind: .area, value: isWhole ? place.measure : area)
    }

    /// A line along the cut between two pieces lies in both: what they share is united before it is measured.
    private func length(of feature: Int, _ numbers: ArraySlice<Int>) throws -> Share? {
        var shared: [Shape] = []
        var touches = false
        for number in numbers {
            let shape = try contents.shape(of: number)
            guard try place.prepared.intersects(shape), let part = try place.shape.intersection(with: shape) else {
                continue
            }
            touches = true
            if part.kind.dimension == 1 { shared.append(part) }
        }
        if let union = try Shape.union(shared) {
            return Share(feature: feature, kind: .length, value: union.lengthMetres)
        }
        let bothLines = place.dimension == 1 && contents.pieces[numbers[numbers.startIndex]].dimension == 1
        return touches && bothLines ? Share(feature: feature, kind: .point, value: 1) : nil
    }

    /// How many points of the place lie in or on the feature.
    private func points(of feature: Int, _ numbers: ArraySlice<Int>) throws -> Share? {
        let shapes = try contents.shapes(of: Array(numbers))
        var count = 0
        for point in place.points where try shapes.contains(where: { try $0.intersects(point) }) { count += 1 }
        return count > 0 ? Share(feature: feature, kind: .point, value: Double(count)) : nil
    }

    /// How many points of the feature lie in or on the place.
    private func touchingPoints(of feature: Int, _ numbers: ArraySlice<Int>) throws -> Share? {
        let shapes = try contents.shapes(of: Array(numbers))
        let count = try shapes.filter { try place.prepared.intersects($0) }.count
        return count > 0 ? Share(feature: feature, kind: .point, value: Double(count)) : nil
    }

    /// Whether a share is more than a sliver.
    func isOverlap(_ share: Share) -> Bool { share.value > place.sliverLimit(share.kind) }

    /// A share as a measure with its share of the place: 0 for what has a lower dimension than the place.
    func measure(_ share: Share) -> OverlapMeasure {
        let dimension = share.kind == .area ? 2 : share.kind == .length ? 1 : 0
        let part = dimension == place.dimension ? min(1, share.value / place.measure) : 0
        return OverlapMeasure(kind: share.kind, value: share.kind == .point ? nil : share.value, share: part)
    }
}
