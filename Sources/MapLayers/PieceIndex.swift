internal import Geometry

/// A packed tree of boxes (sort-tile-recursive): built once, never changed, found through in logarithmic time.
struct PieceIndex: Sendable {
    private static let fanout = 16

    /// Numbers of the boxes in the order of the leaves.
    private let order: [Int32]
    /// Boxes per level; the first level are the boxes themselves in the order of the leaves.
    private let levels: [[BoundingBox]]

    /// The box around all boxes; empty when there are none.
    var box: BoundingBox { levels.last?.first ?? .empty }

    init(_ boxes: [BoundingBox]) {
        var order = Array(boxes.indices)
        let leaves = (boxes.count + Self.fanout - 1) / Self.fanout
        let slices = max(1, Int(Double(leaves).squareRoot().rounded(.up)))
        let sliceSize = max(1, (boxes.count + slices - 1) / slices)
        order.sort { boxes[$0].minX + boxes[$0].maxX < boxes[$1].minX + boxes[$1].maxX }
        for start in stride(from: 0, to: order.count, by: sliceSize) {
            order[start..<min(start + sliceSize, order.count)].sort {
                boxes[$0].minY + boxes[$0].maxY < boxes[$1].minY + boxes[$1].maxY
            }
        }
        var levels = [order.map { boxes[$0] }]
        while let last = levels.last, last.count > 1 {
            levels.append(
                stride(from: 0, to: last.count, by: Self.fanout).map { start in
                    last[start..<min(start + Self.fanout, last.count)].reduce(.empty) { $0.union($1) }
                })
        }
        self.order = order.map { Int32(truncatingIfNeeded: $0) }
        self.levels = levels
    }

    /// The numbers of all boxes that share a point with this one, in rising order.
    func search(_ box: BoundingBox) -> [Int] {
        var found: [Int] = []
        guard !order.isEmpty else { return [] }
        search(box, level: levels.count - 1, place: 0, into: &found)
        found.sort()
        return found
    }

    private func search(_ box: BoundingBox, level: Int, place: Int, into found: inout [Int]) {
        guard levels[level][place].intersects(box) else { return }
        if level == 0 {
            found.append(Int(order[place]))
            return
        }
        let start = place * Self.fanout
        for child in start..<min(start + Self.fanout, levels[level - 1].count) {
            search(box, level: level - 1, place: child, into: &found)
        }
    }
}
