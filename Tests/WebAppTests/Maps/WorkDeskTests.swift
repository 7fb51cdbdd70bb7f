import Foundation
import OpportunityMap
import Synchronization
import Testing

@testable import WebApp

@Suite("Work that takes long", .timeLimit(.minutes(1))) struct WorkDeskTests {
    private func desk(
        _ queue: WorkQueue = WorkQueue(seats: 4), mostBytes: Int = 100,
        make: @escaping @Sendable (String, Work) throws -> (value: Int, bytes: Int)
    ) -> WorkDesk<String, Int> { WorkDesk(queue: queue, mostBytes: mostBytes, make: make) }

    private func value(_ look: WorkLook<Int>) -> Int? {
        if case .ready(let value) = look { value } else { nil }
    }

    @Test("what many ask is made once")
    func once() async throws {
        let counter = MadeCounter()
        let desk = desk { _, _ in (counter.next(), 1) }
        let values = try await withThrowingTaskGroup(of: Int?.self) { group in
            for number in 0..<8 {
                group.addTask {
                    let look = try await desk.wait("a", for: "bezoeker \(number)", seconds: 20)
                    if case .ready(let value) = look { return value }
                    return nil
                }
            }
            return try await group.reduce(into: [Int?]()) { $0.append($1) }
        }
        #expect(values == Array(repeating: 1, count: 8))
    }

    @Test("what was used longest ago goes when there is no room")
    func room() async throws {
        let counter = MadeCounter()
        let desk = desk(mostBytes: 10) { _, _ in (counter.next(), 5) }
        for key in ["a", "b", "a", "c"] { _ = try await desk.wait(key, for: "x", seconds: 20) }
        // a stayed because it was asked for again; b went for c.
        #expect(value(try await desk.wait("a", for: "x", seconds: 20)) == 1)
        #expect(value(try await desk.wait("b", for: "x", seconds: 20)) == 4)
    }

    @Test("when all seats are taken one is told so, and one visitor cannot take them all")
    func busy() async throws {
        let gate = Gate()
        let desk = desk(WorkQueue(seats: 5)) { _, _ in
            gate.wait()
            return (1, 1)
        }
        defer { gate.open() }
        for key in ["a", "b", "c", "d"] {
            guard case .working = desk.look(key, for: "een") else {
                Issue.record("\(key) was not begun")
                return
            }
        }
        guard case .busy = desk.look("e", for: "een") else {
            Issue.record("one visitor took a fifth seat")
            return
        }
        guard case .working = desk.look("e", for: "twee") else {
            Issue.record("the fifth seat was not given to another")
            return
        }
        guard case .busy = desk.look("f", for: "drie") else {
            Issue.record("there was a sixth seat")
            return
        }
    }

    @Test("what cannot be made says why")
    func failure() async throws {
        let desk = desk { _, _ in throw OpportunityError.noOutline }
        guard case .failed(let why) = try await desk.wait("a", for: "x", seconds: 20) else {
            Issue.record("it was made")
            return
        }
        #expect(why == "de omtrek van het gebied is niet te lezen")
    }
}

private final class MadeCounter: Sendable {
    private let count = Mutex(0)
    func next() -> Int {
        count.withLock {
            $0 += 1
            return $0
        }
    }
}

private final class Gate: Sendable {
    private let isOpen = Mutex(false)
    func open() { isOpen.withLock { $0 = true } }
    func wait() {
        for _ in 0..<2_000 where !isOpen.withLock({ $0 }) { usleep(5_000) }
    }
}
