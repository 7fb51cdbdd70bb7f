import Accounts
import Foundation
import GRDB
import KompasTesting
import Testing

@testable import Casework
@testable import Store

/// Random writes on a disk that loses its power at a random moment, in the middle of whatever was going on. After that
/// every write that was answered is there, the chain is whole, and the store goes on.
@Suite("Loss of power")
struct PowerLossTests {
    /// What came of one run.
    struct Outcome {
        var answered = 0
        /// Answered writes of which the store knows nothing afterwards.
        var lost = 0
        var isWhole = true
        var goesOn = true
    }

    static let isLong = ProcessInfo.processInfo.environment["KOMPAS_LONG"] == "1"

    @Test("with full synchronisation every answered write is there, the chain is whole and the store goes on")
    func full() async throws {
        var answered = 0
        for seed in seeds(Self.isLong ? 3000 : 100) {
            let outcome = try await Self.run(seed: seed, synchronous: Store.fullySynchronous)
            answered += outcome.answered
            #expect(outcome.lost == 0, "seed \(seed)")
            #expect(outcome.isWhole, "seed \(seed)")
            #expect(outcome.goesOn, "seed \(seed)")
        }
        // The runs must have come to something.
        #expect(answered > (Self.isLong ? 20_000 : 700))
    }

    @Test(
        "without synchronisation the same runs lose answered writes, so that this test can fail",
        arguments: ["OFF", "NORMAL"])
    func control(synchronous: String) async throws {
        var lost = 0
        for seed in seeds(25) {
            // What is left may be beyond repair; that is a loss as well.
            lost += (try? await Self.run(seed: seed, synchronous: synchronous).lost) ?? 1
        }
        #expect(lost > 0)
    }

    private func seeds(_ count: UInt64) -> [UInt64] {
        if let given = ProcessInfo.processInfo.environment["KOMPAS_SEED"].flatMap(UInt64.init) { return [given] }
        return Array(1...count)
    }

    /// Opens a store, writes at random until the power goes, and looks at what is left.
    static func run(seed: UInt64, synchronous: String) async throws -> Outcome {
        var random = SeededGenerator(seed: seed)
        let root = try TemporaryFolder.make().resolvingSymlinksInPath()
        defer { try? FileManager.default.removeItem(at: root) }
        let (folder, remains) = (root.appending(path: "data"), root.appending(path: "remains"))
        for each in [folder, remains] {
            try FileManager.default.createDirectory(at: each, withIntermediateDirectories: true)
        }
        let disk = try PowerLoss(folder: folder, remains: remains)
        let mode: PowerLoss.Mode = Bool.random(using: &random) ? .dropsAll : .keepsSome
        // A store takes some 600 operations to make; some runs lose their power while it is made.
        disk.arm(after: Int64.random(in: 1...1500, using: &random), seed: random.next(), mode)
        var outcome = Outcome()
        var answered: [ChainHead] = []
        var plans: [String: Int] = [:]
        do {
            let store = try open(folder, synchronous: synchronous, checkpoint: Int.random(in: 5...60, using: &random))
            while !disk.happened {
                let write = Write(random: &random)
                let answer = try await write.run(on: store)
                // Answered before the power went: it must be there.
                guard !disk.happened else { break }
                outcome.answered += 1
                if let head = answer { answered.append(head) }
                if case .plan(let id) = write.kind { plans[id, default: 0] += 1 }
            }
            try store.close()
        }
        // Watched until here, whatever the compiler thinks of it.
        withExtendedLifetime(disk) {}
        let left = try open(remains, synchronous: Store.fullySynchronous, checkpoint: 1000)
        let report = try await left.verify()
        outcome.isWhole = report.isWhole
        for head in answered where try await !left.has(head) { outcome.lost += 1 }
        for (id, version) in plans where try await (left.plan(id: id)?.version ?? 0) < version { outcome.lost += 1 }
        // It goes on: a next write is answered and the chain stays whole.
        let before = try await left.head()
        let next = try await Write(kind: .event(bytes: 10)).run(on: left)
        let after = try await left.verify()
        outcome.goesOn = (next?.sequence ?? 0) > before.sequence && after.isWhole
        try left.close()
        return outcome
    }

    private static func open(_ folder: URL, synchronous: String, checkpoint: Int) throws -> Store {
        var configuration = Store.configuration
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA wal_autocheckpoint = \(checkpoint)") }
        return try Store(
            try DatabasePool(path: folder.appending(path: Store.fileName).path, configuration: configuration),
            synchronous: synchronous)
    }
}

/// One random write.
private struct Write {
    enum Kind {
        case event(bytes: Int)
        case plan(String)
        case failure
    }

    var kind: Kind

    init(kind: Kind) { self.kind = kind }

    init(random: inout SeededGenerator) {
        switch Int.random(in: 0..<6, using: &random) {
        case 0: kind = .plan("plan\(Int.random(in: 0..<3, using: &random))")
        case 1: kind = .failure
        // Now and then a text of many pages.
        case 2: kind = .event(bytes: Int.random(in: 1...40_000, using: &random))
        default: kind = .event(bytes: Int.random(in: 1...500, using: &random))
        }
    }

    /// Gives the head of the chain when it grew.
    func run(on store: Store) async throws -> ChainHead? {
        switch kind {
        case .event(let bytes):
            let texts = [TextDraft("comment", .comment, String(repeating: "x", count: bytes))]
            return try await store.command { transaction in
                let isOpen = try transaction.dossier(id: "dossier") != nil
                let opened = CaseFact.dossierOpened(
                    CaseFact.DossierOpened(
                        planVersion: 1, day: "2026-11-20", isDemonstration: false, isOwnInitiative: false))
                return try transaction.append(
                    EventDraft(
                        dossier: "dossier", fact: isOpen ? .commentAdded : opened, at: morning, actor: People.anna,
                        roles: [.official], texts: isOpen ? texts : [])
                ).head
            }
        case .plan(let id):
            if let plan = try await store.plan(id: id) {
                _ = try await store.update(plan)
            } else {
                try await store.insert(Meerstad.plan(id: id))
            }
            return nil
        case .failure:
            _ = try await store.changeSignInFailures(of: ["k"]) { failures in
                failures["k"] = SignInFailures(count: (failures["k"]?.count ?? 0) + 1, lastAt: morning)
                return nil
            }
            return nil
        }
    }
}

extension Store {
    fileprivate func has(_ head: ChainHead) async throws -> Bool {
        try await database.read {
            try String.fetchOne($0, sql: "SELECT hash FROM event WHERE sequence = ?", arguments: [head.sequence])
        } == head.hash
    }
}
