/// Finds circles in what points at what.
struct CycleSearch {
    /// One circle for every group of nodes that reach each other: starts and ends at its smallest node.
    static func cycles(in edges: [String: Set<String>]) -> [[String]] {
        var done: Set<String> = []
        var cycles: [[String]] = []
        for start in edges.keys.sorted() where !done.contains(start) {
            guard let cycle = shortest(from: start, in: edges) else { continue }
            cycles.append(cycle)
            // Nodes that start reaches and that reach start are on this circle or tied up with it.
            let reached = reach(from: start, in: edges)
            done.formUnion(reached.filter { reach(from: $0, in: edges).contains(start) })
        }
        return cycles
    }

    /// The cycle as `a` -> `b` -> `a`.
    static func words(_ cycle: [String]) -> String { cycle.map { "`\($0)`" }.joined(separator: " -> ") }

    /// The shortest way from a node back to itself.
    private static func shortest(from start: String, in edges: [String: Set<String>]) -> [String]? {
        var previous: [String: String] = [:]
        var queue = [start]
        var next = 0
        while next < queue.count {
            let node = queue[next]
            next += 1
            for neighbour in edges[node, default: []].sorted() {
                if neighbour == start {
                    var way = [start, node]
                    while let last = way.last, last != start, let before = previous[last] { way.append(before) }
                    return node == start ? [start, start] : way.reversed()
                }
                guard previous[neighbour] == nil else { continue }
                previous[neighbour] = node
                queue.append(neighbour)
            }
        }
        return nil
    }

    private static func reach(from start: String, in edges: [String: Set<String>]) -> Set<String> {
        var reached: Set<String> = []
        var open = [start]
        while let node = open.popLast() {
            for neighbour in edges[node, default: []] where reached.insert(neighbour).inserted {
                open.append(neighbour)
            }
        }
        return reached
    }
}
