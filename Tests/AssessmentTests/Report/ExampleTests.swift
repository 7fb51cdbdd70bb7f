@testable import Assessment
import CanonicalJSON
import Foundation
import KompasTesting
import MapLayers
import NormEngine
import PolicyContent
import PolicyModel
import Testing

@Suite("The examples in the real house")
struct ExampleTests {
    private static let opened = Result {
        let folder = PackageRoot.url("content/pv22")
        let house = try #require(HouseLoader(folder: folder).load().house)
        return Assessor(
            index: HouseIndex(house), houseHash: "house", normaliser: "1",
            facts: HouseLayers(try MapLayers(house: house, folder: folder)))
    }

    private static let names: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: PackageRoot.url("Examples").path)) ?? []
        return names.filter { $0.hasSuffix(".json") }.sorted()
    }()

    private func report(_ name: String) throws -> AssessmentReport {
        let input = try JSONValue.parse(Data(contentsOf: PackageRoot.url("Examples/\(name)")))
        return try Self.opened.get().assess(AssessmentRequest(input: input), on: Meerstad.date(Meerstad.day))
    }

    @Test("There are examples")
    func some() { #expect(Self.names.count > 10) }

    @Test(
        "Their reports follow the schema, hold no layer that failed, and are made again to the byte", arguments: names)
    func example(_ name: String) throws {
        let report = try report(name)
        #expect(JSONSchemaCheck.faults(of: report.json, by: try SchemaTests.schema()) == [])
        #expect(!report.hasFailedLayer)
        #expect(try report.canonicalJSON == report.json.canonical())
        #expect(try Replay(assessor: Self.opened.get()).compare(report.json) == .identical)
        #expect(Set(report.findings.map(\.id)).count == report.findings.count)
    }

    @Test("Their reports are read back from JSON as they were written", arguments: names)
    func reading(_ name: String) throws {
        let report = try report(name)
        let read = try AssessmentReport(json: JSONValue.parse(report.canonicalJSON))
        #expect(read.canonicalJSON == report.canonicalJSON)
        #expect(try read.json.canonical() == report.canonicalJSON)
    }

    @Test("Everything that a report refers to is in it", arguments: names)
    func references(_ name: String) throws {
        let report = try report(name)
        let findings = Set(report.findings.map(\.id))
        let parts = Set(report.initiative.parts.map(\.id))
        #expect(report.findings.flatMap(\.parts).filter { !parts.contains($0) } == [])
        #expect(report.frames.flatMap(\.cells).flatMap(\.findings).filter { !findings.contains($0) } == [])
        #expect(report.goals.flatMap(\.relations).map(\.finding).filter { !findings.contains($0) } == [])
        #expect(report.roles.flatMap(\.why).filter { !findings.contains($0) } == [])
        #expect(report.notConsulted.flatMap(\.findings).filter { !findings.contains($0) } == [])
        #expect(report.inconsistencies.flatMap(\.affects).filter { !findings.contains($0) } == [])
        let between = report.tensions.filter { $0.kind == .norms }.flatMap(\.between)
        #expect(between.filter { !findings.contains($0) } == [])
        #expect(report.notApplied.map(\.norm).filter { norm in report.findings.contains { $0.norm == norm } } == [])
    }
}
