internal import CGDAL
internal import Foundation

/// Keeps this process away from networks. Each step stands on its own; one that the system does not grant is left out.
enum ProcessIsolation {
    static func cutNetwork() {
        #if os(Linux)
            leaveNetwork()
        #endif
        // Returns nothing; all fetching in GDAL asks the callback first and takes its answer.
        CPLHTTPSetFetchCallback(refuse, nil)
    }

    /// Hands GDAL an answer that says that nothing was fetched; GDAL frees it.
    private static let refuse: CPLHTTPFetchCallbackFunc = { _, _, _, _, _, _, _ in
        // Returns zeroed memory, and ends the process when there is none.
        let memory = VSICalloc(1, MemoryLayout<CPLHTTPResult>.size)
        let result = memory?.bindMemory(to: CPLHTTPResult.self, capacity: 1)
        result?.pointee.nStatus = 1
        result?.pointee.pszErrBuf = CPLStrdup("the network is not used")
        return result
    }

    #if os(Linux)
        /// Moves to a network of its own, in which there is nothing. As a user this needs a user namespace, which an
        /// installation may not allow.
        private static func leaveNetwork() {
            typealias Unshare = @convention(c) (CInt) -> CInt
            // Returns the address of the function, or NULL; Glibc has it, but not for Swift.
            guard let address = dlsym(nil, "unshare") else { return }
            let unshare = unsafeBitCast(address, to: Unshare.self)
            let (newNetwork, newUser): (CInt, CInt) = (0x4000_0000, 0x1000_0000)
            // Returns 0, or -1 when it is not allowed.
            if unshare(newNetwork) != 0 { _ = unshare(newUser | newNetwork) }
        }
    #endif
}
