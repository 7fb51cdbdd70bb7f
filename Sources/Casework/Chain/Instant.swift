public import Foundation

/// A moment as events write it: UTC with milliseconds, `2026-11-20T09:30:00.000Z`.
public enum Instant {
    /// The moment without what is finer than a millisecond, so that it reads back as it was written.
    public static func rounded(_ date: Date) -> Date { moment(milliseconds(date)) }

    public static func text(_ date: Date) -> String {
        let all = milliseconds(date)
        let fraction = ((all % 1000) + 1000) % 1000
        let digits = String(fraction)
        let whole = Date(timeIntervalSince1970: Double((all - fraction) / 1000)).formatted(seconds)
        return "\(whole.dropLast()).\(String(repeating: "0", count: 3 - digits.count))\(digits)Z"
    }

    public static func date(_ text: String) -> Date? {
        guard text.utf8.count == 24, text.hasSuffix("Z"), let fraction = Int(text.dropLast().suffix(3)),
            let whole = try? seconds.parse(text.prefix(19) + "Z")
        else { return nil }
        return moment(Int(whole.timeIntervalSince1970) * 1000 + fraction)
    }

    // Formats cut off where they should round, so milliseconds are counted here.
    private static func milliseconds(_ date: Date) -> Int { Int((date.timeIntervalSince1970 * 1000).rounded()) }
    private static func moment(_ milliseconds: Int) -> Date { Date(timeIntervalSince1970: Double(milliseconds) / 1000) }
    private static let seconds = Date.ISO8601FormatStyle()
}
