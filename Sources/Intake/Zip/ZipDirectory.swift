public import Foundation

/// The directory of a zip archive, read strictly: whatever is unusual is refused rather than understood.
///
/// Only the directory at the end is read. Nothing is unpacked here.
public struct ZipDirectory: Sendable {
    /// The files in it, without folders and without what systems leave behind.
    public let entries: [ZipEntry]

    /// - Throws: the first thing that is not as it must be.
    public init(of file: URL, limits: IntakeLimits) throws(IntakeRefused) {
        let archive = try ZipArchive(file)
        let end = try ZipEnd(archive, limits)
        var reader = ByteReader(try archive.read(end.directoryOffset, end.directoryBytes))
        var entries: [ZipEntry] = []
        for _ in 0..<end.entries { entries.append(try ZipRecord(&reader).entry()) }
        guard reader.isAtEnd else { throw .broken("de inhoudsopgave van de zip klopt niet") }
        try ZipChecks(entries: entries, end: end, limits: limits).check()
        self.entries = entries.filter { !$0.isFolder && !Self.isLeftBehind($0) }
    }

    /// What macOS and Windows put in an archive on their own.
    private static func isLeftBehind(_ entry: ZipEntry) -> Bool {
        entry.name.hasPrefix("__MACOSX/") || [".DS_Store", "Thumbs.db", "desktop.ini"].contains(entry.lastName)
    }
}

/// A file that is read by place.
struct ZipArchive {
    let size: Int
    private let handle: FileHandle

    init(_ file: URL) throws(IntakeRefused) {
        do {
            handle = try FileHandle(forReadingFrom: file)
            size = Int(try handle.seekToEnd())
        } catch {
            throw .broken("het kan niet worden geopend")
        }
    }

    func read(_ offset: Int, _ count: Int) throws(IntakeRefused) -> [UInt8] {
        guard offset >= 0, count >= 0, offset + count <= size else { throw .broken("de zip houdt te vroeg op") }
        do {
            try handle.seek(toOffset: UInt64(offset))
            let data = try handle.read(upToCount: count) ?? Data()
            guard data.count == count else { throw IntakeRefused.broken("de zip houdt te vroeg op") }
            return [UInt8](data)
        } catch {
            throw .broken("de zip houdt te vroeg op")
        }
    }
}

/// Numbers one after the other, the lowest byte first.
struct ByteReader {
    private let bytes: [UInt8]
    private var place = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { place == bytes.count }

    mutating func take(_ count: Int) throws(IntakeRefused) -> [UInt8] {
        guard count <= bytes.count - place else { throw .broken("de inhoudsopgave van de zip klopt niet") }
        defer { place += count }
        return Array(bytes[place..<place + count])
    }

    mutating func number(_ count: Int) throws(IntakeRefused) -> Int {
        try take(count).reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}

/// The record at the very end of an archive.
struct ZipEnd {
    var entries: Int
    var directoryBytes: Int
    var directoryOffset: Int

    private static let bytes = 22

    init(_ archive: ZipArchive, _ limits: IntakeLimits) throws(IntakeRefused) {
        let tail = try archive.read(
            max(0, archive.size - Self.bytes - 65_535), min(archive.size, Self.bytes + 65_535))
        // The last mark that is followed by exactly the comment that it announces.
        let mark: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
        let starts = tail.indices.dropLast(Self.bytes - 1).reversed()
        let start = starts.first { place in
            tail[place...].starts(with: mark)
                && Int(tail[place + 20]) | Int(tail[place + 21]) << 8 == tail.count - place - Self.bytes
        }
        guard let start else { throw .broken("de zip heeft geen inhoudsopgave") }
        var reader = ByteReader(Array(tail[start..<start + Self.bytes]))
        _ = try reader.number(4)
        let (disk, directoryDisk) = (try reader.number(2), try reader.number(2))
        let entriesHere = try reader.number(2)
        entries = try reader.number(2)
        directoryBytes = try reader.number(4)
        directoryOffset = try reader.number(4)
        guard disk == 0, directoryDisk == 0, entriesHere == entries else {
            throw .broken("de zip is in delen geknipt")
        }
        guard entries <= limits.archiveEntries else {
            throw IntakeRefused(
                .archiveTooLarge, "In deze zip zitten meer dan \(limits.archiveEntries) bestanden.",
                help: "Zet alleen de bestanden van uw plan in de zip.")
        }
        guard directoryOffset + directoryBytes == archive.size - tail.count + start else {
            throw .broken("er staat iets voor of achter de zip")
        }
    }
}

/// A record of the directory, as it was read.
struct ZipRecord {
    private let system: Int
    private let flags: Int
    private let method: Int
    private let checksum: Int
    private let packedBytes: Int
    private let unpackedBytes: Int
    private let attributes: Int
    private let offset: Int
    private let name: [UInt8]

    init(_ reader: inout ByteReader) throws(IntakeRefused) {
        guard try reader.take(4) == [0x50, 0x4B, 0x01, 0x02] else {
            throw .broken("de inhoudsopgave van de zip klopt niet")
        }
        system = try reader.number(2) >> 8
        _ = try reader.number(2)
        flags = try reader.number(2)
        method = try reader.number(2)
        _ = try reader.number(4)
        checksum = try reader.number(4)
        packedBytes = try reader.number(4)
        unpackedBytes = try reader.number(4)
        let (nameBytes, extraBytes, commentBytes) = (
            try reader.number(2), try reader.number(2), try reader.number(2)
        )
        _ = try reader.number(4)
        attributes = try reader.number(4)
        offset = try reader.number(4)
        name = try reader.take(nameBytes)
        _ = try reader.take(extraBytes + commentBytes)
    }

    func entry() throws(IntakeRefused) -> ZipEntry {
        guard flags & 0b10_0000_0100_0001 == 0 else {
            throw IntakeRefused(
                .archiveEncrypted, "Deze zip is met een wachtwoord beveiligd.",
                help: "Maak een zip zonder wachtwoord en probeer het opnieuw.")
        }
        let packing: ZipEntry.Packing
        switch method {
        case 0: packing = .stored
        case 8: packing = .deflated
        default:
            throw IntakeRefused(
                .broken, "Deze zip is ingepakt op een manier die Kompas niet kent.",
                help: "Maak een gewone zip en probeer het opnieuw.")
        }
        guard [packedBytes, unpackedBytes, offset].allSatisfy({ $0 < 0xFFFF_FFFF }) else {
            throw IntakeRefused(
                .archiveTooLarge, "Deze zip is gemaakt voor bestanden van meer dan 4 GB.",
                help: "Zet alleen de bestanden van uw plan in een gewone zip.")
        }
        let text = try checkedName()
        // Unix keeps the kind of file in the upper half: 0 unknown, 4 folder, 8 file; links and devices are others.
        let kind = system == 3 ? attributes >> 28 : 0
        guard [0, 4, 8].contains(kind) else { throw Self.tricks(text) }
        return ZipEntry(
            name: text, rawName: name, packing: packing, checksum: UInt32(truncatingIfNeeded: checksum),
            packedBytes: packedBytes, unpackedBytes: unpackedBytes, offset: offset,
            isFolder: text.hasSuffix("/") || kind == 4)
    }

    private func checkedName() throws(IntakeRefused) -> String {
        let text = String(decoding: name, as: UTF8.self)
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard !name.isEmpty, name.count <= 255, !name.contains(where: { $0 < 0x20 || $0 == 0x7F }),
            !text.contains("\\"), !text.contains(":"), !text.hasPrefix("/"),
            !parts.contains(where: { $0 == ".." || $0 == "." }), !parts.dropLast().contains("")
        else { throw Self.tricks(text) }
        return text
    }

    private static func tricks(_ name: String) -> IntakeRefused {
        IntakeRefused(
            .archiveTricks,
            "In de zip zit een bestand met een naam of verwijzing die niet mag: ‘\(FileName(name).text)’.",
            help: "Maak een nieuwe zip met alleen de bestanden van uw plan.")
    }
}
