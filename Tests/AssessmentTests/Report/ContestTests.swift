@testable import Assessment
import PolicyModel
import Testing

@Suite("Contested findings")
struct ContestTests {
    private func house() throws -> PolicyHouse {
        try Meerstad.house().changed { house in
            house.norms = [
                try decode(norm("a", #"["varen"]"#, "prohibited")),
                try decode(norm("b", #"["varen"]"#, "encouraged", #","advances":["rustige-oevers"]"#)),
            ]
        }
    }

    private func report(contest: String) throws -> AssessmentReport {
        let contests = #""contests":[{"finding":"\#(contest)","by":"stad","reason":"Onjuist."}]"#
        return try Meerstad.report(plan("varen", Site.land, members: contests), in: house())
    }

    @Test("A contested finding stays and is marked")
    func stays() throws {
        let report = try report(contest: "b")
        #expect(report.findings.map(\.id) == ["a", "b"])
        #expect(report.findings.map(\.contested) == [false, true])
        #expect(report.counts == ["prohibited": 1, "encouraged": 1])
    }

    @Test("Tensions, goals, roles and the words in short leave a contested finding out")
    func leftOut() throws {
        let with = try report(contest: "iets anders")
        #expect(with.tensions.map(\.id) == ["norms:a~b"])
        #expect(with.goals.map(\.goal) == ["rustige-oevers"])
        #expect(with.roles.map(\.role) == ["gastheer"])
        #expect(with.plainLanguage.points.count == 2)
        let without = try report(contest: "b")
        #expect(without.tensions == [])
        #expect(without.goals == [])
        #expect(without.roles == [])
        #expect(without.plainLanguage.points == ["Mag niet op het water: samenvatting van a."])
    }

    @Test("A contest of a norm is about its findings on every part; one of a finding is about that part")
    func parts() throws {
        let house = try Meerstad.house().changed { house in
            house.norms = [try decode(norm("a", #"["varen"]"#, "prohibited"))]
        }
        let parts = [plan("varen", Site.land), plan("steiger", Site.land), plan("varen", Site.bank)]
        let contested = { (finding: String) in
            try Meerstad.report(collection(parts, members: #""contests":[{"finding":"\#(finding)"}]"#), in: house)
                .findings.filter(\.contested).map(\.id)
        }
        #expect(try contested("a") == ["a#1", "a#3"])
        #expect(try contested("a#3") == ["a#3"])
    }
}
