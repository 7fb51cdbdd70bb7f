@testable import Assessment
import PolicyModel
import Testing

@Suite("Rankings and ladders")
struct OrderTests {
    private func ranking(_ json: String) throws -> RankingSummary? { try Meerstad.report(json).useRankings.first }

    private func ladder(_ json: String, in house: PolicyHouse? = nil) throws -> LadderSummary {
        try #require(Meerstad.report(json, in: house).placeLadders.first)
    }

    @Test("A use that goes first and has a claim here is told with its edge")
    func preferred() throws {
        let ranking = try #require(try self.ranking(plan("drijvende-tuin", Site.fairway, Site.shallow)))
        #expect(ranking.ranking == "op-de-plas")
        #expect(ranking.title == "Volgorde op de plas")
        let edge = try #require(ranking.preferredHere.first)
        #expect(edge.edge == "varen-voor-tuin")
        #expect(edge.activity == "varen")
        #expect(edge.label == "Varen")
        #expect(edge.designation == "vaarweg")
        #expect(edge.why == "Boten kunnen nergens anders varen.")
        #expect(edge.source.path == ["4"])
        #expect(ranking.preferredHere.count == 1)
        #expect(ranking.yieldingHere == [])
        #expect(ranking.unknownClaims == [])
    }

    @Test("A use whose claim is not known here is told apart")
    func unknownClaim() throws {
        let ranking = try #require(try self.ranking(plan("drijvende-tuin", Site.farWater, Site.shallow)))
        #expect(ranking.preferredHere == [])
        #expect(ranking.unknownClaims.map(\.activity) == ["varen"])
    }

    @Test("A use that yields is told to the one that goes first")
    func yielding() throws {
        let ranking = try #require(try self.ranking(plan("varen", Site.water, Site.shallow)))
        #expect(ranking.yieldingHere.map(\.label) == ["Drijvende tuin aanleggen"])
        #expect(ranking.preferredHere == [])
    }

    @Test("A ranking in which the initiative takes no part is left out")
    func noRanking() throws {
        #expect(try ranking(plan("drijvende-tuin", Site.water, Site.shallow)) == nil)
        #expect(try ranking(plan("varen", Site.land)) == nil)
        #expect(try ranking(plan("steiger", Site.water, Site.shallow)) == nil)
    }

    @Test("An edge that holds for several parts is told once")
    func edgeOnce() throws {
        let part = plan("drijvende-tuin", Site.fairway, Site.shallow)
        #expect(try ranking(collection([part, part]))?.preferredHere.count == 1)
    }

    @Test("The highest rung that the place meets is told")
    func rung() throws {
        let ladder = try ladder(plan("steiger", square(206_050, 503_000, 100)))
        #expect(ladder.ladder == "steigerplek")
        #expect(ladder.title == "Waar een steiger komt")
        #expect(ladder.rung == "kade")
        #expect(ladder.rungTitle == "Aan de kade")
        #expect(ladder.higherRungs == [])
        #expect(ladder.missing == [])
        #expect(ladder.source?.path == ["4"])
    }

    @Test("The rungs above it are to be examined first")
    func higherRungs() throws {
        let ladder = try ladder(plan("steiger", Site.bank))
        #expect(ladder.rung == "oever")
        #expect(ladder.higherRungs == ["kade"])
        #expect(ladder.higherRungTitles == ["Aan de kade"])
    }

    @Test("A place on no rung has none")
    func noRung() throws {
        let ladder = try ladder(plan("steiger", Site.land))
        #expect(ladder.rung == nil)
        #expect(ladder.rungTitle == nil)
        #expect(ladder.higherRungs == ["kade", "oever"])
        #expect(ladder.missing == [])
    }

    @Test("A rung that cannot be decided says what is missing")
    func missing() throws {
        let ladder = try ladder(plan("steiger", square(201_600, 503_000, 160)))
        #expect(ladder.rung == nil)
        #expect(ladder.missing == ["near:oever"])
    }

    @Test("A part whose rung is not known makes it unknown for the whole")
    func parts() throws {
        let known = plan("steiger", Site.bank)
        #expect(try ladder(collection([known, plan("steiger", Site.land)])).rung == nil)
        #expect(try ladder(collection([plan("steiger", Site.land), known])).rung == nil)
        #expect(try ladder(collection([known, known])).rung == "oever")
    }

    @Test("A part of which it is not known whether the ladder is about it makes it unknown for the whole")
    func partsWithWhen() throws {
        let house = try Meerstad.house().changed { house in
            house.placeLadders[0].when = try decode(#"{"property":"lengte","is":"<","value":50,"unit":"m"}"#)
        }
        let known = plan("steiger", Site.bank, #""lengte":{"value":10,"unit":"m"}"#)
        let unknown = plan("steiger", square(206_050, 503_000, 100))
        #expect(try ladder(unknown, in: house).missing == ["missingProperty:lengte"])
        #expect(try ladder(collection([unknown, known]), in: house).rung == nil)
        let rung = try ladder(collection([known, unknown]), in: house).rung
        #expect(rung == nil)
    }
}
