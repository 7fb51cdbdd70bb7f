import Assessment
import NormEngine
import PolicyModel
import Testing

@testable import Reporting

@Suite("The contents of a sheet")
struct SheetContentsTests {
    private func ids(_ contents: SheetContents) -> [String] {
        contents.groups.flatMap(\.findings).map(\.id) + contents.general.map(\.id)
            + contents.waiting.flatMap(\.causes).flatMap(\.findings).map(\.id)
            + contents.themes.flatMap(\.findings).map(\.id)
    }

    @Test("Every finding of every example stands in exactly one place", arguments: Examples.names)
    func once(_ name: String) throws {
        let house = try OpenedTestHouse.pv22()
        let report = try house.report(try Examples.text(name))
        let contents = SheetContents(report, index: house.index)
        #expect(ids(contents).sorted() == report.findings.map(\.id).sorted())
        #expect(contents.total == report.findings.count)
        #expect(contents.shown == report.findings.count)
        #expect(contents.leading.count <= 7)
        #expect(contents.themes.reduce(0) { $0 + $1.agreements.count } == report.agreements.count)
    }

    @Test("The groups are those of the frame that is about every plan, in its order")
    func groups() throws {
        let house = try OpenedTestHouse.pv22()
        let report = try house.report(try Examples.text("waterstof-schoonloo.json"))
        let groups = SheetContents(report, index: house.index).groups
        #expect(groups.map(\.id).starts(with: ["wat", "waar", "hoe"]))
        for group in groups {
            #expect(Set(group.findings.map(\.id)).isDisjoint(with: group.elsewhere.map(\.id)))
        }
    }

    @Test("Findings that miss the same thing stand together under who can tell it")
    func causes() throws {
        let house = try OpenedTestHouse.pv22()
        let report = try house.report(try Examples.text("waterstof-schoonloo.json"))
        let waiting = SheetContents(report, index: house.index).waiting
        let causes = waiting.flatMap(\.causes).map(\.unknown)
        #expect(Set(causes).count == causes.count)
        for part in waiting {
            for cause in part.causes {
                #expect(Answerer(cause.unknown.cause) == part.answerer)
                #expect(cause.findings.allSatisfy { $0.state == .undecided && $0.easiest == cause.unknown })
            }
            #expect(part.count == part.causes.map(\.findings.count).reduce(0, +))
        }
    }

    @Test("Goals, commitments and intentions stand under the theme of their goal")
    func themes() throws {
        let house = try OpenedTestHouse.pv22()
        let report = try house.report(try Examples.text("woningen-beilen-150.json"))
        let themes = SheetContents(report, index: house.index).themes
        let home = try #require(themes.first { $0.findings.contains { $0.norm == "visie.wonen.juiste-woningen" } })
        #expect(house.index.goals[home.id]?.level == .theme)
        #expect(themes.flatMap(\.findings).allSatisfy { $0.isFolded })
    }

    @Test("A filter keeps what it names, and says of how many")
    func filter() throws {
        let house = try OpenedTestHouse.pv22()
        let report = try house.report(try Examples.text("zonnepark.json"))
        let filter = SheetFilter(marks: [.block], forces: [.selfBinding])
        let contents = SheetContents(report, index: house.index, filter: filter)
        let wanted = report.findings.filter {
            [.prohibited, .noUnless, .undesired].contains($0.effect) && $0.force == .selfBinding
        }
        #expect(!wanted.isEmpty)
        #expect(ids(contents).sorted() == wanted.map(\.id).sorted())
        #expect(contents.shown == wanted.count)
        #expect(contents.total == report.findings.count)
    }

    @Test("A filter on a principle keeps what bears on it in the main frame")
    func principle() throws {
        let house = try OpenedTestHouse.pv22()
        let report = try house.report(try Examples.text("zonnepark.json"))
        let contents = SheetContents(
            report, index: house.index, filter: SheetFilter(principles: ["water-en-bodem-sturend"]))
        let wanted = report.findings.filter {
            $0.frames.contains { $0.frame == "kompas" && $0.principle == "water-en-bodem-sturend" }
        }
        #expect(!wanted.isEmpty)
        #expect(ids(contents).sorted() == wanted.map(\.id).sorted())
    }

    @Test("A house without frames shows its findings in one list")
    func noFrames() throws {
        let town = try OpenedTestHouse.meerstad()
        var house = town.house
        house.frames = []
        let report = try town.report(everythingInMeerstad)
        let contents = SheetContents(report, index: HouseIndex(house))
        #expect(contents.groups.map(\.title) == ["Over dit plan"])
        #expect(ids(contents).sorted() == report.findings.map(\.id).sorted())
    }
}
