import Casework
import Foundation
import Store
import Synchronization

/// Follows the chain for whoever asks on a page, but not for each of them: what came of it holds for a few seconds as long as
/// nothing was added.
final class ChainKeeper: Sendable {
    private struct Kept {
        var report: ChainReport
        var at: Date
    }

    private static let seconds: TimeInterval = 20
    private let kept = Mutex<Kept?>(nil)

    func report(_ store: Store, now: Date) async throws -> ChainReport {
        let head = try await store.head()
        if let kept = kept.withLock({ $0 }), kept.report.head == head, now.timeIntervalSince(kept.at) < Self.seconds {
            return kept.report
        }
        let report = try await store.verify()
        kept.withLock { $0 = Kept(report: report, at: now) }
        return report
    }
}
