public import Foundation

/// A free or personal text as it is kept, outside the chain, so that it can be erased lawfully.
public struct PersonalText: Sendable, Hashable, Identifiable {
    /// The number of the event and the name in it: `17.argument`.
    public var id: String
    public var dossier: String
    public var kind: TextKind
    /// `nil` once erased.
    public var text: String?
    /// `nil` once erased.
    public var salt: String?
    public var retention: Retention
    public var erasure: Erasure?

    public init(
        id: String, dossier: String, kind: TextKind, text: String?, salt: String?, retention: Retention,
        erasure: Erasure? = nil
    ) {
        self.id = id
        self.dossier = dossier
        self.kind = kind
        self.text = text
        self.salt = salt
        self.retention = retention
        self.erasure = erasure
    }
}

/// How long a text is kept, and by which rule.
public struct Retention: Sendable, Hashable, Codable {
    /// Category of the selection list that the organisation uses.
    public var category: String
    /// Years after the dossier was closed; `nil` keeps it for good.
    public var years: Int?
    /// The ground on which it is kept.
    public var ground: String

    public init(category: String, years: Int?, ground: String) {
        self.category = category
        self.years = years
        self.ground = ground
    }
}

/// That a text was erased, by whom and why. Neither may name a person.
public struct Erasure: Sendable, Hashable, Codable {
    public var at: Date
    /// The function or body that decided.
    public var by: String
    public var ground: String

    public init(at: Date, by: String, ground: String) {
        self.at = at
        self.by = by
        self.ground = ground
    }
}

/// A text as a dossier shows it: what the event committed to, and the text as long as it is there.
public struct RecordedText: Sendable, Hashable {
    public var id: String
    public var kind: TextKind
    public var commitment: String
    public var text: String?
    public var salt: String?
    public var erasure: Erasure?

    public init(
        id: String, kind: TextKind, commitment: String, text: String?, salt: String? = nil, erasure: Erasure? = nil
    ) {
        self.id = id
        self.kind = kind
        self.commitment = commitment
        self.text = text
        self.salt = salt
        self.erasure = erasure
    }
}
