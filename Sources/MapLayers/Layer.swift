import Synchronization

/// A layer that is read when it is first asked for. What cannot be read stays failed.
final class Layer: Sendable {
    typealias Load = @Sendable () throws(LayerFailure) -> LayerContents

    let description: LayerDescription
    private let load: Load
    private let result = Mutex<Result<LayerContents, LayerFailure>?>(nil)

    init(_ description: LayerDescription, load: @escaping Load) {
        self.description = description
        self.load = load
    }

    /// The contents, read once; other threads wait for the first.
    func contents() throws(LayerFailure) -> LayerContents {
        let result = result.withLock { result in
            if let result { return result }
            let fresh: Result<LayerContents, LayerFailure>
            do throws(LayerFailure) {
                fresh = .success(try load())
            } catch {
                fresh = .failure(error)
            }
            result = fresh
            return fresh
        }
        return try result.get()
    }
}
