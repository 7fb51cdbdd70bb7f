public import Foundation
import GRDB

/// The folder with everything that people did: one SQLite file, in WAL mode with full synchronisation, so that a write
/// that was answered survives a crash and a loss of power.
///
/// ## Topics
/// - Accounts and sessions: `Store+Accounts`, `Store+Sessions`, `Store+SignInFailures`
/// - Plans and casework: `Store+Plans`, `Store+Casework`, `Store+Unsaved`
/// - Keeping it safe: `Store+Audit`, `Store+Backup`, `Store+Export`
public final class Store: Sendable {
    /// The name of the database in the data folder.
    public static let fileName = "kompas.sqlite"

    let database: any DatabaseWriter

    /// Opens the store in a folder, making both when they are not there, and brings it up to date.
    ///
    /// - Throws: ``StoreIsNewer``, and what prevents the file from being opened.
    public convenience init(folder: URL) throws {
        let isNew = !FileManager.default.fileExists(atPath: folder.path)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder.path)
        // A folder that is forgotten after a loss of power takes all that was written in it along.
        if isNew { try Durable.sync(folder: folder.deletingLastPathComponent()) }
        try self.init(file: folder.appending(path: Self.fileName))
    }

    public convenience init(file: URL) throws {
        try self.init(try DatabasePool(path: file.path, configuration: Self.configuration))
    }

    /// Opens the store that is in a folder, as it is: a server that uses it at the same time sees nothing change.
    ///
    /// - Throws: ``NoStore``, ``StoreIsOlder`` and ``StoreIsNewer``.
    public static func existing(in folder: URL) throws -> Store {
        let file = folder.appending(path: fileName)
        guard FileManager.default.fileExists(atPath: file.path) else { throw NoStore(folder: folder) }
        return try Store(try DatabasePool(path: file.path, configuration: configuration), migrates: false)
    }

    /// - Parameters:
    ///   - synchronous: replaced by tests only, to see that they can fail.
    ///   - migrates: brings the store up to date; otherwise it must be.
    init(_ database: any DatabaseWriter, synchronous: String = fullySynchronous, migrates: Bool = true) throws {
        self.database = database
        // Said again after opening: GRDB sets a pool to NORMAL then, which in WAL mode loses answered writes with the
        // power.
        try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = \(synchronous)") }
        let migrations = Migrations.all
        if try database.read(migrations.hasBeenSuperseded) { throw StoreIsNewer() }
        if migrates {
            try migrations.migrate(database)
        } else if try !database.read(migrations.hasCompletedMigrations) {
            throw StoreIsOlder()
        }
    }

    /// A commit waits until the disk has it, and so has the folder when a log was deleted.
    static let fullySynchronous = "EXTRA"

    /// How every connection is set up.
    static var configuration: Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(10)
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { connection in
            // Counts while a new database is made.
            try connection.execute(sql: "PRAGMA synchronous = \(fullySynchronous)")
            // What is erased is overwritten, not only forgotten.
            try connection.execute(sql: "PRAGMA secure_delete = ON")
            try connection.execute(sql: "PRAGMA cell_size_check = ON")
            try connection.execute(sql: "PRAGMA trusted_schema = OFF")
        }
        return configuration
    }

    /// Ends all connections; the store cannot be used any more. Otherwise they end with the last reference to it.
    public func close() throws { try database.close() }

    /// Whether the database can be read.
    public func isReady() async -> Bool {
        (try? await database.read { try Int.fetchOne($0, sql: "SELECT 1") }) == 1
    }
}

/// There is no store in a folder.
public struct NoStore: Error, Sendable, Hashable {
    public var folder: URL
}

/// An earlier version of the program made this store; the server brings it up to date when it starts.
public struct StoreIsOlder: Error, Sendable, Hashable {}

/// A later version of the program made this store; this one would not understand it.
public struct StoreIsNewer: Error, Sendable, Hashable {}
