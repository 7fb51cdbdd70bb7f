import CanonicalJSON
import Foundation
import Geometry
import Intake
import KompasTesting
import LimitedProcess
import Testing

/// An intake with the built importer and a quarantine of its own, which must be empty after every file.
final class Quarantine: Sendable {
    let folder: URL
    let limits: IntakeLimits

    init(limits: IntakeLimits = IntakeLimits()) throws {
        folder = try TemporaryFolder.make()
        self.limits = limits
        for name in ["quarantine", "files"] {
            try FileManager.default.createDirectory(
                at: folder.appending(path: name), withIntermediateDirectories: false)
        }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    static let importer: URL = {
        let built = ProcessInfo.processInfo.environment["KOMPAS_BIN"].map {
            URL(filePath: $0).deletingLastPathComponent().appending(path: "kompas-import")
        }
        return built ?? PackageRoot.url(".build/debug/kompas-import")
    }()

    func intake(importer: URL? = Quarantine.importer) -> Intake {
        Intake(importer: importer, limits: limits, quarantine: folder.appending(path: "quarantine"))
    }

    /// Writes a file of bytes and reads it in.
    func read(
        _ bytes: [UInt8], name: String = "plan.geojson", layer: String? = nil, crs: CRS? = nil
    ) async throws -> IntakeResult {
        let file = folder.appending(path: "files/upload")
        try Data(bytes).write(to: file)
        return try await read(file: file, name: name, layer: layer, crs: crs)
    }

    func read(_ text: String, name: String = "plan.geojson", crs: CRS? = nil) async throws -> IntakeResult {
        try await read(Array(text.utf8), name: name, crs: crs)
    }

    /// Reads a file of the fixtures.
    func read(fixture name: String, layer: String? = nil, crs: CRS? = nil) async throws -> IntakeResult {
        try await read(
            file: PackageRoot.url("Tests/Fixtures/intake/\(name)", file: #filePath), name: name, layer: layer, crs: crs)
    }

    func read(file: URL, name: String, layer: String? = nil, crs: CRS? = nil) async throws -> IntakeResult {
        defer { #expect(leftovers == []) }
        return try await intake().read(file: file, name: name, layer: layer, crs: crs)
    }

    /// Why bytes are refused.
    func refusal(
        _ bytes: [UInt8], name: String = "plan.geojson", layer: String? = nil
    ) async throws -> IntakeRefused {
        try await #require(throws: IntakeRefused.self) { try await self.read(bytes, name: name, layer: layer) }
    }

    func refusal(_ text: String, name: String = "plan.geojson") async throws -> IntakeRefused {
        try await refusal(Array(text.utf8), name: name)
    }

    /// A program of our own in place of the importer.
    func program(_ script: String) async throws -> URL {
        let text = folder.appending(path: "importer.sh")
        try Data("#!/bin/sh\n\(script)\n".utf8).write(to: text)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: text.path)
        // Copied by another process: a file that this one has open for writing cannot be run, and neither while a
        // process that was started meanwhile still holds it.
        let copy = LimitedProcess(
            program: URL(filePath: "/bin/cp"), arguments: ["importer.sh", "importer"], folder: folder,
            environment: LimitedProcess.bareEnvironment(), seconds: 10)
        #expect(try await copy.run().way == .exited(0))
        return folder.appending(path: "importer")
    }

    /// What the quarantine still holds.
    var leftovers: [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "quarantine").path)) ?? ["?"]
    }
}

/// GeoJSON texts in RD.
enum Draw {
    static let rd = #""crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::28992"}}"#

    static func collection(_ features: [String], crs: String = rd) -> String {
        #"{"type":"FeatureCollection",\#(crs.isEmpty ? "" : crs + ",")"features":[\#(features.joined(separator: ","))]}"#
    }

    static func feature(_ type: String, _ coordinates: String, properties: String = "{}") -> String {
        #"{"type":"Feature","properties":\#(properties),"geometry":{"type":"\#(type)","coordinates":\#(coordinates)}}"#
    }

    /// A square of ten metres, or other coordinates.
    static func square(_ x: Int = 233_000, _ y: Int = 557_000) -> String {
        feature("Polygon", "[[[\(x),\(y)],[\(x + 10),\(y)],[\(x + 10),\(y + 10)],[\(x),\(y + 10)],[\(x),\(y)]]]")
    }
}
