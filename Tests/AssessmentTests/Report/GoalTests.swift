@testable import Assessment
import NormEngine
import PolicyModel
import Testing

@Suite("Goals and roles")
struct GoalTests {
    /// A house with one norm about any activity, which advances a goal.
    private func house(_ effect: String, _ more: String = "") throws -> PolicyHouse {
        try Meerstad.house().changed { house in
            house.norms = [try decode(norm("n", #""any""#, effect, #","advances":["rustige-oevers"]"# + more))]
        }
    }

    private func relation(_ house: PolicyHouse, _ json: String = plan("varen", Site.land)) throws -> GoalResult
        .Relation?
    {
        try Meerstad.report(json, in: house).goals.first?.relations.first?.relation
    }

    @Test("What is wanted serves a goal", arguments: ["encouraged", "priority"])
    func serves(_ effect: String) throws { #expect(try relation(house(effect)) == .serves) }

    @Test("What is held back strains a goal", arguments: ["prohibited", "no-unless", "restrained"])
    func strains(_ effect: String) throws { #expect(try relation(house(effect)) == .strains) }

    @Test(
        "All else touches a goal",
        arguments: [
            "undesired", "yes-and", "permitted", "siting-preference", "reserved", "phase-out", "duty", "competence",
            "procedure", "goal", "commitment", "intention", "no-status", "regulated-elsewhere", "information",
        ])
    func touches(_ effect: String) throws { #expect(try relation(house(effect)) == .touches) }

    @Test("Yes, provided depends on the conditions")
    func provided() throws {
        let condition = #","conditions":[{"id":"c","text":"Het mag.","kind":"open","question":"q","asks":"Mag het?"}]"#
        let house = try house("yes-provided", condition)
        #expect(try relation(house) == .unknown)
        #expect(try relation(house, plan("varen", Site.land, members: #""answers":{"q":true}"#)) == .serves)
        #expect(try relation(house, plan("varen", Site.land, members: #""answers":{"q":false}"#)) == .strains)
        #expect(try relation(self.house("yes-provided")) == .unknown)
    }

    @Test("What is undecided is not known to do anything for a goal")
    func undecided() throws {
        #expect(try relation(house("encouraged", #","where":{"in":"moeras"}"#)) == .unknown)
    }

    @Test("A goal is told per finding, with its title, and never counted")
    func perFinding() throws {
        let house = try Meerstad.house().changed { house in
            house.norms = [
                try decode(norm("b", #""any""#, "encouraged", #","advances":["rustige-oevers","rust-op-het-water"]"#)),
                try decode(norm("a", #""any""#, "prohibited", #","advances":["rustige-oevers"]"#)),
            ]
        }
        let goals = try Meerstad.report(plan("varen", Site.land), in: house).goals
        #expect(
            goals == [
                GoalResult(
                    goal: "rust-op-het-water", title: "Rust op het water",
                    relations: [.init(relation: .serves, finding: "b")]),
                GoalResult(
                    goal: "rustige-oevers", title: "Rustige oevers",
                    relations: [.init(relation: .strains, finding: "a"), .init(relation: .serves, finding: "b")]),
            ])
    }

    @Test("A role is suggested by findings that apply")
    func roles() throws {
        let roles = try Meerstad.report(plan("steiger", Site.water, Site.shallow)).roles
        #expect(
            roles == [
                RoleResult(
                    role: "gastheer", title: "Gastheer", why: ["oevers.steiger.vrije-vaarweg"],
                    instruments: ["uitnodigen"])
            ])
    }

    @Test("A role is not suggested by findings that are undecided or of another effect")
    func noRoles() throws {
        #expect(try Meerstad.report(plan("drijvende-tuin", Site.farWater, Site.shallow)).roles == [])
        #expect(try Meerstad.report(plan("botenloods", Site.bank, #""change":"nieuw""#)).roles == [])
    }
}
