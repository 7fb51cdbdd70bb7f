internal import Foundation
internal import Geometry
internal import Intake

/// Unpacks what is read of an archive, each file under a name of our own.
struct PlanArchive {
    let file: URL
    let folder: URL
    let limits: IntakeLimits

    /// - Returns: the file to read, and what it is called for people.
    func unpack(layer: String?, crs: CRS?) throws(IntakeRefused) -> (file: PlanFile, layer: String?) {
        let contents = try ZipContents(ZipDirectory(of: file, limits: limits), layer: layer, crs: crs)
        switch contents.choice {
        case .shapefile(let shapes, let beside):
            for entry in [shapes] + beside { _ = try unpack(entry, as: "vorm.\(entry.ending)") }
            return (PlanFile(url: folder.appending(path: "vorm.shp"), content: .shapefile), nil)
        case .file(let entry, let promised):
            let file = try unpack(entry, as: promised == .zip ? "vorm" : "vorm.\(promised.rawValue)")
            let kind = try FileSniffer(head: try head(of: file), name: entry.lastName).kind()
            guard kind == promised, let content = PlanFile.Content(kind) else {
                throw IntakeRefused(
                    .wrongKind, "In de zip zit iets anders dan de naam ‘\(entry.lastName)’ belooft.",
                    help: IntakeRefused.kinds)
            }
            return (PlanFile(url: file, content: content), contents.layer)
        }
    }

    private func unpack(_ entry: ZipEntry, as name: String) throws(IntakeRefused) -> URL {
        let target = folder.appending(path: name)
        do {
            let archive = try FileHandle(forReadingFrom: file)
            defer { try? archive.close() }
            let packed = try packed(entry, in: archive)
            guard FileManager.default.createFile(atPath: target.path, contents: nil) else { throw Inflater.damaged }
            let output = try FileHandle(forWritingTo: target)
            defer { try? output.close() }
            try Inflater().unpack(packed, of: entry, to: output)
            return target
        } catch let refused as IntakeRefused {
            throw refused
        } catch {
            throw Inflater.damaged
        }
    }

    /// The bytes of an entry, after its own header has said the same as the directory.
    private func packed(_ entry: ZipEntry, in archive: FileHandle) throws -> [UInt8] {
        let header = try read(archive, entry.offset, 30)
        let number = { (place: Int) in Int(header[place]) | Int(header[place + 1]) << 8 }
        let method = entry.packing == .stored ? 0 : 8
        guard header.starts(with: [0x50, 0x4B, 0x03, 0x04]), number(8) == method, number(6) & 1 == 0,
            number(26) == entry.rawName.count,
            try read(archive, entry.offset + 30, entry.rawName.count) == entry.rawName
        else { throw Inflater.damaged }
        return try read(archive, entry.offset + 30 + number(26) + number(28), entry.packedBytes)
    }

    private func read(_ archive: FileHandle, _ offset: Int, _ count: Int) throws -> [UInt8] {
        try archive.seek(toOffset: UInt64(offset))
        let bytes = [UInt8](try archive.read(upToCount: count) ?? Data())
        guard bytes.count == count else { throw Inflater.damaged }
        return bytes
    }

    private func head(of file: URL) throws(IntakeRefused) -> [UInt8] {
        guard let handle = try? FileHandle(forReadingFrom: file),
            let head = try? handle.read(upToCount: FileSniffer.length)
        else {
            throw IntakeRefused(.empty, "Het bestand in de zip is leeg.", help: "Maak de zip opnieuw.")
        }
        return [UInt8](head)
    }
}
