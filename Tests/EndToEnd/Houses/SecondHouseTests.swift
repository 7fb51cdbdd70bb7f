import Foundation
import KompasTesting
import Testing

/// The invented house of the tests: a square of 10 by 10 km with a lake, two banks and a fairway in it. The program that
/// knows the province assesses there without a change.
@Suite("A second house")
struct SecondHouseTests {
    private let house = "Tests/Fixtures/house-test"

    /// A plan on a rectangle in that house.
    private func assess(_ activity: String, _ box: (Int, Int, Int, Int), _ more: String = "") async throws -> Report {
        let (x0, y0, x1, y1) = box
        let plan = """
            {"type":"Feature","coordRefSys":"http://www.opengis.net/def/crs/EPSG/0/28992",
             "properties":{"activities":["\(activity)"],"change":"nieuw"\(more)},
             "geometry":{"type":"Polygon","coordinates":[[[\(x0),\(y0)],[\(x1),\(y0)],[\(x1),\(y1)],[\(x0),\(y1)],[\(x0),\(y0)]]]}}
            """
        let ending = try await Program.kompas(
            "assess", "-", "--house", house, "--on", Project.day, "--format", "json", input: plan)
        try #require(ending.code == 0, "\(ending.err)\(ending.out.prefix(500))")
        return Report(tree: try Tree(parsing: ending.out), ending: ending)
    }

    @Test("its content is in order")
    func check() async throws {
        let ending = try await Program.kompas("check", "--house", house)
        #expect(ending.code == 0)
        #expect(ending.out == "7 normen, 0 fouten, 0 waarschuwingen\n")
    }

    @Test("its own norm, words and label on the bank; undecided 20 metres beside a line that is 50 metres wide")
    func boathouse() async throws {
        let inside = try await assess("botenloods", (201_850, 503_000, 201_900, 503_050))
        let finding = try inside.finding("oevers.loods.geen-nieuwe")
        #expect(finding["state"].text == "applies")
        #expect(finding["effect"].text == "prohibited")
        #expect(finding["label"].text == "Mag niet op het water")
        #expect(place(finding["source"]) == "waterplan 2")
        #expect(inside["receipt"]["house"].text == "meerstad")
        #expect(inside["notConsulted"].list.compactMap { $0["document"].text } == ["keur"])

        let beside = try await assess("botenloods", (201_730, 503_000, 201_780, 503_050))
        #expect(causes(try beside.finding("oevers.loods.geen-nieuwe")) == ["near:oever"])
        #expect(beside.layer("oever")["hits"][0]["distanceMetres"].number == 20)

        let far = try await assess("botenloods", (201_600, 503_000, 201_700, 503_050))
        #expect(far["findings"].list.isEmpty)
        #expect(far.notApplied("oevers.loods.geen-nieuwe")["because"].text == "where")
    }

    @Test("a landing stage in the fairway: one condition not met, one for people, and an agreement about it")
    func landingStage() async throws {
        let report = try await assess(
            "steiger", (203_000, 503_950, 203_100, 504_050), #","phase":"aanleg","depth":{"from":0,"to":2}"#)
        let finding = try report.finding("oevers.steiger.vrije-vaarweg")
        #expect(finding["state"].text == "applies")
        #expect(finding["conditionsState"].text == "someNotMet")
        #expect(conditions(finding) == ["vrij:notMet", "zicht:open"])
        #expect(try report.finding("haven.steiger.melden")["documentStatus"].text == "draft")
        #expect(report["agreements"].list.compactMap { $0["agreement"].text } == ["vrije-vaarweg"])
        #expect(report["placeLadders"][0]["ladder"].text == "steigerplek")
        #expect(report["placeLadders"][0]["higherRungs"].texts == ["kade", "oever"])
    }

    @Test("a floating garden gives way to boats in the fairway")
    func ranking() async throws {
        let report = try await assess(
            "drijvende-tuin", (205_000, 504_000, 205_050, 504_050), #","depth":{"from":0,"to":2}"#)
        #expect(report.edges("op-de-plas", "preferredHere") == ["varen-voor-tuin/varen"])
        #expect(report.notApplied("oevers.tuin.aanmoedigen")["because"].text == "where")
        #expect(causes(try report.finding("haven.tuin.zoeken")) == ["noLayer:moeras"])
    }

    @Test("a bore from 10 to 15 metres passes the clay at 12")
    func bore() async throws {
        let report = try await assess(
            "boren", (203_000, 503_000, 203_050, 503_050), #","depth":{"use":[10,15]}"#)
        #expect(try report.finding("diepte.boren.kleilaag")["state"].text == "applies")
        let shallow = try await assess(
            "boren", (203_000, 503_000, 203_050, 503_050), #","depth":{"use":[2,12]}"#)
        #expect(shallow.notApplied("diepte.boren.kleilaag")["because"].text == "depth")
    }

    @Test("its neighbour is named when a plan crosses the border; outside nothing is assessed")
    func border() async throws {
        let report = try await assess("varen", (209_900, 503_000, 210_100, 503_100))
        #expect(report["initiative"]["outsideShare"].number == 0.5)
        #expect(report["warnings"][0].text?.hasSuffix("Vraag ook Oosterbuur.") == true)
        let outside = try await Program.kompas(
            "assess", "--house", house, "--activity", "varen", "--at", "220000,503000")
        #expect(outside.code == 1)
        #expect(outside.messages.last?.contains("buiten het gebied van Bestuur van Meerstad") == true)
    }
}
