import Logging
import PolicyModel
import ServiceLifecycle

/// Makes planes of maps after the start, so that who asks first need not wait; gives way to whoever asks something.
struct MapPreparation: Service {
    /// The start itself goes first.
    private static let wait = Duration.seconds(20)
    let site: Site
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            do {
                try await Task.sleep(for: Self.wait)
                try await site.maps.prepare(on: site.today)
                // A service that ends ends the program.
                while !Task.isCancelled { try await Task.sleep(for: .seconds(3600)) }
            } catch is CancellationError {
                return
            } catch {
                logger.warning("maps cannot be prepared", metadata: ["error": "\(error)"])
                while !Task.isCancelled { try? await Task.sleep(for: .seconds(3600)) }
            }
        }
    }
}
