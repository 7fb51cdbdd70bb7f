public import Foundation
public import PolicyModel

/// What came of loading a house.
public struct LoadResult: Sendable {
    /// The house; `nil` when `house.yaml` itself is missing or broken. Records with errors of form are not in it, so a
    /// house with errors is good for looking at and not for assessing: see ``hasErrors``.
    public var house: PolicyHouse?
    /// Everything there is to say, sorted by file, line and column.
    public var findings: [ContentFinding]

    public init(house: PolicyHouse?, findings: [ContentFinding]) {
        self.house = house
        self.findings = findings
    }

    public var hasErrors: Bool { findings.contains { $0.severity == .error } }
}

/// Loads a house from its folder and checks it: form against the JSON Schemas, then integrity as a whole.
public struct HouseLoader: Sendable {
    public let folder: URL
    public let schemas: URL

    /// - Parameter schemas: folder of the JSON Schemas; by default `schema` beside the house.
    public init(folder: URL, schemas: URL? = nil) {
        self.folder = folder
        self.schemas = schemas ?? SchemaSet.folder(beside: folder)
    }

    /// Reads all files and reports all that is wrong in one go. Never throws: a file that cannot be read is a finding.
    public func load() -> LoadResult {
        let files = ContentFiles(folder: folder)
        guard !files.yaml.isEmpty else {
            return LoadResult(
                house: nil,
                findings: [
                    ContentFinding(
                        .error, file: "house.yaml", line: 1, column: 1, message: "no content in `\(folder.path)`",
                        help: "a house is a folder with a `house.yaml`")
                ])
        }
        do {
            var assembly = try HouseAssembly(folder: folder, schemas: SchemaSet(folder: schemas))
            for file in files.yaml { assembly.add(file) }
            for file in files.verified { assembly.addVerified(file) }
            return assembly.finish()
        } catch {
            let message = (error as? SchemaSet.Failure)?.message ?? "the house cannot be read: \(error)"
            return LoadResult(
                house: nil,
                findings: [ContentFinding(.error, file: "house.yaml", line: 1, column: 1, message: message)])
        }
    }
}
