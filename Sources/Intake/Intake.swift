internal import CanonicalJSON
public import Foundation
public import Geometry
internal import LimitedProcess

/// Takes in an uploaded file without opening it: what it is, is told from its first bytes; of an archive only the directory is
/// read. All else is done by `kompas-import`, in a process of its own with limits on time, memory and output, in a folder that
/// is thrown away.
///
/// ## Topics
/// - Reading a file: ``read(file:name:layer:crs:)``, ``IntakeResult``, ``IntakeNote``
/// - What is wrong with it: ``IntakeRefused``
/// - What it may cost: ``IntakeLimits``
/// - The program that does it: ``Importer``
public struct Intake: Sendable {
    private let importer: URL?
    private let limits: IntakeLimits
    /// Where folders for one file are made.
    private let quarantine: URL
    private let turnstile: Turnstile

    /// - Parameters:
    ///   - importer: the program; see ``Importer/find(environment:)``. Without it every file is refused, saying so.
    ///   - quarantine: a folder on a disk with room for some unpacked files.
    public init(
        importer: URL?, limits: IntakeLimits = IntakeLimits(),
        quarantine: URL = FileManager.default.temporaryDirectory
    ) {
        self.importer = importer
        self.limits = limits
        self.quarantine = quarantine
        turnstile = Turnstile(places: 2, seats: 20)
    }

    /// - Parameters:
    ///   - file: where the upload was put; it is left as it is.
    ///   - name: as its owner calls it; only for messages.
    ///   - layer: which layer to read, when there are several; one of ``IntakeRefused/layers``.
    ///   - crs: what its owner says, for a file that does not name its CRS.
    /// - Throws: one clear message.
    public func read(
        file: URL, name: String, layer: String? = nil, crs: CRS? = nil
    ) async throws(IntakeRefused) -> IntakeResult {
        let kind = try sniff(file, name)
        if kind == .zip {
            // Tells at once what can be told without unpacking; the reading program looks again.
            _ = try ZipContents(ZipDirectory(of: file, limits: limits), layer: layer, crs: crs)
        }
        guard let importer else { throw Self.unavailable }
        let ending = try await run(importer, file, kind, layer, crs)
        return try result(of: ending)
    }

    private func sniff(_ file: URL, _ name: String) throws(IntakeRefused) -> FileKind {
        let head: Data
        do {
            let handle = try FileHandle(forReadingFrom: file)
            defer { try? handle.close() }
            guard try handle.seekToEnd() <= UInt64(limits.uploadBytes) else { throw Self.tooLarge(limits) }
            try handle.seek(toOffset: 0)
            head = try handle.read(upToCount: FileSniffer.length) ?? Data()
        } catch let refused as IntakeRefused {
            throw refused
        } catch {
            throw .broken("het kan niet worden geopend")
        }
        return try FileSniffer(head: [UInt8](head), name: name).kind()
    }

    private func run(
        _ importer: URL, _ file: URL, _ kind: FileKind, _ layer: String?, _ crs: CRS?
    ) async throws(IntakeRefused) -> LimitedProcess.Ending {
        do {
            let ending = try await turnstile.pass {
                try await PrivateFolder.use(in: quarantine) { folder in
                    let copy = folder.appending(path: kind.fileName)
                    try FileManager.default.copyItem(at: file, to: copy)
                    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: copy.path)
                    var process = LimitedProcess(
                        program: importer, arguments: arguments(kind, layer, crs), folder: folder,
                        environment: environment(folder), seconds: limits.seconds)
                    process.outputBytes = limits.resultBytes
                    return try await process.run()
                }
            }
            guard let ending else { throw Self.busy }
            return ending
        } catch let refused as IntakeRefused {
            throw refused
        } catch {
            throw Self.unavailable
        }
    }

    private func arguments(_ kind: FileKind, _ layer: String?, _ crs: CRS?) -> [String] {
        let numbers = [
            ("unpacked-bytes", limits.unpackedBytes), ("entries", limits.archiveEntries),
            ("ratio", limits.archiveRatio), ("features", limits.features), ("vertices", limits.vertices),
            ("processor-seconds", limits.processorSeconds), ("memory-bytes", limits.memoryBytes),
            ("result-bytes", limits.resultBytes),
        ]
        return ["intake", "--kind", kind.rawValue]
            + numbers.map { "--\($0)=\($1)" }
            + (layer.map { ["--layer=\($0)"] } ?? []) + (crs.map { ["--crs=\($0.rawValue)"] } ?? [])
    }

    /// Nothing of ours, but for where PROJ finds its grid: the same file must give the same place wherever it is read.
    private func environment(_ folder: URL) -> [String: String] {
        let ours = ProcessInfo.processInfo.environment
        var bare = LimitedProcess.bareEnvironment(keeping: ["PROJ_DATA", "PROJ_LIB"])
        bare["HOME"] = folder.path
        bare["TMPDIR"] = folder.path
        bare["XDG_DATA_HOME"] = ours["XDG_DATA_HOME"] ?? ours["HOME"].map { $0 + "/.local/share" }
        bare["SWIFT_BACKTRACE"] = "enable=no"
        return bare
    }

    private func result(of ending: LimitedProcess.Ending) throws(IntakeRefused) -> IntakeResult {
        switch ending.way {
        case .exited(0):
            guard let json = try? JSONValue.parse(ending.output), let result = IntakeResult(json, limits: limits) else {
                throw Self.unavailable
            }
            return result
        case .exited(1):
            guard let json = try? JSONValue.parse(ending.output), let refused = IntakeRefused(json) else {
                throw .tooHeavy
            }
            throw refused
        case .exited: throw Self.unavailable
        case .killed, .timedOut, .saidTooMuch: throw .tooHeavy
        }
    }

    /// For one who stops receiving at the limit.
    public static func tooLarge(_ limits: IntakeLimits) -> IntakeRefused {
        IntakeRefused(
            .tooLarge, "Het bestand is groter dan \(limits.uploadBytes / 1_000_000) MB.",
            help: "Bewaar alleen het plangebied, of vereenvoudig de lijnen.")
    }

    private static let busy = IntakeRefused(
        .busy, "Er worden nu te veel bestanden tegelijk gelezen.", help: "Probeer het over een minuut opnieuw.")

    private static let unavailable = IntakeRefused(
        .unavailable, "Bestanden lezen lukt op dit moment niet. Dat ligt niet aan uw bestand.",
        help: "Teken het plan op de kaart, of probeer het later opnieuw.")
}
