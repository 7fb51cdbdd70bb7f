import Accounts
import Casework
import Foundation
import PolicyModel

/// What pages of casework say, in one place.
enum CaseWords {
    static func title(_ title: String?) -> String {
        guard let title, !title.isEmpty else { return "Plan zonder titel" }
        return title
    }

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

    static func roles(_ roles: some Collection<Accounts.Role>) -> String {
        roles.isEmpty ? "zonder rol" : roles.sorted().map(role).joined(separator: ", ")
    }

    /// A colleague by name, or by role when the name was erased.
    static func person(_ person: Person) -> String {
        person.name ?? (person.roles.isEmpty ? "naam gewist" : "\(roles(person.roles)), naam gewist")
    }

    /// For example "Jansen, 21 november 2026, 10:42".
    static func signature(_ by: Person, _ at: Date) -> String { "\(person(by)), \(DutchTime.text(at))" }

    /// Short, for a list or beside a title.
    static func state(_ state: Dossier.State) -> String {
        switch state {
        case .deliberation: "In afweging"
        case .review: "Bij de tweede lezer"
        case .approved: "Akkoord, nog niet gepubliceerd"
        case .published: "Gepubliceerd"
        case .superseded: "Vervangen"
        case .closed: "Gesloten"
        }
    }

    /// What people ticked in a cell; `nil` when nothing.
    static func ticks(contributes: Bool, strains: Bool) -> String? {
        switch (contributes, strains) {
        case (true, true): "draagt bij en geeft spanning"
        case (true, false): "draagt bij"
        case (false, true): "geeft spanning"
        case (false, false): nil
        }
    }

    static func count(_ number: Int, _ one: String, _ many: String) -> String {
        "\(number) \(number == 1 ? one : many)"
    }

    /// A text that may have been erased.
    static func text(_ recorded: RecordedText?) -> String? {
        guard let recorded else { return nil }
        if let text = recorded.text { return text }
        guard let erasure = recorded.erasure else { return nil }
        return "[Gewist op \(DutchTime.text(DutchTime.day(of: erasure.at))): \(erasure.ground)]"
    }

    static func text(_ text: PublicText?) -> String? {
        guard let text else { return nil }
        if let words = text.text { return words }
        guard let erasure = text.erasure else { return nil }
        return "[Gewist op \(DutchTime.text(DutchTime.day(of: erasure.at))): \(erasure.ground)]"
    }
}
