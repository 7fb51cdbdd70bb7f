import Foundation

/// The schemas of a folder, by file name and by definition in it.
struct SchemaSet: Sendable {
    /// Why the schemas cannot be used.
    struct Failure: Error {
        var message: String
    }

    /// Keys are references: `norms.schema.json` and `common.schema.json#/$defs/test`.
    private let schemas: [String: Schema]

    /// Where the schemas stand unless somebody says otherwise: `schema` beside the house.
    static func folder(beside house: URL) -> URL { house.deletingLastPathComponent().appending(path: "schema") }

    /// Reads every `*.schema.json` of the folder. Throws a ``Failure`` when there is none or one cannot be read.
    init(folder: URL) throws {
        var schemas: [String: Schema] = [:]
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        for name in names.sorted() where name.hasSuffix(".schema.json") {
            let root: ContentNode?
            do {
                // JSON is YAML too.
                root = try YAMLReader.read(try Data(contentsOf: folder.appending(path: name)))
            } catch let failure as YAMLReader.Failure {
                throw Failure(message: "schema `\(name)` line \(failure.mark.line): \(failure.message)")
            } catch {
                throw Failure(message: "schema `\(name)` cannot be read")
            }
            guard let root else { throw Failure(message: "schema `\(name)` is empty") }
            schemas[name] = Schema.read(root, file: name)
            for definition in root["$defs"]?.members ?? [] {
                schemas["\(name)#/$defs/\(definition.key)"] = Schema.read(definition.node, file: name)
            }
        }
        guard !schemas.isEmpty else { throw Failure(message: "no schema in `\(folder.path)`") }
        self.schemas = schemas
    }

    /// The schema of the value of a top-level key.
    subscript(kind: ContentKind) -> Schema? { schemas["\(kind.rawValue).schema.json"].map(resolve) }

    /// The schema in a file.
    subscript(file: String) -> Schema? { schemas[file].map(resolve) }

    /// The schema at the end of a chain of references; without demands when a reference leads nowhere.
    func resolve(_ schema: Schema) -> Schema {
        var schema = schema
        var steps = 0
        while let reference = schema.reference, let next = schemas[reference], steps < 16 {
            schema = next
            steps += 1
        }
        return schema
    }
}
