public import Casework
public import Foundation
import GRDB

extension Store {
    /// Copies the whole store to one file while others go on with it, and checks the copy before it gets its name.
    ///
    /// - Returns: what following the chain of the copy gave. When it is not whole, there is no file.
    /// - Throws: ``BackupFailed``, and what prevents a file from being written.
    public func backUp(to file: URL) async throws -> ChainReport {
        let part = file.deletingLastPathComponent().appending(path: ".\(file.lastPathComponent).\(UUID().uuidString)")
        defer { Self.remove(part) }
        try Durable.makePrivate(part)
        // One step: a copy in more steps begins again when somebody writes in between.
        try await copy(to: part)
        let report = try Self.examine(part)
        try Durable.rename(part, to: file)
        return report
    }

    private func copy(to file: URL) async throws {
        let source = database
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            DispatchQueue.global().async {
                continuation.resume(
                    with: Result {
                        let copy = try DatabaseQueue(path: file.path)
                        try source.backup(to: copy)
                        // One file, without a log beside it.
                        try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
                        try copy.close()
                    })
            }
        }
    }

    /// Puts a backup in the place of the store in a folder. It is checked first; what was there is kept beside it.
    ///
    /// - Parameter replaces: whether a store that is there may be replaced.
    /// - Returns: what following the chain gave, and where the earlier store is kept.
    /// - Throws: ``RestoreRefused``, ``BackupFailed``, and what prevents files from being written.
    public static func restore(_ file: URL, to folder: URL, replaces: Bool, at now: Date = Date()) throws
        -> (report: ChainReport, earlier: URL?)
    {
        guard FileManager.default.fileExists(atPath: file.path) else { throw RestoreRefused.noBackup(file) }
        let target = folder.appending(path: fileName)
        let isThere = FileManager.default.fileExists(atPath: target.path)
        if isThere, !replaces { throw RestoreRefused.storeIsThere(folder) }
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let part = folder.appending(path: ".\(fileName).\(UUID().uuidString)")
        defer { remove(part) }
        try FileManager.default.copyItem(at: file, to: part)
        let report = try examine(part)
        guard isThere else {
            try Durable.rename(part, to: target)
            return (report, nil)
        }
        guard try isUnused(target) else { throw RestoreRefused.storeIsInUse(folder) }
        let earlier = folder.appending(path: "\(fileName).\(Int(now.timeIntervalSince1970))")
        for suffix in ["-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: target.path + suffix)
        }
        try Durable.rename(target, to: earlier)
        try Durable.rename(part, to: target)
        return (report, earlier)
    }

    /// Follows everything in a database file that nobody else has open.
    private static func examine(_ file: URL) throws -> ChainReport {
        var configuration = Configuration()
        configuration.readonly = true
        do {
            let copy = try DatabaseQueue(path: file.path, configuration: configuration)
            defer { try? copy.close() }
            let report = try copy.read { database in
                let answers = try String.fetchAll(database, sql: "PRAGMA integrity_check")
                guard answers == ["ok"] else { throw BackupFailed.damaged(answers.first ?? "") }
                guard try database.tableExists("event"), try database.tableExists("grdb_migrations") else {
                    throw BackupFailed.notAStore
                }
                if try Migrations.all.hasBeenSuperseded(database) { throw StoreIsNewer() }
                return try verify(database, known: nil)
            }
            guard report.isWhole else { throw BackupFailed.notWhole(report) }
            return report
        } catch let error as DatabaseError {
            throw error.resultCode == .SQLITE_NOTADB ? BackupFailed.notAStore : BackupFailed.damaged("\(error)")
        }
    }

    /// Whether no other program has the store open. Brings what is in its log into the file itself.
    private static func isUnused(_ file: URL) throws -> Bool {
        var configuration = Configuration()
        configuration.busyMode = .immediateError
        do {
            let queue = try DatabaseQueue(path: file.path, configuration: configuration)
            defer { try? queue.close() }
            try queue.writeWithoutTransaction { database in
                // With the lock for itself alone, which nobody gets while another has the file open.
                try database.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
                try database.execute(sql: "PRAGMA journal_mode = DELETE")
                try database.execute(sql: "BEGIN EXCLUSIVE; COMMIT")
            }
            return true
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY || error.resultCode == .SQLITE_LOCKED
        {
            return false
        } catch let error as DatabaseError
            where error.resultCode == .SQLITE_NOTADB || error.resultCode == .SQLITE_CORRUPT
        {
            // A damaged store is what restoring is for.
            return true
        }
    }

    private static func remove(_ file: URL) {
        for suffix in ["", "-wal", "-shm", "-journal"] {
            try? FileManager.default.removeItem(atPath: file.path + suffix)
        }
    }
}

/// Why a file is no good backup.
public enum BackupFailed: Error, Sendable, Hashable {
    case notAStore
    case damaged(String)
    case notWhole(ChainReport)
}

/// Why a backup is not put back.
public enum RestoreRefused: Error, Sendable, Hashable {
    case noBackup(URL)
    case storeIsThere(URL)
    case storeIsInUse(URL)
}
