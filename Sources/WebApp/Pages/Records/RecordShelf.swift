import CanonicalJSON
import Casework
import Crypto
public import Foundation
import PolicyModel
import Publication
import Reporting
import Store
import Synchronization

/// Published records, ready to be shown. A record never changes, so its pieces are made once and its PDF is kept on disk.
public final class RecordShelf: Sendable {
    /// A record with the pieces of its page.
    struct Entry: Sendable {
        var kept: KeptRecord
        var document: RecordDocument
        var pieces: RecordPieces
    }

    /// What makes two showings of a record the same: erasing a text, a later record and other content change them.
    private struct Key: Hashable {
        var number: String
        var state: String
        var house: String
    }

    private struct State {
        var entries: [Key: Entry] = [:]
        /// Keys from the one that came first.
        var order: [Key] = []
        var making: [String: Task<Data, any Error>] = [:]
    }

    private static let most = 24
    /// Says whether the chain in which records stand is whole.
    let chain = ChainKeeper()
    private let folder: URL
    private let maker: PDFMaker?
    private let state = Mutex(State())

    /// - Parameters:
    ///   - folder: where PDFs are kept; made when it is needed.
    ///   - maker: makes PDFs; without it there are none.
    init(folder: URL, maker: PDFMaker?) {
        self.folder = folder
        self.maker = maker
    }

    /// Whether this server can make PDFs.
    var hasMaker: Bool { maker != nil }

    /// - Throws: ``PageRefused/notFound`` for a number that does not exist.
    func entry(_ number: String, _ site: Site) async throws -> Entry {
        guard let kept = try await site.store.record(number: number) else { throw PageRefused.notFound }
        let key = Key(number: number, state: Self.fingerprint(kept), house: site.house.hash)
        if let entry = state.withLock({ $0.entries[key] }) { return entry }
        let entry = try await make(kept, site)
        state.withLock { state in
            guard state.entries[key] == nil else { return }
            state.entries[key] = entry
            state.order.append(key)
            while state.order.count > Self.most { state.entries[state.order.removeFirst()] = nil }
        }
        return entry
    }

    private func make(_ kept: KeptRecord, _ site: Site) async throws -> Entry {
        let house = site.house
        var report: JSONValue?
        do { report = try await site.casework.report(of: kept) } catch is ReportErased {}
        var document = try RecordDocument(
            record: kept.record, report: report, house: house.house,
            organisation: site.settings.organisation ?? house.house.authority.name,
            address: site.settings.address.map { "\($0)/afwegingen/\(kept.number)" }, supersededBy: kept.supersededBy)
        document.map = document.report.flatMap { MapSketch($0, house: house.house, layers: house.layers) }
        return Entry(kept: kept, document: document, pieces: RecordPieces(RecordFragments(document)))
    }

    /// The PDF; made at the first asking, and once when it is asked for twice at the same time.
    /// - Throws: `PDFProblem`.
    func pdf(_ entry: Entry) async throws -> Data {
        let name = "\(entry.kept.number)-\(Self.fingerprint(entry.kept).prefix(16)).pdf"
        let file = folder.appending(path: name)
        if let kept = try? Data(contentsOf: file) { return kept }
        guard let maker else { throw PDFProblem(kind: .failed, detail: "no program to make PDFs with") }
        let task = state.withLock { state in
            if let task = state.making[name] { return task }
            let task = Task { [folder] in
                let made = try await RecordPDF.make(entry.document, with: maker)
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
                try made.write(to: file, options: .atomic)
                return made
            }
            state.making[name] = task
            return task
        }
        defer { state.withLock { $0.making[name] = nil } }
        return try await task.value
    }

    /// Throws away what was made of a record, when texts of it were erased.
    func forget(_ number: String) {
        state.withLock { state in
            state.order.removeAll { $0.number == number }
            state.entries = state.entries.filter { $0.key.number != number }
        }
        Self.throwAway(number, in: folder)
    }

    /// Where PDFs of a store are kept.
    static func folder(in dataFolder: URL) -> URL {
        dataFolder.appending(path: "verslagen", directoryHint: .isDirectory)
    }

    /// Throws away the PDFs of a record in a data folder: for who erases texts without a server.
    public static func throwAwayPDFs(of number: String, in dataFolder: URL) {
        throwAway(number, in: folder(in: dataFolder))
    }

    private static func throwAway(_ number: String, in folder: URL) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        for name in names where name.hasPrefix(number + "-") {
            try? FileManager.default.removeItem(at: folder.appending(path: name))
        }
    }

    /// Another text when what is shown of the record changed: a text was erased, or another took its place.
    private static func fingerprint(_ kept: KeptRecord) -> String {
        let erased = kept.record.texts.filter { $0.text == nil }.map(\.id)
        let parts = [kept.recordHash, kept.supersededBy ?? ""] + erased
        return SHA256.hash(data: Data(parts.joined(separator: "\n").utf8)).map { byte in
            String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }.joined()
    }
}

/// The markup of the pieces of a record.
struct RecordPieces: Sendable {
    var symbols: String
    var head: String
    var body: String
    var annex: String

    init(_ fragments: RecordFragments) {
        symbols = fragments.symbols.markup
        head = fragments.head.markup
        body = fragments.body.markup
        annex = fragments.annex.markup
    }
}
