import KompasTesting
import NormEngine
import PolicyModel

/// A random norm, with what it says kept apart from the engine's own types.
struct RandomNorm {
    var id: String
    var document: Int
    /// Whether it is about `doen`, and how content writes that.
    var isAbout: Bool
    var scope: String
    var change: [ChangeKind]
    var depth: Range<Int>?
    var place: Formula?
    var condition: Formula?
    /// Positions of the norms that go before it.
    var yieldsTo: [Int]
    /// Set for a norm that says as which kind of change to assess.
    var assessAs: ChangeKind?

    var json: String {
        var members = [#""source": \#(source("d\(document)")), "activities": \#(scope)"#]
        if !change.isEmpty { members.append(#""change": \#(jsonList(change.map(\.rawValue)))"#) }
        if let depth {
            let bounds = #""from": \#(depth.lowerBound), "to": \#(depth.upperBound)"#
            members.append(#""depth": {"of": "use", "relation": "overlaps", \#(bounds)}"#)
        }
        if let place { members.append(#""where": \#(place.json)"#) }
        if let condition { members.append(#""when": \#(condition.json)"#) }
        if !yieldsTo.isEmpty { members.append(#""yields-to": \#(jsonList(yieldsTo.map { "n\($0)" }))"#) }
        if let assessAs { members.append(#""effect": "assess-as", "assess-as": "\#(assessAs.rawValue)""#) }
        return "{" + members.joined(separator: ", ") + "}"
    }
}

/// A random house of a few norms, and by hand what each of them comes to in a world.
struct RandomHouse {
    var norms: [RandomNorm] = []

    /// How content says which activities a norm is about, and whether `doen`, narrower than `breed`, is one of them.
    private static let scopes: [(String, Bool)] = [
        (#"["doen"]"#, true), (#"["breed"]"#, true), (#"["anders", "doen"]"#, true), (#""any""#, true),
        (#"{"any": true, "except": ["anders"]}"#, true), (#"{"any": true, "except": ["breed"]}"#, false),
        (#"["anders"]"#, false),
    ]

    init(using generator: inout SeededGenerator) {
        let count = Int.random(in: 1...8, using: &generator)
        for number in 0..<count {
            let scope = generator.pick(Self.scopes + Self.scopes.prefix(4), else: ("[]", false))
            norms.append(
                RandomNorm(
                    id: "n\(number)", document: Int.random(in: 0..<World.documents, using: &generator),
                    isAbout: scope.1, scope: scope.0,
                    change: generator.oneIn(3) ? ChangeKind.allCases.filter { _ in generator.oneIn(2) } : [],
                    depth: generator.oneIn(4) ? World.depth(using: &generator) : nil,
                    place: generator.oneIn(3) ? nil : Formula.random(size: 2, using: &generator),
                    condition: generator.oneIn(2) ? nil : Formula.random(size: 2, using: &generator),
                    yieldsTo: Array(number + 1..<max(number + 1, count)).filter { _ in generator.oneIn(4) },
                    assessAs: generator.oneIn(5) ? ChangeKind.allCases.randomElement(using: &generator) : nil))
        }
    }

    /// The house with its facts as the engine takes them.
    func scene(_ world: World) -> Scene {
        var scene = Scene()
        world.set(&scene)
        scene.house.activity("breed")
        scene.house.activity("doen", #"{"broader": ["breed"], "resultsIn": "landbouw"}"#)
        scene.house.activity("anders")
        for (number, inForce) in world.inForce.enumerated() {
            let status = inForce.map { $0 ? "in-force" : "withdrawn" } ?? "due-for-review"
            scene.house.document("d\(number)", #"{"statusHistory": [{"status": "\#(status)"}]}"#)
        }
        for number in 0..<World.designations {
            let function = World.functions.dropFirst(number).first.map { #"{"primaryFunction": "\#($0)"}"# }
            scene.house.designation("v\(number)", function ?? "{}")
        }
        for norm in norms { scene.house.norm(norm.id, norm.json) }
        return scene
    }

    /// What each norm that is about `doen` comes to.
    func expected(in world: World) -> [String: Bool?] {
        let declared = ReferenceChanges(declared: world.change)
        // A document says for its own norms as what to assess.
        var changes = Array(repeating: declared, count: World.documents)
        for (number, norm) in norms.enumerated() where norm.isAbout {
            guard let kind = norm.assessAs else { continue }
            switch applies(number, world, declared) {
            case true: changes[norm.document].added.insert(kind)
            case nil: changes[norm.document].undecided.insert(kind)
            case false: break
            }
        }
        var expected: [String: Bool?] = [:]
        for (number, norm) in norms.enumerated() where norm.isAbout {
            expected[norm.id] = .some(applies(number, world, norm.assessAs == nil ? changes[norm.document] : declared))
        }
        return expected
    }

    private func applies(_ number: Int, _ world: World, _ changes: ReferenceChanges) -> Bool? {
        let norm = norms[number]
        var steps: [Bool?] = [world.inForce[norm.document]]
        if !norm.change.isEmpty { steps.append(changes.isOne(of: norm.change)) }
        if let depth = norm.depth { steps.append(world.use.map { use in use.contains { depth.contains($0) } }) }
        for formula in [norm.place, norm.condition] {
            if let formula { steps.append(formula.value(in: world, changes: changes)) }
        }
        for other in norm.yieldsTo where norms[other].isAbout {
            steps.append(applies(other, world, changes).map { !$0 })
        }
        return allOf(steps)
    }
}
