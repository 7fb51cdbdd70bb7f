import OpportunityMap
import Synchronization

/// How far a piece of work is.
struct WorkProgress: Sendable, Hashable {
    var step = ""
    var done = 0
    var total = 0

    /// From 0 to 1; `nil` while nothing is known.
    var share: Double? { total > 0 ? Double(done) / Double(total) : nil }
}

/// What there is of something that takes long to make.
enum WorkLook<Value: Sendable>: Sendable {
    case ready(Value)
    case working(WorkProgress)
    /// Too many wait already.
    case busy
    /// It cannot be made: why, in Dutch.
    case failed(String)
}

/// Results that take long to make: made once however many ask, kept while there is room, and given up when nobody asks any
/// more. Who waits asks again and again; the last one to go away stops the work.
final class WorkDesk<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    typealias Look = WorkLook<Value>

    private struct Kept {
        var value: Value
        var bytes: Int
        var lastUsed: Int
    }

    private struct Job {
        var progress = WorkProgress()
        var wantedUntil: ContinuousClock.Instant
        var owner: String
    }

    private struct State {
        var kept: [Key: Kept] = [:]
        var jobs: [Key: Job] = [:]
        var failed: [Key: String] = [:]
        var bytes = 0
        var clock = 0
    }

    /// Work is done so long for somebody who does not come back.
    private static var patience: Duration { .seconds(15) }
    /// Pieces of work that one visitor may have under way.
    private static var mostPerOwner: Int { 4 }
    private static var mostFailures: Int { 50 }

    private let queue: WorkQueue
    private let mostBytes: Int
    private let make: @Sendable (Key, Work) throws -> (value: Value, bytes: Int)
    private let state = Mutex(State())

    init(
        queue: WorkQueue, mostBytes: Int, make: @escaping @Sendable (Key, Work) throws -> (value: Value, bytes: Int)
    ) {
        self.queue = queue
        self.mostBytes = mostBytes
        self.make = make
    }

    /// What there is now. Work that nobody began is begun.
    /// - Parameter owner: who asks, without saying who it is.
    func look(_ key: Key, for owner: String) -> Look {
        let known = state.withLock { state -> Look? in
            if let value = Self.use(key, &state) { return .ready(value) }
            if let why = state.failed[key] { return .failed(why) }
            let until = ContinuousClock.now + Self.patience
            if let job = state.jobs[key] {
                state.jobs[key]?.wantedUntil = until
                return .working(job.progress)
            }
            guard state.jobs.values.count(where: { $0.owner == owner }) < Self.mostPerOwner else { return .busy }
            state.jobs[key] = Job(wantedUntil: until, owner: owner)
            return nil
        }
        if let known { return known }
        if queue.enter({ [self] in run(key) }) { return .working(WorkProgress()) }
        state.withLock { $0.jobs[key] = nil }
        return .busy
    }

    /// Waits for it, but not longer than so many seconds.
    func wait(_ key: Key, for owner: String, seconds: Double) async throws -> Look {
        let end = ContinuousClock.now + .seconds(seconds)
        while true {
            let seen = look(key, for: owner)
            guard case .working = seen, ContinuousClock.now < end else { return seen }
            try await Task.sleep(for: .milliseconds(15))
        }
    }

    /// The result, made here and now when it is not there: for work that needs other work.
    func made(_ key: Key, _ work: Work) throws -> Value {
        if let value = state.withLock({ Self.use(key, &$0) }) { return value }
        let made = try make(key, work)
        keep(key, made)
        return made.value
    }

    private static func use(_ key: Key, _ state: inout State) -> Value? {
        state.clock += 1
        guard state.kept[key] != nil else { return nil }
        state.kept[key]?.lastUsed = state.clock
        return state.kept[key]?.value
    }

    private func run(_ key: Key) {
        let work = Work(
            progress: { [self] step, done, total in
                state.withLock { $0.jobs[key]?.progress = WorkProgress(step: step, done: done, total: total) }
            },
            isCancelled: { [self] in
                state.withLock { $0.jobs[key].map { $0.wantedUntil < ContinuousClock.now } ?? true }
            })
        defer { state.withLock { $0.jobs[key] = nil } }
        guard !work.isCancelled() else { return }
        do {
            _ = try made(key, work)
        } catch OpportunityError.cancelled {
            return
        } catch {
            let why = (error as? OpportunityError)?.description ?? "er ging iets mis bij het rekenen"
            state.withLock { state in
                if state.failed.count >= Self.mostFailures { state.failed = [:] }
                state.failed[key] = why
            }
        }
    }

    private func keep(_ key: Key, _ made: (value: Value, bytes: Int)) {
        state.withLock { state in
            state.clock += 1
            let fresh = Kept(value: made.value, bytes: made.bytes, lastUsed: state.clock)
            state.bytes += made.bytes - (state.kept.updateValue(fresh, forKey: key)?.bytes ?? 0)
            while state.bytes > mostBytes, state.kept.count > 1,
                let oldest = state.kept.min(by: { $0.value.lastUsed < $1.value.lastUsed })
            {
                state.bytes -= oldest.value.bytes
                state.kept[oldest.key] = nil
            }
        }
    }
}
