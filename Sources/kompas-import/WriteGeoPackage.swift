import ArgumentParser
import CanonicalJSON
import Foundation
import GeoImport

/// Writes a GeoPackage for the server, from JSON in the working folder.
struct WriteGeoPackage: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "geopackage", abstract: "Schrijft voor de server een GeoPackage.", shouldDisplay: false)

    @Argument var contents: String
    @Argument var output: String

    func run() throws {
        ImportLimits().limitProcess()
        guard let data = FileManager.default.contents(atPath: contents), let json = try? JSONValue.parse(data),
            let contents = GeoPackageContents(json)
        else { throw Refusal(message: "`\(contents)` is niet te lezen") }
        do throws(ImportProblem) {
            try GeoPackageWriter().write(contents, to: URL(filePath: output))
        } catch {
            throw Refusal(message: "\(error)")
        }
    }
}
