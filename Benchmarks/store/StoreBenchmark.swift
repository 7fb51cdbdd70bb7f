import Accounts
import Casework
import Foundation
import Store

/// Times what the chain costs: events a second when each waits for the disk, many events at once, and following all of
/// them again.
///
/// Usage: `kompas-bench-store FOLDER [EVENTS]`. FOLDER must be on the disk that is asked about, and goes away afterwards.
@main
struct StoreBenchmark {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count > 1, let events = Int(arguments.dropFirst(2).first ?? "100000"), events > 0 else {
            print("usage: kompas-bench-store FOLDER [EVENTS]")
            exit(2)
        }
        let folder = URL(filePath: arguments[1], directoryHint: .isDirectory).appending(path: "kompas-bench-store")
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try Store(folder: folder)
        let clock = ContinuousClock()

        let single = min(events, 2000)
        var slowest = Duration.zero
        let singleTime = try await clock.measure {
            for number in 0..<single {
                let time = try await clock.measure { try await write(1, from: number, to: store) }
                slowest = max(slowest, time)
            }
        }
        print("\(single) events, each waiting for the disk: \(rate(single, singleTime)) a second, slowest \(slowest)")

        let many = max(0, events - single)
        let manyTime = try await clock.measure {
            for start in stride(from: single, to: events, by: 1000) {
                try await write(min(1000, events - start), from: start, to: store)
            }
        }
        if many > 0 { print("\(many) events, a thousand a transaction: \(rate(many, manyTime)) a second") }

        var report: ChainReport?
        let verifyTime = try await clock.measure { report = try await store.verify() }
        print(
            "following \(report?.events ?? 0) events and \(report?.texts ?? 0) texts: \(verifyTime), "
                + "\(rate(events, verifyTime)) events a second, \(report?.isWhole == true ? "whole" : "NOT WHOLE")")
        let size = try FileManager.default.attributesOfItem(atPath: folder.appending(path: Store.fileName).path)[.size]
        print("size: \(((size as? NSNumber)?.intValue ?? 0) / 1_000_000) MB")
        if report?.isWhole != true { exit(1) }
    }

    private static let writer = CaseActor(account: "bench", name: "Meting", roles: [.official])

    /// Comments of 200 characters, a hundred to a dossier.
    private static func write(_ count: Int, from start: Int, to store: Store) async throws {
        try await store.command { transaction in
            for number in start..<(start + count) {
                let isFirst = number.isMultiple(of: 100)
                let opened = CaseFact.dossierOpened(
                    CaseFact.DossierOpened(
                        planVersion: 1, day: "2026-11-20", isDemonstration: true, isOwnInitiative: false))
                try transaction.append(
                    EventDraft(
                        dossier: "dossier-\(number / 100)", fact: isFirst ? opened : .commentAdded, at: Date(),
                        actor: writer, roles: [.official],
                        texts: [
                            TextDraft(isFirst ? "title" : "comment", .comment, String(repeating: "tekst ", count: 33))
                        ]))
            }
        }
    }

    private static func rate(_ count: Int, _ time: Duration) -> Int {
        let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
        return Int(Double(count) / seconds)
    }
}
