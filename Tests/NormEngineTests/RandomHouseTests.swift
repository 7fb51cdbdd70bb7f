import KompasTesting
import NormEngine
import PolicyModel
import Testing

/// Random houses against an evaluator of our own. `KOMPAS_SEED` repeats a run, `KOMPAS_LONG=1` makes it longer.
struct RandomHouseTests {
    /// What each norm that is about the activity comes to, as the engine says.
    private func truths(_ evaluation: PartEvaluation) -> [String: Truth] {
        var truths: [String: Truth] = [:]
        for finding in evaluation.findings { truths[finding.norm.id] = finding.truth }
        for refused in evaluation.notApplied { truths[refused.norm] = .no }
        return truths
    }

    @Test("The norms of a random house come to what the rules say")
    func reference() throws {
        try PropertyRun.rounds(600, of: "houses against the reference") { generator, seed in
            let house = RandomHouse(using: &generator)
            let world = World(using: &generator)
            let evaluation = try house.scene(world).evaluation()
            let expected = house.expected(in: world).mapValues { Truth(known: $0) }
            #expect(truths(evaluation) == expected, "\(seed): \(house.norms.map(\.json)) in \(world)")
            for finding in evaluation.findings {
                #expect(finding.truth != .no && finding.missing.isEmpty == (finding.truth == .yes), "\(seed)")
                #expect(finding.missing == Array(Set(finding.missing)).sorted(), "\(seed)")
            }
        }
    }

    @Test("Telling what was not known never turns a decided norm around")
    func monotone() throws {
        try PropertyRun.rounds(600, of: "monotone houses") { generator, seed in
            let house = RandomHouse(using: &generator)
            let world = World(using: &generator)
            let told = world.refined(using: &generator)
            let before = truths(try house.scene(world).evaluation())
            let after = truths(try house.scene(told).evaluation())
            for (norm, truth) in before where truth != .unknown {
                #expect(after[norm] == truth, "\(seed): \(norm) of \(house.norms.map(\.json))")
            }
        }
    }

    @Test("The order in which a house is written changes no finding")
    func orderIndependent() throws {
        try PropertyRun.rounds(400, of: "order of the house") { generator, seed in
            let random = RandomHouse(using: &generator)
            let scene = random.scene(World(using: &generator))
            let house = try scene.house.house()
            var shuffled = house
            shuffled.norms.shuffle(using: &generator)
            shuffled.activities.shuffle(using: &generator)
            shuffled.designations.shuffle(using: &generator)
            shuffled.documents.shuffle(using: &generator)
            let evaluations = try [house, shuffled].map { house in
                NormEvaluator(index: HouseIndex(house), initiative: try scene.initiative()).evaluate(scene.part)
            }
            let findings = evaluations.map { $0.findings.sorted { $0.norm.id < $1.norm.id } }
            let refused = evaluations.map { $0.notApplied.sorted { $0.norm < $1.norm } }
            let areSame = findings[0] == findings[1] && refused[0] == refused[1]
            #expect(areSame, "\(seed)")
        }
    }

    @Test("The same initiative in the same house gives the same evaluation again")
    func repeatable() throws {
        try PropertyRun.rounds(50, of: "repetition") { generator, seed in
            let scene = RandomHouse(using: &generator).scene(World(using: &generator))
            let (first, second) = (try scene.evaluation(), try scene.evaluation())
            let areSame = first == second
            #expect(areSame, "\(seed)")
        }
    }
}
