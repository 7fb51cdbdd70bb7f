@testable import Assessment
import CanonicalJSON
import PolicyModel
import Testing

@Suite("Warnings")
struct WarningTests {
    private func warnings(
        _ json: String, in house: PolicyHouse? = nil, on day: String = Meerstad.day
    ) throws -> [String] { try Meerstad.report(json, in: house, on: day).warnings }

    @Test("Nothing to warn about gives no warnings")
    func none() throws { #expect(try warnings(plan("steiger", Site.water, Site.shallow)) == []) }

    @Test("A part that lies outside the house is told in per cent, with the neighbour to ask")
    func outside() throws {
        #expect(
            try warnings(plan("varen", square(209_950, 503_000, 100))) == [
                "50 % van het plan ligt buiten het gebied van Bestuur van Meerstad. Vraag ook Oosterbuur."
            ])
    }

    @Test("Less than half a per cent is told as less than one")
    func littleOutside() throws {
        let report = try Meerstad.report(plan("varen", rectangle(209_004, 503_000, 1000, 10)))
        #expect(report.json["initiative"]?["outsideShare"] == 0.004)
        #expect(
            report.warnings == [
                "Minder dan 1 % van het plan ligt buiten het gebied van Bestuur van Meerstad. Vraag ook Oosterbuur."
            ])
    }

    @Test("Without a neighbour that is known there is still somebody to ask")
    func unknownNeighbour() throws {
        #expect(
            try warnings(plan("varen", square(199_975, 503_000, 100))) == [
                "25 % van het plan ligt buiten het gebied van Bestuur van Meerstad. Vraag ook de buren."
            ])
    }

    @Test("Shares are over all parts, by area")
    func outsideOverParts() throws {
        let parts = [plan("varen", Site.water), plan("varen", square(209_950, 503_000, 100))]
        #expect(try Meerstad.report(collection(parts)).initiative.outsideShare == 0.25)
    }

    @Test("A declared share that differs is set beside the computed one")
    func declared() throws {
        let shares = { (area: String) in
            plan("varen", Site.water, #""declaredShares":[{"function":"water","source":"kadaster",\#(area)}]"#)
        }
        #expect(
            try warnings(shares(#""value":0.5,"unit":"har""#)) == [
                "Opgegeven: 0,5 ha water (kadaster); volgens de kaartlagen is het 1 ha."
            ])
        // Less than half a per cent of the hectare.
        #expect(try warnings(shares(#""value":9960,"unit":"m2""#)) == [])
    }

    @Test("A declared share of a function without layers is told too")
    func declaredWithoutLayer() throws {
        let shares =
            #""declaredShares":[{"function":"kade","value":1,"unit":"ha"},{"function":"zee","value":1,"unit":"ha"}]"#
        #expect(
            try warnings(plan("varen", Site.water, shares)) == [
                "Opgegeven: 1 ha kade. Van die functie is hier geen kaartlaag om het mee te vergelijken.",
                "Opgegeven: 1 ha zee. Van die functie is hier geen kaartlaag om het mee te vergelijken.",
            ])
    }

    @Test("A declared share never replaces what the layers say")
    func declaredDoesNotReplace() throws {
        let shares = #""declaredShares":[{"function":"water","value":0,"unit":"ha"}]"#
        let report = try Meerstad.report(plan("varen", Site.water, shares))
        #expect(report.place.primaryFunctions.map(\.share) == [1])
    }

    @Test("A status that was checked before the day is told, for documents that are used")
    func oldStatus() throws {
        #expect(
            try warnings(plan("botenloods", Site.bank, #""change":"nieuw""#), on: "2031-01-01") == [
                "De status van Waterplan Meerstad is voor het laatst nagegaan op 1 januari 2030."
            ])
        #expect(try warnings(plan("varen", Site.land), on: "2031-01-01") == [])
        #expect(try warnings(plan("botenloods", Site.bank, #""change":"nieuw""#), on: "2030-01-01") == [])
    }

    @Test("An answer to a question that nobody asked is told")
    func unknownAnswer() throws {
        #expect(
            try warnings(plan("varen", Site.land, members: #""answers":{"zicht":true}"#)) == [
                "Het antwoord op `zicht` hoort bij geen enkele vraag van dit huis en telt niet mee."
            ])
    }

    @Test("Demonstration layers are told")
    func demo() throws {
        var request = try Meerstad.request(plan("varen", Site.land))
        request.demo = true
        let report = try Meerstad.assessor().assess(request, on: Meerstad.date(Meerstad.day))
        #expect(
            report.warnings == [
                "Er zijn voorbeeldlagen gebruikt. Die tonen hoe Kompas werkt en zeggen niets over echte grenzen."
            ])
    }

    @Test("A house whose outline is not known says so")
    func noOutline() throws {
        let house = try Meerstad.house().changed { house in house.layers.removeAll { $0.id == "grens" } }
        #expect(
            try warnings(plan("varen", Site.land), in: house) == [
                "De grens van het gebied is niet bekend; of de plek erbinnen ligt, is niet nagegaan."
            ])
    }
}
