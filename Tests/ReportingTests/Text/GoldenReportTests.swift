import Foundation
import KompasTesting
import PolicyModel
import Testing

@testable import Reporting

@Suite("Golden text reports")
struct GoldenReportTests {
    /// The text without what differs between machines: the versions of program and libraries, and the hash over them.
    private func text(_ report: TextReport) -> String {
        var isLeftOut = false
        return report.render().split(separator: "\n", omittingEmptySubsequences: false)
            .filter { line in
                if line.hasPrefix("  Programma ") { isLeftOut = true }
                if line.hasPrefix("  Inhoud ") { isLeftOut = false }
                return !isLeftOut && !line.hasPrefix("  Uitkomst ")
            }.joined(separator: "\n")
    }

    @Test("The report of everything at once in the water town reads as it was read", arguments: [100, 60])
    func everything(_ width: Int) throws {
        let town = try OpenedTestHouse.meerstad()
        let report = try town.report(everythingInMeerstad)
        let text = text(TextReport(report, house: town.house, width: width))
        #expect(try GoldenFile("Reports/waterstad-\(width).txt").difference(from: text) == nil)
    }

    @Test("The report of a place where much pulls reads as it was read")
    func tensions() throws {
        var house = try OpenedTestHouse.meerstad().house
        house.norms += try [
            record("graag", "undesired", "havenbrief", #","where":{"in":"plas"}"#),
            record("ruim", "encouraged", "waterplan", #","where":{"in":"moeras"}"#),
            record(
                "elders", "regulated-elsewhere", "waterplan", #","target":{"document":"keur","chapter":"Hoofdstuk 3"}"#),
        ]
        house.inconsistencies = [
            try decoded(
                #"{"id":"i","summary":"Het plan noemt tien meter, de brief twaalf.","norms":["graag"],"#
                    + #""sources":[\#(source("waterplan")),\#(source("havenbrief"))]}"#)
        ]
        house.frames[0].triggers = [
            try decoded(
                #"{"id":"a","title":"Belangen botsen","obligatory":true,"when":{"interests-collide":true}}"#),
            try decoded(
                #"{"id":"b","title":"Grote gevolgen","obligatory":false,"#
                    + #""when":{"open":{"question":"groot","asks":"Zijn de gevolgen groot?"}}}"#),
        ]
        let town = try OpenedTestHouse(house: house, folder: "Tests/Fixtures/house-test")
        let report = try town.report(
            """
            {"type":"Feature","crs":"EPSG:28992","geometry":{"type":"LineString","coordinates":[[203000,503800],
            [203000,504000]]},"properties":{"activities":["drijvende-tuin"],"title":"Tuin op de vaarweg",
            "depth":{"use":[0,2]}}}
            """)
        let text = text(TextReport(report, house: house, width: 80))
        #expect(try GoldenFile("Reports/waterstad-schuurt.txt").difference(from: text) == nil)
    }

    private func source(_ document: String) -> String {
        #"{"document":"\#(document)","path":["2"],"passage":{"unit":"sentence","starts":"Het bestuur"}}"#
    }

    private func record(_ id: String, _ effect: String, _ document: String, _ more: String) throws -> Norm {
        try decoded(
            #"{"id":"\#(id)","title":"Titel van \#(id)","summary":"Wat \#(id) zegt.","source":\#(source(document)),"#
                + #""activities":["drijvende-tuin"],"effect":"\#(effect)"\#(more)}"#)
    }

    private func decoded<Value: Decodable>(_ json: String) throws -> Value {
        try JSONDecoder().decode(Value.self, from: Data(json.utf8))
    }

    @Test("The report of nothing found reads as it was read")
    func nothing() throws {
        let town = try OpenedTestHouse.meerstad()
        let report = try town.report(
            #"{"type":"Feature","crs":"EPSG:28992","geometry":{"type":"Point","coordinates":[201000,508000]},"#
                + #""properties":{"activities":["varen"]}}"#)
        #expect(
            try GoldenFile("Reports/niets.txt").difference(from: text(TextReport(report, house: town.house))) == nil)
    }
}
