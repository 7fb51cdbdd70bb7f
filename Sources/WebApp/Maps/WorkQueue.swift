import Dispatch
import Synchronization

/// Heavy work, a piece at a time and off the threads that answer requests: each piece uses all cores by itself.
final class WorkQueue: Sendable {
    private let queue = DispatchQueue(label: "kompas.kaarten", qos: .utility)
    private let waiting = Mutex(0)
    /// How many pieces may wait or be at work.
    let seats: Int

    init(seats: Int) { self.seats = seats }

    /// Nobody waits and nothing is done.
    var isIdle: Bool { waiting.withLock { $0 == 0 } }

    /// - Returns: `false` when it is too busy; the body is not run then.
    func enter(_ body: @escaping @Sendable () -> Void) -> Bool {
        let isLetIn = waiting.withLock { waiting in
            guard waiting < seats else { return false }
            waiting += 1
            return true
        }
        guard isLetIn else { return false }
        queue.async { [self] in
            body()
            waiting.withLock { $0 -= 1 }
        }
        return true
    }
}
