internal import Geometry

extension Overlay {
    /// Metres to every feature within a distance, by feature; those known to overlap need no measuring.
    func distances(within metres: Double, overlapping: Set<Int>) throws(LayerFailure) -> [Int: Double] {
        var distances: [Int: Double] = [:]
        for feature in overlapping { distances[feature] = 0 }
        var candidates: [(number: Int, atLeast: Double)] = []
        for number in contents.index.search(place.box.grown(by: metres)) {
            let piece = contents.pieces[number]
            guard !overlapping.contains(piece.feature) else { continue }
            let atLeast = piece.box.distance(to: place.box)
            if atLeast <= metres { candidates.append((number, atLeast)) }
        }
        candidates.sort { ($0.atLeast, $0.number) < ($1.atLeast, $1.number) }
        for (number, atLeast) in candidates {
            let feature = contents.pieces[number].feature
            if let best = distances[feature], best <= atLeast { continue }
            let shape = try contents.shape(of: number)
            do throws(GeometryError) {
                let distance = try place.prepared.distance(to: shape)
                if distance <= metres { distances[feature] = min(distance, distances[feature] ?? .infinity) }
            } catch {
                throw LayerFailure(error)
            }
        }
        return distances
    }

    /// Metres to the nearest feature, however far; `nil` for a layer without features.
    func nearest() throws(LayerFailure) -> Double? {
        guard !contents.pieces.isEmpty else { return nil }
        var metres = 1000.0
        while metres < 10_000_000 {
            if let nearest = try distances(within: metres, overlapping: []).values.min() { return nearest }
            metres *= 4
        }
        return nil
    }
}
