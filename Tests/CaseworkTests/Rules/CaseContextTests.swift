import CanonicalJSON
import Foundation
import PolicyModel
import Testing

@testable import Casework

@Suite("What there is to weigh with")
struct CaseContextTests {
    /// The invented town, whose waterplan leaves room to deviate.
    private func house() throws -> PolicyHouse {
        var house = try SampleReport.house()
        let place = try #require(house.documents.firstIndex { $0.id == "waterplan" })
        house.documents[place].mayDeviate = try JSONDecoder().decode(
            Deviation.self,
            from: Data(
                #"""
                {"who":"Het bestuur","how":"De raad krijgt de reden.","source":{"document":"waterplan","path":["2"],
                 "passage":{"unit":"sentence","starts":"Het bestuur"}}}
                """#.utf8))
        return house
    }

    @Test("cells, findings and tensions are those of the report, outcomes those of its frames")
    func all() throws {
        let context = CaseContext(report: try SampleReport.json(), house: try SampleReport.house())
        #expect(context.cells == [restAtBank, restOnWater])
        #expect(context.findings == ["a"])
        #expect(context.tensions == ["norms:a~b"])
        #expect(context.outcomes.map(\.outcome) == ["past", "past-niet"])
        #expect(context.outcomes.map(\.title) == ["Past bij Meerstad", "Past niet bij Meerstad"])
        #expect(context.deviations == [])
        #expect(context.initiatorRole == "bedrijf")
        #expect(CaseContext(report: .null, house: try SampleReport.house()).outcomes == [])
    }

    @Test("a document that leaves room is asked about when it holds the plan back, with its own words for the step")
    func deviation() throws {
        let context = CaseContext(report: try SampleReport.json(), house: try house())
        #expect(context.deviations.map(\.document) == ["waterplan"])
        #expect(context.deviations.first?.who == "Het bestuur")
        #expect(context.deviations.first?.how == "De raad krijgt de reden.")
        #expect(context.deviations.first?.findings == ["a"])
    }

    @Test(
        "only effects that hold back ask for it",
        arguments: [
            ("prohibited", true), ("no-unless", true), ("restrained", true), ("undesired", true), ("reserved", true),
            ("phase-out", true), ("yes-provided", false), ("permitted", false), ("encouraged", false), ("duty", false),
            ("procedure", false), ("information", false), ("unheard-of", false),
        ])
    func effects(effect: String, isAsked: Bool) throws {
        let context = CaseContext(report: try SampleReport.json(effect: effect), house: try house())
        #expect(context.deviations.isEmpty == !isAsked)
    }

    @Test("conditions that are not met hold back; a finding that is contested or undecided does not")
    func states() throws {
        func isAsked(_ report: JSONValue) throws -> Bool {
            try !CaseContext(report: report, house: house()).deviations.isEmpty
        }
        #expect(try isAsked(SampleReport.json(effect: "yes-provided", conditions: "someNotMet")))
        #expect(try !isAsked(SampleReport.json(effect: "yes-provided", conditions: "open")))
        #expect(try !isAsked(SampleReport.json(contested: true)))
        #expect(try !isAsked(SampleReport.json(state: "undecided")))
    }
}
