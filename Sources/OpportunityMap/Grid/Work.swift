internal import Dispatch
internal import Foundation
import Synchronization

/// How long work goes on: whom it tells how far it is, and who may stop it.
public struct Work: Sendable {
    /// Called with a name of the step and the part of it that is done, from any thread.
    public var progress: @Sendable (_ step: String, _ done: Int, _ total: Int) -> Void
    public var isCancelled: @Sendable () -> Bool

    public init(
        progress: @escaping @Sendable (_ step: String, _ done: Int, _ total: Int) -> Void = { _, _, _ in },
        isCancelled: @escaping @Sendable () -> Bool = { false }
    ) {
        self.progress = progress
        self.isCancelled = isCancelled
    }

    /// Work that tells nobody and that nobody stops.
    public static let quiet = Work()
}

/// Divides work over the cores.
enum Cores {
    /// How many work at once.
    static let count = max(1, ProcessInfo.processInfo.activeProcessorCount)

    /// Runs a body for every number on all cores; throws the error of the lowest number that failed.
    static func forEach(
        _ count: Int, work: Work = .quiet, _ body: @Sendable (Int) throws(OpportunityError) -> Void
    ) throws(OpportunityError) {
        let failures = Mutex<[Int: OpportunityError]>([:])
        DispatchQueue.concurrentPerform(iterations: count) { number in
            guard !work.isCancelled() else {
                failures.withLock { $0[number] = .cancelled }
                return
            }
            do throws(OpportunityError) {
                try body(number)
            } catch {
                failures.withLock { $0[number] = error }
            }
        }
        let first = failures.withLock { $0.min { $0.key < $1.key }?.value }
        if let first { throw first }
    }

    /// Ranges of about equal length that together are all numbers below one.
    static func ranges(_ count: Int, parts: Int) -> [Range<Int>] {
        let parts = max(1, min(parts, count))
        return (0..<parts).map { part in (part * count / parts)..<((part + 1) * count / parts) }
    }
}
