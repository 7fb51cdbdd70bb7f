@testable import Assessment
import PolicyModel
import Testing

@Suite("Triggers")
struct TriggerTests {
    private let berth =
        #"{"id":"t","title":"Ligplaats vast","obligatory":true,"interpretation":"Eigen keuze.","#
        + #""when":{"property":"ligplaats","is":"==","value":"vast","unknownFor":["onbekend"]}}"#

    private func results(
        _ trigger: String, _ json: String, norms: [String] = [], on day: String = Meerstad.day
    ) throws -> [TriggerResult] {
        let house = try Meerstad.house().changed { house in
            house.norms = try norms.map { try decode($0) }
            house.frames[0].triggers = [try decode(trigger)]
        }
        return try Meerstad.report(json, in: house, on: day).triggers
    }

    private func berth(_ value: String) -> String { plan("varen", Site.land, #""ligplaats":"\#(value)""#) }

    @Test("A trigger says yes with its reasons and the house's own choice")
    func yes() throws {
        let result = try #require(results(berth, berth("vast")).first)
        #expect(result.id == "t")
        #expect(result.title == "Ligplaats vast")
        #expect(result.state == .yes)
        #expect(result.obligatory)
        #expect(!result.onceAdopted)
        #expect(result.because == ["property:ligplaats", "Eigen keuze."])
        #expect(result.open == [])
        // The trigger has no source of its own, so that of the frame counts.
        #expect(result.source?.path == ["5"])
    }

    @Test("A trigger says no")
    func no() throws {
        let result = try #require(results(berth, berth("los")).first)
        #expect(result.state == .no)
        #expect(result.because == ["Eigen keuze."])
    }

    @Test("A trigger is undecided when it is not told or not known")
    func undecided() throws {
        for json in [plan("varen", Site.land), berth("onbekend")] {
            let result = try #require(results(berth, json).first)
            #expect(result.state == .undecided)
            #expect(result.because == ["missingProperty:ligplaats"])
        }
    }

    @Test("One part that says yes is enough")
    func parts() throws {
        let parts = [berth("los"), berth("vast"), plan("varen", Site.land)]
        #expect(try results(berth, collection(parts)).map(\.state) == [.yes])
        #expect(try results(berth, collection([parts[0], parts[2]])).map(\.state) == [.undecided])
        #expect(try results(berth, collection([parts[0], parts[0]])).map(\.state) == [.no])
    }

    @Test("What a draft says holds once it is adopted")
    func onceAdopted() throws {
        #expect(try results(berth, berth("vast"), on: "2019-06-01").map(\.onceAdopted) == [true])
        #expect(try results(berth, berth("vast"), on: "2018-01-01") == [])
    }

    @Test("A trigger that a person must decide asks")
    func open() throws {
        let trigger =
            #"{"id":"t","title":"Grote gevolgen","obligatory":false,"#
            + #""when":{"open":{"question":"groot","asks":"Zijn de gevolgen groot?"}}}"#
        let result = try #require(results(trigger, plan("varen", Site.land)).first)
        #expect(result.state == .undecided)
        #expect(result.because == ["openQuestion:groot"])
        #expect(
            result.open == [
                ReportQuestion(id: "groot", question: "Grote gevolgen", asks: "Zijn de gevolgen groot?")
            ])
        let answered = plan("varen", Site.land, members: #""answers":{"groot":true}"#)
        #expect(try results(trigger, answered).map(\.state) == [.yes])
    }

    @Test("Interests collide when decided findings do, and may collide when they are undecided")
    func collision() throws {
        let trigger = #"{"id":"t","title":"Belangen","obligatory":false,"when":{"interests-collide":true}}"#
        let plain = plan("varen", Site.land)
        let wanted = norm("b", #""any""#, "encouraged")
        #expect(try results(trigger, plain, norms: [wanted]).map(\.state) == [.no])
        let unwanted = norm("a", #""any""#, "prohibited")
        #expect(try results(trigger, plain, norms: [wanted, unwanted]).map(\.state) == [.yes])
        let unclear = norm("a", #""any""#, "prohibited", #","where":{"in":"moeras"}"#)
        #expect(try results(trigger, plain, norms: [wanted, unclear]).map(\.state) == [.undecided])
        let contested = plan("varen", Site.land, members: #""contests":[{"finding":"a"}]"#)
        #expect(try results(trigger, contested, norms: [wanted, unwanted]).map(\.state) == [.no])
    }

    @Test("A change of function is derived from the place")
    func functionChange() throws {
        let trigger = #"{"id":"t","title":"Functie","obligatory":false,"when":{"function-change":true}}"#
        let states = { (json: String) in try results(trigger, json).map(\.state) }
        #expect(try states(plan("botenloods", Site.water, Site.shallow)) == [.yes])
        #expect(try states(plan("steiger", Site.water, Site.shallow)) == [.no])
        // No layer tells what the function of the land is.
        #expect(try states(plan("botenloods", Site.land)) == [.undecided])
    }
}
