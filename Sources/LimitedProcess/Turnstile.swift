/// Lets a few through at a time and a few more wait; everybody else is sent away at once.
public actor Turnstile {
    private var places: Int
    private let seats: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// - Parameters:
    ///   - places: how many at a time.
    ///   - seats: how many may wait.
    public init(places: Int, seats: Int) {
        self.places = places
        self.seats = seats
    }

    /// - Returns: `nil` when it is too busy.
    public nonisolated func pass<Result: Sendable>(
        _ body: @Sendable () async throws -> Result
    ) async rethrows -> Result? {
        guard await enter() else { return nil }
        do {
            let result = try await body()
            await leave()
            return result
        } catch {
            await leave()
            throw error
        }
    }

    private func enter() async -> Bool {
        if places > 0 {
            places -= 1
            return true
        }
        guard waiting.count < seats else { return false }
        await withCheckedContinuation { waiting.append($0) }
        return true
    }

    /// Hands the place on, or gives it back.
    private func leave() {
        if waiting.isEmpty { places += 1 } else { waiting.removeFirst().resume() }
    }
}
