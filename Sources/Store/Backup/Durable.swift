import Foundation
import Glibc

/// Files that are there for good: contents first, then the name.
enum Durable {
    /// Waits until the disk has a file.
    static func sync(file: URL) throws { try sync(path: file.path, flags: O_RDONLY) }

    /// Waits until the disk has the names in a folder.
    static func sync(folder: URL) throws { try sync(path: folder.path, flags: O_RDONLY | O_DIRECTORY) }

    /// Gives a complete file its final name, in the place of what had it.
    static func rename(_ file: URL, to name: URL) throws {
        try sync(file: file)
        // Returns 0, or -1 with `errno`.
        guard Glibc.rename(file.path, name.path) == 0 else { throw FileFailure(path: name.path, code: errno) }
        try sync(folder: name.deletingLastPathComponent())
    }

    /// Makes an empty file that only its owner can read.
    static func makePrivate(_ file: URL) throws {
        let isMade = FileManager.default.createFile(
            atPath: file.path, contents: Data(), attributes: [.posixPermissions: 0o600])
        guard isMade else { throw FileFailure(path: file.path, code: errno) }
    }

    private static func sync(path: String, flags: Int32) throws {
        // Returns a descriptor that is ours to close, or -1 with `errno`.
        let descriptor = open(path.isEmpty ? "." : path, flags)
        guard descriptor >= 0 else { throw FileFailure(path: path, code: errno) }
        defer { close(descriptor) }
        // Returns 0, or -1 with `errno`.
        guard fsync(descriptor) == 0 else { throw FileFailure(path: path, code: errno) }
    }
}

/// The system refuses something with a file.
public struct FileFailure: Error, Sendable, Hashable, CustomStringConvertible {
    public var path: String
    public var code: Int32
    public var description: String { "\(path): \(String(cString: strerror(code)))" }
}
