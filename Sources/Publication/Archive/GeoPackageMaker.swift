public import CanonicalJSON
public import Foundation
internal import LimitedProcess

/// Writes a GeoPackage through `kompas-import`, the only program that knows the format.
public struct GeoPackageMaker: Sendable {
    private let importer: URL

    public init(importer: URL) { self.importer = importer }

    /// - Returns: `nil` when it cannot be written.
    public func make(_ contents: JSONValue) async throws -> Data? {
        let importer = importer
        return try await PrivateFolder.use { folder in
            try Data(try contents.canonical()).write(to: folder.appending(path: "kaart.json"))
            var environment = LimitedProcess.bareEnvironment(keeping: ["PROJ_DATA", "PROJ_LIB"])
            environment["HOME"] = folder.path
            environment["TMPDIR"] = folder.path
            let ending = try await LimitedProcess(
                program: importer, arguments: ["write", "layers", "kaart.json", "kaart.gpkg"], folder: folder,
                environment: environment, seconds: 60
            ).run()
            guard ending.way == .exited(0) else { return nil }
            return try Data(contentsOf: folder.appending(path: "kaart.gpkg"))
        }
    }
}
