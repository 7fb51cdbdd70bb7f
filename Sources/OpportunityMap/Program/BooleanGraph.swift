/// A boolean expression over planes, as a place in a graph.
struct Node: Sendable, Hashable, Comparable {
    let number: Int
    static let no = Node(number: 0)
    static let yes = Node(number: 1)
    static func < (left: Node, right: Node) -> Bool { left.number < right.number }
    init(number: Int) { self.number = number }
    init(_ value: Bool) { self = value ? .yes : .no }
}

/// Boolean expressions of which equal ones exist once, simplified while they are made.
struct BooleanGraph: Sendable {
    enum Kind: Sendable, Hashable {
        case no, yes
        case plane(PlaneSource)
        case not(Node)
        case and(Node, Node)
        case or(Node, Node)
    }

    private(set) var kinds: [Kind] = [.no, .yes]
    private var numbers: [Kind: Int] = [.no: 0, .yes: 1]

    subscript(node: Node) -> Kind { kinds[node.number] }

    private mutating func node(_ kind: Kind) -> Node {
        if let known = numbers[kind] { return Node(number: known) }
        kinds.append(kind)
        numbers[kind] = kinds.count - 1
        return Node(number: kinds.count - 1)
    }

    mutating func plane(_ source: PlaneSource) -> Node { node(.plane(source)) }

    mutating func not(_ inner: Node) -> Node {
        switch self[inner] {
        case .no: .yes
        case .yes: .no
        case .not(let same): same
        default: node(.not(inner))
        }
    }

    mutating func and(_ left: Node, _ right: Node) -> Node {
        if left == .no || right == .no || areOpposite(left, right) { return .no }
        if left == .yes || left == right { return right }
        if right == .yes { return left }
        if absorbs(left, right) { return left }
        if absorbs(right, left) { return right }
        return node(.and(min(left, right), max(left, right)))
    }

    mutating func or(_ left: Node, _ right: Node) -> Node {
        if left == .yes || right == .yes || areOpposite(left, right) { return .yes }
        if left == .no || left == right { return right }
        if right == .no { return left }
        if contains(left, right) { return left }
        if contains(right, left) { return right }
        return node(.or(min(left, right), max(left, right)))
    }

    mutating func all(_ nodes: some Sequence<Node>) -> Node {
        var result = Node.yes
        for node in Set(nodes).sorted() { result = and(result, node) }
        return result
    }

    mutating func any(_ nodes: some Sequence<Node>) -> Node {
        var result = Node.no
        for node in Set(nodes).sorted() { result = or(result, node) }
        return result
    }

    private func areOpposite(_ left: Node, _ right: Node) -> Bool {
        if case .not(let inner) = self[left], inner == right { return true }
        if case .not(let inner) = self[right], inner == left { return true }
        return false
    }

    /// `small and (small or more)` is `small`; `(small and more)` is that already.
    private func absorbs(_ small: Node, _ other: Node) -> Bool {
        if case .or(let one, let two) = self[other], one == small || two == small { return true }
        if case .and(let one, let two) = self[small], one == other || two == other { return true }
        return false
    }

    /// `(small and more) or small` is `small`; `(small or more) or small` is that already.
    private func contains(_ large: Node, _ other: Node) -> Bool {
        if case .and(let one, let two) = self[other], one == large || two == large { return true }
        if case .or(let one, let two) = self[large], one == other || two == other { return true }
        return false
    }

    /// The value of an expression where the planes have these values.
    func value(_ node: Node, planes: (PlaneSource) -> Bool) -> Bool {
        var known: [Node: Bool] = [:]
        return value(node, planes, &known)
    }

    private func value(_ node: Node, _ planes: (PlaneSource) -> Bool, _ known: inout [Node: Bool]) -> Bool {
        if let value = known[node] { return value }
        let value: Bool
        switch self[node] {
        case .no: value = false
        case .yes: value = true
        case .plane(let source): value = planes(source)
        case .not(let inner): value = !self.value(inner, planes, &known)
        case .and(let left, let right):
            value = self.value(left, planes, &known) && self.value(right, planes, &known)
        case .or(let left, let right):
            value = self.value(left, planes, &known) || self.value(right, planes, &known)
        }
        known[node] = value
        return value
    }

    /// The planes that expressions ask for.
    func sources(of nodes: some Sequence<Node>) -> Set<PlaneSource> {
        var sources: Set<PlaneSource> = []
        var seen: Set<Node> = []
        var open = Array(nodes)
        while let node = open.popLast() {
            guard seen.insert(node).inserted else { continue }
            switch self[node] {
            case .no, .yes: break
            case .plane(let source): sources.insert(source)
            case .not(let inner): open.append(inner)
            case .and(let left, let right), .or(let left, let right): open += [left, right]
            }
        }
        return sources
    }
}

/// A truth that depends on the place: two planes, *certainly* and *possibly*. What is possible and not certain is unknown.
///
/// In strong Kleene logic each of the two is a plain boolean expression: a conjunction is that of both, and so is a
/// disjunction; a negation swaps them. `dataMissing` says where it is unknown for lack of data.
struct PlacedTruth: Sendable, Hashable {
    var certainly: Node
    var possibly: Node
    var dataMissing: Node = .no

    static let yes = PlacedTruth(certainly: .yes, possibly: .yes)
    static let no = PlacedTruth(certainly: .no, possibly: .no)

    /// It does not depend on the place.
    var isEverywhereTheSame: Bool { certainly <= .yes && possibly <= .yes }
}

extension BooleanGraph {
    mutating func unknown(_ truth: PlacedTruth) -> Node { and(truth.possibly, not(truth.certainly)) }

    mutating func all(_ truths: [PlacedTruth]) -> PlacedTruth {
        combined(truths, certainly: all(truths.map(\.certainly)), possibly: all(truths.map(\.possibly)))
    }

    mutating func any(_ truths: [PlacedTruth]) -> PlacedTruth {
        combined(truths, certainly: any(truths.map(\.certainly)), possibly: any(truths.map(\.possibly)))
    }

    /// What is missing counts only where the whole is unknown.
    private mutating func combined(_ truths: [PlacedTruth], certainly: Node, possibly: Node) -> PlacedTruth {
        var result = PlacedTruth(certainly: certainly, possibly: possibly)
        result.dataMissing = and(unknown(result), any(truths.map(\.dataMissing)))
        return result
    }

    mutating func not(_ truth: PlacedTruth) -> PlacedTruth {
        PlacedTruth(
            certainly: not(truth.possibly), possibly: not(truth.certainly), dataMissing: truth.dataMissing)
    }
}
