import ArgumentParser
import CanonicalJSON
import Foundation
import GeoImport
import Geometry
import Intake

/// Reads an uploaded file for the server: the file stands in the working folder under the name of its kind, the result or the one
/// message goes to standard output as JSON. Ends with 0 or 1.
struct ReadPlan: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "intake", abstract: "Leest voor de server een bestand met een plan in.", shouldDisplay: false)

    @Option var kind: String
    @Option var layer: String?
    @Option var crs: String?
    @Option var unpackedBytes: Int
    @Option var entries: Int
    @Option var ratio: Int
    @Option var features: Int
    @Option var vertices: Int
    @Option var processorSeconds: Int
    @Option var memoryBytes: Int
    @Option var resultBytes: Int

    func run() throws {
        guard let kind = FileKind(rawValue: kind) else { throw ValidationError("`\(kind)` is geen soort bestand") }
        let here = URL(filePath: FileManager.default.currentDirectoryPath, directoryHint: .isDirectory)
        let options = PlanOptions(
            folder: here, kind: kind, layer: layer, crs: crs.flatMap(CRS.init(rawValue:)), limits: limits)
        options.limitProcess()
        do throws(IntakeRefused) {
            print(try PlanReader(options: options).read().json.compact())
        } catch {
            print(error.json.compact())
            Foundation.exit(1)
        }
    }

    private var limits: IntakeLimits {
        var limits = IntakeLimits()
        limits.unpackedBytes = unpackedBytes
        limits.archiveEntries = entries
        limits.archiveRatio = ratio
        limits.features = features
        limits.vertices = vertices
        limits.processorSeconds = processorSeconds
        limits.memoryBytes = memoryBytes
        limits.resultBytes = resultBytes
        return limits
    }
}
