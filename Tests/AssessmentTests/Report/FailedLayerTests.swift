@testable import Assessment
import Foundation
import Geometry
import KompasTesting
import MapLayers
import NormEngine
import PolicyModel
import Testing

@Suite("A layer that cannot be read")
struct FailedLayerTests {
    /// A copy of the test house of which one layer is not JSON.
    private func report(_ json: String, broken: String) throws -> AssessmentReport {
        try TemporaryFolder.use { folder in
            let copy = folder.appending(path: "house")
            try FileManager.default.copyItem(at: Meerstad.folder, to: copy)
            try Data("{".utf8).write(to: copy.appending(path: "layers/\(broken).geojson"))
            return try Meerstad.assessor(folder: copy).assess(Meerstad.request(json), on: Meerstad.date(Meerstad.day))
        }
    }

    private let json = plan("botenloods", Site.bank, #""change":"nieuw""#)

    @Test("What depends on it is undecided because it failed")
    func undecided() throws {
        let report = try report(json, broken: "oever")
        let finding = try #require(report.findings.first)
        #expect(finding.state == .undecided)
        #expect(finding.undecidedBecause == [Unknown(cause: .failed, ref: "oever")])
        #expect(finding.missing == ["failed:oever"])
        #expect(report.hasFailedLayer)
    }

    @Test("The layer, the receipt and a warning say so")
    func told() throws {
        let report = try report(json, broken: "oever")
        let layer = try #require(report.layers.first { $0.layer == "oever" })
        #expect(layer.state == .failed)
        let why = "het bestand `layers/oever.geojson` is geen geldige JSON; het gaat mis op regel 1, kolom 2"
        #expect(layer.why == why)
        #expect(
            report.warnings == [
                "De kaartlaag De oever kon niet worden gelezen: \(why). Wat ervan afhangt, is niet beslist."
            ])
        #expect(report.receipt.layerHashes["oever"] == "unreadable")
        #expect(report.receipt.layerHashes["plas"]?.count == 64)
    }

    @Test("What does not depend on it is decided")
    func decided() throws {
        let report = try report(json, broken: "wijken")
        #expect(report.findings.map(\.state) == [.applies])
        #expect(report.hasFailedLayer)
        #expect(try !Meerstad.report(json).hasFailedLayer)
    }

    @Test("Without the outline nobody knows what is outside, and what is known within it is not known")
    func outline() throws {
        let report = try report(json, broken: "grens")
        #expect(report.initiative.outsideShare == 0)
        #expect(report.findings.map(\.state) == [.applies])
        #expect(report.layers.first { $0.layer == "plas" }?.state == .noData)
        #expect(
            report.warnings.last
                == "De grens van het gebied is niet bekend; of de plek erbinnen ligt, is niet nagegaan.")
    }

    /// Facts that were made by hand.
    private struct Facts: SpatialFactSource {
        var layers: [LayerFact]
        var layerHashes: [String: String] { [:] }
        func facts(for place: Shape, needs: FactNeeds) -> SpatialFacts {
            SpatialFacts(layers: Dictionary(grouping: layers, by: \.designation))
        }
    }

    @Test("A layer that fails beside one that is hit is told to have failed, and the hit decides")
    func besideAHit() throws {
        let hit = LayerFact(
            designation: "oever", layer: "een", state: .hit, overlapShare: 1,
            overlap: OverlapMeasure(kind: .area, value: 10_000, share: 1))
        let failed = LayerFact(designation: "oever", layer: "twee", state: .failed, why: "het bestand is er niet")
        let assessor = Assessor(
            index: HouseIndex(try Meerstad.house()), houseHash: "h", normaliser: nil,
            facts: Facts(layers: [hit, failed]))
        let report = try assessor.assess(Meerstad.request(json), on: Meerstad.date(Meerstad.day))
        #expect(report.findings.map(\.state) == [.applies])
        #expect(report.layers.map(\.state) == [.hit, .failed])
        #expect(report.hasFailedLayer)
        #expect(report.receipt.normaliser == nil)
    }
}
