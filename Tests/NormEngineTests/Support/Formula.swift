import KompasTesting
import PolicyModel

/// A random test with an evaluator of its own, written from the rules and not from the engine.
///
/// A truth is a `Bool?` here: `nil` is not known.
indirect enum Formula {
    case all([Formula])
    case any([Formula])
    case not(Formula)
    case anywhere
    /// Inside designation `v` and this number.
    case inside(Int)
    /// Question `q` and this number.
    case asked(Int)
    /// Property `p` and this number is at least so much.
    case atLeast(Int, Int)
    case change([ChangeKind])
    case by(String)
    case functionChange

    /// - Parameter size: how deep it may nest.
    static func random(size: Int, using generator: inout SeededGenerator) -> Formula {
        guard size > 0, !generator.oneIn(4) else { return leaf(using: &generator) }
        if generator.oneIn(4) { return .not(random(size: size - 1, using: &generator)) }
        let count = Int.random(in: 0...3, using: &generator)
        var parts: [Formula] = []
        for _ in 0..<count { parts.append(random(size: size - 1, using: &generator)) }
        return generator.oneIn(2) ? .all(parts) : .any(parts)
    }

    private static func leaf(using generator: inout SeededGenerator) -> Formula {
        switch Int.random(in: 0..<12, using: &generator) {
        case 0...3: .inside(Int.random(in: 0..<World.designations, using: &generator))
        case 4...6: .asked(Int.random(in: 0..<World.questions, using: &generator))
        case 7, 8:
            .atLeast(Int.random(in: 0..<World.properties, using: &generator), Int.random(in: 1...9, using: &generator))
        case 9: .change(ChangeKind.allCases.filter { _ in generator.oneIn(2) })
        case 10: generator.oneIn(3) ? .anywhere : .by(generator.pick(World.roles, else: "gemeente"))
        default: .functionChange
        }
    }

    /// The test as content writes it.
    var json: String {
        switch self {
        case .all(let parts): #"{"all": [\#(parts.map(\.json).joined(separator: ","))]}"#
        case .any(let parts): #"{"any": [\#(parts.map(\.json).joined(separator: ","))]}"#
        case .not(let part): #"{"not": \#(part.json)}"#
        case .anywhere: #"{"anywhere": true}"#
        case .inside(let number): #"{"in": "v\#(number)"}"#
        case .asked(let number): #"{"open": {"question": "q\#(number)", "asks": "?"}}"#
        case .atLeast(let number, let least): #"{"property": "p\#(number)", "is": ">=", "value": \#(least)}"#
        case .change(let kinds): #"{"change": \#(jsonList(kinds.map(\.rawValue)))}"#
        case .by(let role): #"{"initiator": {"role": "\#(role)"}}"#
        case .functionChange: #"{"function-change": true}"#
        }
    }

    /// What the test comes to in a world.
    func value(in world: World, changes: ReferenceChanges) -> Bool? {
        switch self {
        case .all(let parts): allOf(parts.map { $0.value(in: world, changes: changes) })
        case .any(let parts): anyOf(parts.map { $0.value(in: world, changes: changes) })
        case .not(let part): part.value(in: world, changes: changes).map { !$0 }
        case .anywhere: true
        case .inside(let number): world.isInside(number)
        case .asked(let number): world.answers[number]
        case .atLeast(let number, let least): world.amounts[number].map { $0 >= least }
        case .change(let kinds): changes.isOne(of: kinds)
        case .by(let role): world.role.map { $0 == role }
        case .functionChange:
            world.changesFunction
        }
    }
}

/// The kinds of change to assess as: declared, added by norms, and those that norms may still add.
struct ReferenceChanges {
    var declared: ChangeKind?
    var added: Set<ChangeKind> = []
    var undecided: Set<ChangeKind> = []

    func isOne(of kinds: [ChangeKind]) -> Bool? {
        if kinds.contains(where: { $0 == declared || added.contains($0) }) { return true }
        return declared == nil || kinds.contains(where: undecided.contains) ? nil : false
    }
}

func allOf(_ values: [Bool?]) -> Bool? {
    if values.contains(false) { return false }
    return values.contains(nil) ? nil : true
}

func anyOf(_ values: [Bool?]) -> Bool? {
    if values.contains(true) { return true }
    return values.contains(nil) ? nil : false
}

func jsonList(_ words: [String]) -> String { "[" + words.map { "\"\($0)\"" }.joined(separator: ", ") + "]" }

extension Truth {
    /// Not knowing is unknown.
    init(known: Bool?) { self = known.map { Truth($0) } ?? .unknown }
}
