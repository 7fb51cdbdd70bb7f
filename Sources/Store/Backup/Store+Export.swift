public import CanonicalJSON
import Casework
public import Foundation
import GRDB

extension Store {
    public static let exportSchema = "kompas/export/1"

    /// Writes ``export(_:)`` to a file that only its owner reads, a value a line. It gets its name when it is complete.
    public func export(to file: URL) async throws {
        let part = file.deletingLastPathComponent().appending(path: ".\(file.lastPathComponent).\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: part) }
        try Durable.makePrivate(part)
        let handle = try FileHandle(forWritingTo: part)
        defer { try? handle.close() }
        try await export { try handle.write(contentsOf: Data(try $0.canonical() + [0x0A])) }
        try Durable.rename(part, to: file)
    }

    /// Everything that people did, as JSON values: first what this is and where the chain stands, then accounts without
    /// their passwords, plans, settings, events, texts and records. All of one moment.
    ///
    /// - Parameter line: gets each value in turn.
    public func export(_ line: @escaping @Sendable (JSONValue) throws -> Void) async throws {
        try await database.read { database in
            let head = try CaseworkRows.head(database)
            try line(["head": .string(head.description), "schema": .string(Self.exportSchema), "type": "store"])
            let parts: [(type: String, sql: String, json: Set<String>)] = [
                (
                    "account",
                    """
                    SELECT id, login, displayName, organisation, roles, issuer, subject, isActive, createdAt
                    FROM account ORDER BY loginKey
                    """, []
                ),
                ("plan", "SELECT * FROM plan ORDER BY id", ["input"]),
                ("setting", "SELECT * FROM setting ORDER BY name", []),
                ("event", "SELECT sequence, hash, body FROM event ORDER BY sequence", []),
                ("text", "SELECT * FROM personalText ORDER BY sequence, id", []),
                ("record", "SELECT * FROM record ORDER BY number", []),
            ]
            for part in parts {
                let rows = try Row.fetchCursor(database, sql: part.sql)
                while let row = try rows.next() {
                    var object = JSONObject([("type", .string(part.type))])
                    for (column, value) in row {
                        object[column] = try Self.json(value, isJSON: part.json.contains(column))
                    }
                    try line(.object(object))
                }
            }
        }
    }

    private static func json(_ value: DatabaseValue, isJSON: Bool) throws -> JSONValue {
        switch value.storage {
        case .null: .null
        case .int64(let number): .number(Double(number))
        case .double(let number): .number(number)
        case .string(let text): isJSON ? try JSONValue.parse(Array(text.utf8)) : .string(text)
        case .blob(let data): .string(data.base64EncodedString())
        }
    }
}
