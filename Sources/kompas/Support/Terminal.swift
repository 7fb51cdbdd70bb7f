import Foundation
import Glibc

/// Results go to standard output, messages to standard error.
enum Terminal {
    static func out(_ text: String, newline: Bool = true) {
        write(text, newline: newline, to: .standardOutput)
    }

    /// A line of bytes to standard output, without a copy.
    static func line(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes(write)
        [UInt8](repeating: 0x0A, count: 1).withUnsafeBytes(write)
    }

    private static func write(_ buffer: UnsafeRawBufferPointer) {
        var rest = buffer[...]
        while let start = UnsafeRawBufferPointer(rebasing: rest).baseAddress, !rest.isEmpty {
            // Returns how many bytes were written, or -1.
            let count = Glibc.write(STDOUT_FILENO, start, rest.count)
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                failed()
            }
        }
    }

    static func error(_ text: String, newline: Bool = true) { write(text, newline: newline, to: .standardError) }

    private static func write(_ text: String, newline: Bool, to handle: FileHandle) {
        guard !text.isEmpty else { return }
        let line = newline && !text.hasSuffix("\n") ? text + "\n" : text
        do {
            try handle.write(contentsOf: Data(line.utf8))
        } catch {
            if handle === FileHandle.standardOutput { failed() }
        }
    }

    /// An answer that cannot be written is no answer.
    private static func failed() -> Never {
        error("kompas: het antwoord kan niet worden geschreven\n  is de schijf vol, of leest niemand het meer?")
        end(1)
    }

    /// Ends the program.
    static func end(_ code: Int32) -> Never { exit(code) }

    /// Whether somebody reads along.
    static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    /// Colour only on a terminal, and never with `NO_COLOR`.
    static var isColoured: Bool {
        isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
    }

    /// Columns to write in: those of the terminal up to 110, or 100.
    static var width: Int {
        var size = winsize()
        guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return 100
        }
        return max(40, min(110, Int(size.ws_col)))
    }
}

/// Ends the program with a code after everything has been said.
struct KompasExit: Error {
    var code: Int32
    static let inputIsWrong = KompasExit(code: 1)
    static let usage = KompasExit(code: 2)
    static let incomplete = KompasExit(code: 3)
}
