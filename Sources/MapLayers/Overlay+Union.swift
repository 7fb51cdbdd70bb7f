internal import Geometry
internal import PolicyModel

extension Overlay {
    /// What the features together share with the place: features that overlap each other count once.
    func union(of shares: [Share]) throws(LayerFailure) -> OverlapMeasure? {
        let kinds: [OverlapMeasure.Kind] = [.area, .length, .point]
        guard let kind = kinds.first(where: { kind in shares.contains { $0.kind == kind } }) else { return nil }
        let counted = shares.filter { $0.kind == kind }
        let most = counted.max { $0.value < $1.value }
        guard let most, counted.count > 1, measure(most).share.map({ $0 < 1 }) ?? true else {
            return most.map { measure($0) }
        }
        let features = Set(counted.map(\.feature))
        let value = kind == .point ? try unitedPoints(features) : try unitedMeasure(features, kind)
        return measure(Share(feature: most.feature, kind: kind, value: value))
    }

    private func numbers(_ features: Set<Int>) -> [Int] {
        contents.index.search(place.box).filter { features.contains(contents.pieces[$0].feature) }
    }

    private func unitedPoints(_ features: Set<Int>) throws(LayerFailure) -> Double {
        let shapes = try contents.shapes(of: numbers(features))
        do {
            if place.dimension > 0 {
                return try Double(shapes.filter { try place.prepared.intersects($0) }.count)
            }
            return try Double(place.points.filter { point in try shapes.contains { try $0.intersects(point) } }.count)
        } catch {
            throw LayerFailure(why: "rekenen met de laag mislukte (\(error))")
        }
    }

    private func unitedMeasure(_ features: Set<Int>, _ kind: OverlapMeasure.Kind) throws(LayerFailure) -> Double {
        let dimension = kind == .area ? 2 : 1
        let shapes = try contents.shapes(of: numbers(features))
        do throws(GeometryError) {
            var shared: [Shape] = []
            for shape in shapes where try place.prepared.intersects(shape) {
                if let part = try place.shape.intersection(with: shape), part.kind.dimension == dimension {
                    shared.append(part)
                }
            }
            return try Shape.union(shared)?.measure ?? 0
        } catch {
            throw LayerFailure(error)
        }
    }
}
