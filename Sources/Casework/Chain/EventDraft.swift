public import Accounts
public import Foundation

/// Something that happened and has no place in the chain yet.
public struct EventDraft: Sendable, Hashable {
    public var dossier: String
    public var fact: CaseFact
    public var at: Date
    public var actor: CaseActor
    /// The roles in which the actor does this: of all roles, those that allow it.
    public var roles: [Role]
    public var texts: [TextDraft]

    public init(
        dossier: String, fact: CaseFact, at: Date, actor: CaseActor, roles: [Role], texts: [TextDraft] = []
    ) {
        self.dossier = dossier
        self.fact = fact
        self.at = Instant.rounded(at)
        self.actor = actor
        self.roles = roles
        self.texts = texts
    }
}

/// A free or personal text of an event. The event holds only a commitment of it.
public struct TextDraft: Sendable, Hashable {
    /// The name within the event, such as `argument`.
    public var name: String
    public var kind: TextKind
    public var text: String

    public init(_ name: String, _ kind: TextKind, _ text: String) {
        self.name = name
        self.kind = kind
        self.text = text
    }
}
