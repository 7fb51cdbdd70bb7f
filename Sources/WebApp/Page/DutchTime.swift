public import Foundation
public import PolicyModel

/// Days and moments as people in the Netherlands write them.
public enum DutchTime {
    private static let zone = TimeZone(identifier: "Europe/Amsterdam") ?? .gmt

    /// The calendar day of a moment in the Netherlands.
    public static func day(of moment: Date) -> PolicyDate {
        let local = moment.timeIntervalSince1970 + Double(zone.secondsFromGMT(for: moment))
        return PolicyDate(daysSince1970: Int((local / 86_400).rounded(.down)))
    }

    /// For example "21 november 2026".
    public static func text(_ day: PolicyDate) -> String { day.inDutch }

    /// For example "21 november 2026, 10:42".
    public static func text(_ moment: Date) -> String { "\(text(day(of: moment))), \(clock(moment))" }

    /// For example "10:42".
    public static func clock(_ moment: Date) -> String {
        let local = Int(moment.timeIntervalSince1970.rounded(.down)) + zone.secondsFromGMT(for: moment)
        let minutes = ((local % 86_400) + 86_400) % 86_400 / 60
        return "\(padded(minutes / 60)):\(padded(minutes % 60))"
    }

    /// For example "21-11-2026", as people type it.
    public static func digits(_ day: PolicyDate) -> String { "\(padded(day.day))-\(padded(day.month))-\(day.year)" }

    /// Reads a day as people type it, "21-11-2026" or "21/11/2026", or as `2026-11-21`.
    public static func day(digits text: String) -> PolicyDate? {
        if let day = PolicyDate(text.trimmed) { return day }
        let numbers = text.split { $0 == "-" || $0 == "/" || $0 == "." }.map(\.trimmed)
        guard numbers.count == 3, numbers.allSatisfy({ $0.allSatisfy(\.isNumber) }), let day = Int(numbers[0]),
            let month = Int(numbers[1]), numbers[2].count == 4
        else { return nil }
        return PolicyDate("\(numbers[2])-\(padded(month))-\(padded(day))")
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
