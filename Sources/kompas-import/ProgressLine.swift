import Foundation

/// One line on standard error that is written over; only on a terminal.
final class ProgressLine {
    private let isShown = isatty(STDERR_FILENO) == 1
    private var last = 0
    private var lastTime = Date.distantPast

    func show(_ doing: String, _ count: Int, _ total: Int?) {
        guard isShown, count == total || Date().timeIntervalSince(lastTime) > 0.1 else { return }
        lastTime = Date()
        let text = total.map { "\(doing): \(count) van \($0)" } ?? "\(doing): \(count)"
        Self.write("\r" + text + String(repeating: " ", count: max(0, last - text.count)))
        last = text.count
    }

    func end() {
        if isShown, last > 0 { Self.write("\r" + String(repeating: " ", count: last) + "\r") }
        last = 0
    }

    static func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
