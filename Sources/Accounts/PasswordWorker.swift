internal import Dispatch

/// Hashes one password at a time, so that many sign-ins at once cannot take all memory, and on a thread of its own, so
/// that pages do not wait for it.
public final class PasswordWorker: Sendable {
    private let queue = DispatchQueue(label: "kompas.passwords")

    public init() {}

    public func make(_ password: String) async throws -> String {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try PasswordHash.make(password) }) }
        }
    }

    /// Takes as long when there is no hash, so that nobody learns which accounts exist.
    public func matches(_ password: String, hash: String?) async -> Bool {
        await withCheckedContinuation { continuation in
            queue.async {
                if let hash {
                    continuation.resume(returning: PasswordHash.matches(password, hash: hash))
                } else {
                    _ = try? PasswordHash.make(password)
                    continuation.resume(returning: false)
                }
            }
        }
    }
}
