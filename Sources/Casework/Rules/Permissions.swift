public import Accounts

/// What somebody may want to do in casework.
public enum CaseAction: String, Sendable, Hashable, CaseIterable {
    case readDossier, openDossier, deliberate, comment, askReading, read, publish, close, seeSubmittedPlans, erase
}

/// Who may do what. First the role, then the dossier itself: see ``Dossier/allows(_:by:)``.
public enum Permissions {
    /// The roles that allow an action.
    public static func roles(for action: CaseAction) -> Set<Role> {
        switch action {
        case .readDossier: [.reader, .official, .secondReader]
        case .openDossier, .deliberate, .askReading, .publish, .close: [.official]
        case .comment: [.official, .secondReader]
        case .read: [.secondReader]
        case .seeSubmittedPlans: [.reader, .official]
        case .erase: [.administrator]
        }
    }

    public static func allows(_ action: CaseAction, by actor: CaseActor) -> Bool {
        !roles(for: action).isDisjoint(with: actor.roles)
    }

    /// The roles in which somebody does something: those of theirs that allow it.
    static func acting(_ action: CaseAction, _ actor: CaseActor) -> [Role] {
        roles(for: action).intersection(actor.roles).sorted()
    }
}

extension Dossier {
    /// Whether somebody may do something in this dossier. State is not looked at: see ``CaseRules``.
    ///
    /// Second readers see only dossiers that they were asked for; readers and officials see all.
    public func allows(_ action: CaseAction, by actor: CaseActor) -> Bool {
        guard Permissions.allows(action, by: actor) else { return false }
        switch action {
        case .readDossier: return !actor.roles.isDisjoint(with: [.reader, .official]) || wasAsked(actor)
        case .comment: return actor.roles.contains(.official) || wasAsked(actor)
        case .read: return reading?.result == .open && reading?.reader.isSame(as: actor) == true
        case .openDossier, .deliberate, .askReading, .publish, .close, .seeSubmittedPlans, .erase: return true
        }
    }

    private func wasAsked(_ actor: CaseActor) -> Bool { readings.contains { $0.reader.isSame(as: actor) } }
}
