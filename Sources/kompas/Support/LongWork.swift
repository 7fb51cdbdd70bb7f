import Foundation
import Glibc
import OpportunityMap
import Synchronization

/// Long work on the command line: a line of progress on standard error, and a clean stop on Ctrl-C.
final class LongWork: Sendable {
    private struct Shown {
        var step = ""
        var start = ContinuousClock.now
        var last = ContinuousClock.now - .seconds(1)
        var width = 0
    }
    private let shown = Mutex(Shown())
    private let isShown = isatty(STDERR_FILENO) == 1

    init() {
        LongWork.stopped.store(false, ordering: .relaxed)
        // Returns the handler that was set before.
        _ = signal(SIGINT) { _ in LongWork.stopped.store(true, ordering: .relaxed) }
    }

    private static let stopped = Atomic<Bool>(false)

    var work: Work {
        Work(
            progress: { [self] step, done, total in show(step, done, total) },
            isCancelled: { LongWork.stopped.load(ordering: .relaxed) })
    }

    private func show(_ step: String, _ done: Int, _ total: Int) {
        guard isShown else { return }
        shown.withLock { shown in
            let now = ContinuousClock.now
            if shown.step != step { (shown.step, shown.start) = (step, now) }
            guard now - shown.last > .milliseconds(100) else { return }
            shown.last = now
            let passed = Double((now - shown.start).components.seconds) + 0.5
            let left = done > 0 ? Int(passed / Double(done) * Double(total - done)) : 0
            let text = "\(step): \(done) van \(total), nog ongeveer \(left) s"
            Terminal.error(
                "\r" + text + String(repeating: " ", count: max(0, shown.width - text.count)), newline: false)
            shown.width = text.count
        }
    }

    /// Takes the line away.
    func end() {
        shown.withLock { shown in
            if shown.width > 0 {
                Terminal.error("\r" + String(repeating: " ", count: shown.width) + "\r", newline: false)
            }
            shown.width = 0
        }
    }

    /// Runs a body and says in Dutch why it failed. A stop by the user ends with 130, as programs that are interrupted do.
    static func run<Result>(_ body: (Work) throws -> Result) throws -> Result {
        let long = LongWork()
        // Afterwards Ctrl-C ends the program at once again: files are written whole or not at all.
        defer { _ = signal(SIGINT, SIG_DFL) }
        do {
            let result = try body(long.work)
            long.end()
            return result
        } catch OpportunityError.cancelled {
            long.end()
            Terminal.error("kompas: afgebroken; er is niets geschreven")
            throw KompasExit(code: 130)
        } catch let error as OpportunityError {
            long.end()
            throw Failure.message(error.description)
        }
    }
}
