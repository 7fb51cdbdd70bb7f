import CPowerLoss
import Foundation
import GRDB
import KompasTesting

@testable import Store

/// A folder whose disk can lose its power. See `Tests/PowerLoss`.
final class PowerLoss {
    struct Unavailable: Error {}

    enum Mode {
        case dropsAll, keepsSome

        fileprivate var code: power_loss_mode {
            switch self {
            case .dropsAll: POWER_LOSS_DROPS_ALL
            case .keepsSome: POWER_LOSS_KEEPS_SOME
            }
        }
    }

    let folder: URL
    /// What is left of the folder.
    let remains: URL
    /// Freed by `deinit`.
    private let watch: OpaquePointer

    init(folder: URL, remains: URL) throws {
        self.folder = folder
        self.remains = remains
        guard power_loss_register() == 0, let watch = power_loss_watch(folder.path) else { throw Unavailable() }
        self.watch = watch
    }

    deinit { power_loss_end(watch) }

    var operations: Int64 { power_loss_operations(watch) }
    var happened: Bool { power_loss_happened(watch) == 1 }

    /// Lets the power go after a number of further operations on the disk.
    func arm(after operations: Int64, seed: UInt64, _ mode: Mode) {
        power_loss_arm(watch, operations, remains.path, seed, mode.code)
    }
}
