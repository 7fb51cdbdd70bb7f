internal import Foundation

/// What the operating system lets this process use.
package enum ResourceLimit: Sendable {
    /// Bytes of memory.
    case memory
    /// Seconds of a processor.
    case processorSeconds
    /// Bytes of what is left behind after a crash.
    case crashFile
    /// Bytes of any file that is written.
    case writtenBytes
    /// Files and connections that are open at the same time.
    case openFiles

    /// Lowers the limit for good: what runs here later cannot raise it again. One that cannot be set stays as it is.
    package func lower(to value: Int) {
        guard var limits = read() else { return }
        limits.rlim_cur = min(limits.rlim_max, rlim_t(value))
        limits.rlim_max = limits.rlim_cur
        write(limits)
    }

    /// Raises the limit as far as the system allows, to a value at most.
    /// - Returns: what it is then.
    @discardableResult
    package func raise(to most: Int) -> Int {
        guard var limits = read() else { return 0 }
        limits.rlim_cur = max(limits.rlim_cur, min(limits.rlim_max, rlim_t(most)))
        write(limits)
        return Int(clamping: (read() ?? limits).rlim_cur)
    }

    private func read() -> rlimit? {
        var limits = rlimit()
        return getrlimit(number, &limits) == 0 ? limits : nil
    }

    private func write(_ limits: rlimit) {
        var limits = limits
        // Returns 0, or -1 when it may not be.
        _ = setrlimit(number, &limits)
    }

    #if canImport(Glibc)
        private var number: Int32 { Int32(bitPattern: resource.rawValue) }
        private typealias Resource = __rlimit_resource
    #else
        private var number: Int32 { resource }
        private typealias Resource = Int32
    #endif

    private var resource: Resource {
        switch self {
        case .memory: RLIMIT_AS
        case .processorSeconds: RLIMIT_CPU
        case .crashFile: RLIMIT_CORE
        case .writtenBytes: RLIMIT_FSIZE
        case .openFiles: RLIMIT_NOFILE
        }
    }
}
