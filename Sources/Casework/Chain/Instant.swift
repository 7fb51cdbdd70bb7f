public import Foundation

/// A moment as events write it: UTC with milliseconds, `2026-11-20T09:30:00.000Z`.
public enum Instant {
    /// The moment without what is finer than a millisecond, so that it reads back as it was written.
    public static func rounded(_ date: Date) -> Date {
        Date(timeIntervalSince1970: (date.timeIntervalSince1970 * 1000).rounded() / 1000)
    }

    public static func text(_ date: Date) -> String { rounded(date).formatted(style) }

    public static func date(_ text: String) -> Date? { (try? style.parse(text)).map(rounded) }

    private static let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
}
