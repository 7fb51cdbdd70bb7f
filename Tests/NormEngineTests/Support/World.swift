import KompasTesting
import NormEngine
import PolicyModel

/// Random facts: what is known of a place, of a plan, of documents, and what people answered.
struct World {
    static let designations = 5
    static let questions = 4
    static let properties = 3
    static let documents = 3
    /// The primary functions of the first designations; `doen` results in the second.
    static let functions = ["natuur", "landbouw", "stad"]
    static let roles = ["gemeente", "bedrijf"]

    var layers: [LayerState] = []
    /// The depths of the feature in each layer; nil when it does not tell.
    var depths: [Range<Int>?] = []
    var answers: [Bool?] = []
    var amounts: [Int?] = []
    /// In force, withdrawn, or due for review.
    var inForce: [Bool?] = []
    var change: ChangeKind?
    var role: String?
    /// Where it happens; nil when not told.
    var use: Range<Int>?

    init(using generator: inout SeededGenerator) {
        let states = LayerState.allCases + [.hit, .none]
        for _ in 0..<Self.designations {
            layers.append(generator.pick(states, else: .hit))
            depths.append(generator.oneIn(3) ? Self.depth(using: &generator) : nil)
        }
        for _ in 0..<Self.questions { answers.append(generator.pick([true, false, nil, nil], else: nil)) }
        for _ in 0..<Self.properties {
            amounts.append(generator.oneIn(2) ? Int.random(in: 0...10, using: &generator) : nil)
        }
        for _ in 0..<Self.documents { inForce.append(generator.pick([true, true, true, false, nil], else: nil)) }
        change = generator.oneIn(2) ? ChangeKind.allCases.randomElement(using: &generator) : nil
        role = generator.oneIn(2) ? Self.roles.randomElement(using: &generator) : nil
        use = generator.oneIn(2) ? Self.depth(using: &generator) : nil
    }

    static func depth(using generator: inout SeededGenerator) -> Range<Int> {
        let top = Int.random(in: 0...8, using: &generator)
        return top..<(top + Int.random(in: 1...4, using: &generator))
    }

    /// Whether the part is inside a designation: on the map and, when the feature has a depth, at that depth.
    func isInside(_ number: Int) -> Bool? {
        switch layers[number] {
        case .none: return false
        case .near, .noData, .noLayer, .failed: return nil
        case .hit:
            guard let depth = depths[number] else { return true }
            return use.map { use in use.contains { depth.contains($0) } }
        }
    }

    /// Whether `doen` gives the place another function than one that it has. A place without any may well get one.
    var changesFunction: Bool? {
        let others = anyOf([isInside(0), isInside(2)])
        guard others == false else { return others }
        return isInside(1) == true ? false : nil
    }

    /// The same world with some, or all, of what is not known told.
    func refined(everything: Bool = false, using generator: inout SeededGenerator) -> World {
        var world = self
        for number in layers.indices where ![.hit, .none].contains(layers[number]) {
            if everything || generator.oneIn(2) { world.layers[number] = generator.oneIn(2) ? .hit : .none }
        }
        for number in answers.indices where answers[number] == nil {
            if everything || generator.oneIn(2) { world.answers[number] = generator.oneIn(2) }
        }
        for number in amounts.indices where amounts[number] == nil {
            if everything || generator.oneIn(2) { world.amounts[number] = Int.random(in: 0...10, using: &generator) }
        }
        for number in inForce.indices where inForce[number] == nil {
            if everything || generator.oneIn(2) { world.inForce[number] = generator.oneIn(2) }
        }
        if change == nil, everything || generator.oneIn(2) {
            world.change = ChangeKind.allCases.randomElement(using: &generator)
        }
        if role == nil, everything || generator.oneIn(2) { world.role = Self.roles.randomElement(using: &generator) }
        if use == nil, everything || generator.oneIn(2) { world.use = Self.depth(using: &generator) }
        return world
    }

    /// The part of an initiative that these facts describe. It does `doen`.
    var part: PartInput {
        let facts = layers.indices.map { number -> LayerFact in
            let name = "v\(number)"
            let depth = depths[number].map(DepthInterval.init(range:))
            let isHit = layers[number] == .hit
            return layer(layers[number], of: name, named: name, hits: isHit ? [overlapping(name, depth: depth)] : [])
        }
        var properties: [String: PropertyValue] = [:]
        for (number, amount) in amounts.enumerated() { properties["p\(number)"] = amount.map { .number(Double($0)) } }
        return PartInput(
            id: "deel", activities: ["doen"], change: change, use: use.map(DepthInterval.init(range:)),
            properties: properties, facts: SpatialFacts(layers: Dictionary(grouping: facts, by: \.designation)))
    }

    /// Puts the facts in a scene.
    func set(_ scene: inout Scene) {
        scene.part = part
        scene.role = role
        scene.answers = [:]
        for (number, answer) in answers.enumerated() { scene.answers["q\(number)"] = answer }
    }

    /// What is not known, under the name by which a finding asks for it.
    var unknowns: Set<String> {
        var names: Set<String> = []
        for number in layers.indices where ![.hit, .none].contains(layers[number]) { names.insert("v\(number)") }
        for number in answers.indices where answers[number] == nil { names.insert("q\(number)") }
        for number in amounts.indices where amounts[number] == nil { names.insert("p\(number)") }
        if change == nil { names.insert("change") }
        if role == nil { names.insert("initiator.role") }
        if use == nil { names.insert("reach") }
        return names
    }

    /// This world with, of what is not known, only what is named told as it is in another.
    func learning(_ names: Set<String>, from other: World) -> World {
        var world = self
        for number in layers.indices where names.contains("v\(number)") { world.layers[number] = other.layers[number] }
        for number in answers.indices where names.contains("q\(number)") {
            world.answers[number] = other.answers[number]
        }
        for number in amounts.indices where names.contains("p\(number)") {
            world.amounts[number] = other.amounts[number]
        }
        if names.contains("change") { world.change = other.change }
        if names.contains("initiator.role") { world.role = other.role }
        if names.contains("reach") { world.use = other.use }
        return world
    }
}

extension DepthInterval {
    init(range: Range<Int>) { self.init(from: Double(range.lowerBound), to: Double(range.upperBound)) }
}
