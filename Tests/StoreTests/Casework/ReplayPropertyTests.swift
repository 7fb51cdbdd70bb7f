import Accounts
import Foundation
import KompasTesting
import Testing

@testable import Casework
@testable import Store

@Suite("The store against its events")
struct ReplayPropertyTests {
    @Test("after random commands of several people in several dossiers, reading all events gives what is kept")
    func replay() async throws {
        let seed = ProcessInfo.processInfo.environment["KOMPAS_SEED"].flatMap(UInt64.init) ?? 20_261_121
        let rounds = ProcessInfo.processInfo.environment["KOMPAS_LONG"] == "1" ? 60 : 4
        var random = SeededGenerator(seed: seed)
        for round in 0..<rounds {
            let test = try TestStore()
            let ids = ["een", "twee", "drie"]
            var cells: [CellAddress] = []
            for id in ids {
                let dossier = try await test.opened(id)
                cells = try await test.casework.context(report: test.casework.report(of: dossier)).cells
            }
            var done = 0
            for _ in 0..<60 {
                let id = ids[Int.random(in: 0..<3, using: &random)]
                let cell = cells[Int.random(in: 0..<cells.count, using: &random)]
                let kind = Int.random(in: 0..<9, using: &random)
                let word = "woord\(Int.random(in: 0..<1000, using: &random))"
                if await Self.run(kind, id, cell, word, test) { done += 1 }
            }
            #expect(done > 10, "seed \(seed), round \(round)")
            for summary in try await test.store.dossiers() {
                let dossier = try #require(try await test.store.dossier(id: summary.id))
                #expect(dossier.summary == summary, "seed \(seed), round \(round)")
            }
            #expect(try await test.store.verify().faults == [], "seed \(seed), round \(round)")
        }
    }

    /// Does something; whether it was possible.
    private static func run(_ kind: Int, _ id: String, _ cell: CellAddress, _ word: String, _ test: TestStore) async
        -> Bool
    {
        let casework = test.casework
        do {
            let dossier = try await casework.dossier(id, for: People.anna)
            let (anna, bas, carla) = (People.anna, People.bas, People.carla)
            switch kind {
            case 0, 1, 2:
                _ = try await casework.saveCell(
                    cell, CellContent(contributes: true, contributesArgument: word), basedOn: dossier.version(of: cell),
                    in: id, by: kind == 0 ? anna : bas)
            case 3: _ = try await casework.undoCell(cell, basedOn: dossier.version(of: cell), in: id, by: anna)
            case 4: _ = try await casework.addItem(.dilemma, ItemContent(text: word), in: id, by: bas)
            case 5:
                _ = try await casework.saveOutcome(
                    OutcomeContent(frame: cell.frame, outcome: "past", argument: word),
                    basedOn: dossier.outcome?.number ?? 0, in: id, by: anna)
                _ = try await casework.saveDetails(
                    TestStore.details, basedOn: dossier.details?.number ?? 0, in: id, by: anna)
            case 6: _ = try await casework.askReading(of: carla, in: id, by: anna)
            case 7:
                _ = try await casework.approve(
                    noInterest: true, comment: word, seen: try await test.seen(id), in: id, by: carla)
            default:
                let preview = try casework.preview(of: dossier, report: try await casework.report(of: dossier))
                _ = try await casework.publish(id, seen: preview.contentHash, year: 2026, by: bas)
            }
            return true
        } catch {
            return false
        }
    }
}
