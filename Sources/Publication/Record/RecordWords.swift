internal import Accounts
internal import Casework
internal import Foundation
internal import PolicyModel
internal import Reporting

/// Dutch words for what a record holds.
enum RecordWords {
    /// The day of a moment in UTC, where the Netherlands lie.
    static func day(_ instant: String) -> String {
        guard let date = Instant.date(instant), let zone = TimeZone(identifier: "Europe/Amsterdam") else {
            return instant
        }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        let parts = calendar.dateComponents([.year, .month, .day], from: date)
        guard let year = parts.year, let month = parts.month, let day = parts.day,
            let value = PolicyDate(year: year, month: month, day: day)
        else { return instant }
        return Words.day(value)
    }

    /// A day as it is written in data.
    static func plainDay(_ text: String) -> String { PolicyDate(text).map(Words.day) ?? text }

    static func role(_ role: Accounts.Role) -> String {
        switch role {
        case .reader: "lezer"
        case .initiator: "initiatiefnemer"
        case .official: "behandelaar"
        case .secondReader: "tweede lezer"
        case .policyEditor: "beleidsredacteur"
        case .administrator: "beheerder"
        }
    }

    static func roles(_ roles: [Accounts.Role]) -> String { roles.sorted().map(role).joined(separator: ", ") }

    static func times(_ count: Int) -> String { count == 1 ? "één keer" : "\(count) keer" }

    static func count(_ count: Int, _ one: String, _ many: String) -> String {
        count == 1 ? "1 \(one)" : "\(Numbers.decimal(Double(count), digits: 0)) \(many)"
    }
}
