import Synchronization

/// A value that is made when it is first asked for, and once. Who asks while it is made, waits.
final class Once<Value: Sendable>: Sendable {
    private let value = Mutex<Value?>(nil)
    private let make: @Sendable () -> Value

    init(_ make: @escaping @Sendable () -> Value) { self.make = make }

    func callAsFunction() -> Value {
        value.withLock { value in
            if let made = value { return made }
            let made = make()
            value = made
            return made
        }
    }
}
