import NormEngine
import PolicyModel
import Testing

/// Features that take up a range of depth.
struct FeatureDepthTests {
    private static let deep = DepthInterval(from: 500, to: 2000)
    private let tests = [
        #"{"in": "vlak"}"#, #"{"feature": {"designation": "vlak", "name": "A"}}"#,
        #"{"attribute": {"designation": "vlak", "name": "soort", "is": "==", "value": "zout"}}"#,
    ]

    private func scene(use: DepthInterval?, _ features: (String, DepthInterval?)...) -> Scene {
        var scene = Scene(layer(.hit, hits: features.map { overlapping($0.0, ["soort": .text("zout")], depth: $0.1) }))
        scene.part.use = use
        return scene
    }

    @Test("A feature at the depth of use is hit")
    func sameDepth() throws {
        let scene = scene(use: DepthInterval(from: 1500, to: 1600), ("A", Self.deep))
        for test in tests { #expect(try scene.truth(test) == .yes, "\(test)") }
    }

    @Test("A feature at another depth is not hit, and depths that only touch are other depths")
    func otherDepth() throws {
        for use in [
            DepthInterval(from: 0, to: 25), DepthInterval(from: 0, to: 500), DepthInterval(from: 2000, to: nil),
        ] {
            let scene = scene(use: use, ("A", Self.deep))
            for test in tests { #expect(try scene.truth(test) == .no, "\(test) \(use)") }
        }
    }

    @Test("What an activity passes through on its way is hit too")
    func passedThrough() throws {
        var scene = scene(use: DepthInterval(from: 2500, to: 3000), ("A", Self.deep))
        for test in tests { #expect(try scene.truth(test) == .no, "\(test)") }
        scene.part.reach = DepthInterval(from: 0, to: 3000)
        for test in tests { #expect(try scene.truth(test) == .yes, "\(test)") }
        scene.part.use = nil
        for test in tests { #expect(try scene.truth(test) == .yes, "\(test)") }
    }

    @Test("A feature that does not tell its depth is hit at every depth")
    func featureWithoutDepth() throws {
        let scene = scene(use: DepthInterval(from: 0, to: 25), ("A", nil))
        for test in tests { #expect(try scene.truth(test) == .yes, "\(test)") }
    }

    @Test("One feature at this depth is enough beside one at another depth")
    func severalFeatures() throws {
        let scene = scene(use: DepthInterval(from: 0, to: 25), ("B", Self.deep), ("A", DepthInterval(from: 10, to: 50)))
        for test in tests { #expect(try scene.truth(test) == .yes, "\(test)") }
        let other = #"{"feature": {"designation": "vlak", "name": "B"}}"#
        #expect(try scene.truth(other) == .no)
    }

    @Test("A depth that is not told leaves open whether a feature with a depth is hit")
    func useNotTold() throws {
        let scene = scene(use: nil, ("A", Self.deep))
        for test in tests {
            let outcome = try scene.outcome(test)
            #expect(outcome.truth == .unknown, "\(test)")
            #expect(outcome.missing == [Unknown(cause: .missingDepth, ref: "reach")], "\(test)")
        }
    }

    @Test("Only the features at this depth say whether a hit is certain")
    func certaintyAtDepth() throws {
        var scene = Scene(
            layer(
                .hit,
                hits: [
                    overlapping("A", depth: Self.deep),
                    overlapping("B", depth: DepthInterval(from: 0, to: 50), certain: false),
                ]))
        scene.part.use = DepthInterval(from: 10, to: 20)
        let shallow = try scene.outcome(#"{"in": "vlak"}"#)
        #expect(shallow.truth == .yes && !shallow.certain)
        scene.part.use = DepthInterval(from: 10, to: 600)
        #expect(try scene.outcome(#"{"in": "vlak"}"#).certain)
    }

    @Test("Nearness and share are about the map, at whatever depth")
    func onTheMap() throws {
        let fact = layer(.hit, hits: [overlapping("A", depth: Self.deep)], share: 0.5, nearest: 0, searched: 100)
        var scene = Scene(fact)
        scene.part.use = DepthInterval(from: 0, to: 25)
        #expect(try scene.truth(#"{"within": {"designation": "vlak", "metres": 100}}"#) == .yes)
        #expect(try scene.truth(#"{"share": {"designation": "vlak", "is": ">=", "value": 0.5}}"#) == .yes)
    }

    @Test("A depth that is not told harms nothing beside a feature without depth or one that takes up every depth")
    func useNotToldButSure() throws {
        for depth in [nil, DepthInterval(from: 0, to: nil)] {
            let scene = scene(use: nil, ("A", depth))
            for test in tests { #expect(try scene.truth(test) == .yes, "\(test)") }
        }
    }
}
