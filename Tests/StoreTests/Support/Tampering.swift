import Foundation
import GRDB

/// What somebody with access to the file could do.
enum Tampering {
    /// Runs SQL on a database, as is.
    static func plainly(_ sql: String, on file: URL) throws {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.foreignKeysEnabled = false
        let queue = try DatabaseQueue(path: file.path, configuration: configuration)
        defer { try? queue.close() }
        try queue.write { try $0.execute(sql: sql) }
    }

    /// Takes all triggers away first.
    static func run(_ sql: String, on file: URL) throws {
        let queue = try DatabaseQueue(path: file.path)
        let triggers = try queue.read {
            try String.fetchAll($0, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger'")
        }
        try queue.close()
        try plainly(triggers.map { "DROP TRIGGER \"\($0)\";" }.joined() + sql, on: file)
    }

    /// Whether bytes stand anywhere in the files of a folder.
    static func isThere(_ text: String, in folder: URL) throws -> Bool {
        let needle = Data(text.utf8)
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).contains { name in
            try Data(contentsOf: folder.appending(path: name)).range(of: needle) != nil
        }
    }
}
