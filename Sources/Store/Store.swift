public import Foundation
import GRDB

/// The folder with everything that people did: one SQLite file, in WAL mode with full synchronisation, so that a write
/// that was answered survives a crash and a loss of power.
///
/// ## Topics
/// - Accounts and sessions: `Store+Accounts`, `Store+Sessions`
/// - Plans and casework: `Store+Plans`
public final class Store: Sendable {
    /// The name of the database in the data folder.
    public static let fileName = "kompas.sqlite"

    let database: any DatabaseWriter

    /// Opens the store in a folder, making both when they are not there, and brings it up to date.
    public convenience init(folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder.path)
        try self.init(file: folder.appending(path: Self.fileName))
    }

    public convenience init(file: URL) throws {
        try self.init(try DatabasePool(path: file.path, configuration: Self.configuration))
    }

    init(_ database: any DatabaseWriter) throws {
        self.database = database
        try Migrations.all.migrate(database)
    }

    /// How every connection is set up.
    static var configuration: Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(10)
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { connection in
            // A commit waits until the disk has it; in WAL mode the default would only survive a crash of the program.
            try connection.execute(sql: "PRAGMA synchronous = FULL")
            // What is erased is overwritten.
            try connection.execute(sql: "PRAGMA secure_delete = ON")
            try connection.execute(sql: "PRAGMA cell_size_check = ON")
            try connection.execute(sql: "PRAGMA trusted_schema = OFF")
        }
        return configuration
    }

    /// Whether the database can be read.
    public func isReady() async -> Bool {
        (try? await database.read { try Int.fetchOne($0, sql: "SELECT 1") }) == 1
    }
}
