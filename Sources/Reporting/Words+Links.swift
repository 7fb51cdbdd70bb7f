import PolicyModel

/// Headings above lists of records that have something to do with each other.
extension Words {
    /// Above what a record names.
    public static func names(_ relation: Relation, by kind: RecordKind) -> String {
        switch relation {
        case .source, .evidence: "Document"
        case .target: "De regel staat in"
        case .about: "Gaat over deze activiteiten"
        case .exceptFor: "Geldt niet voor"
        case .place: "Gaat over deze plekken"
        case .property: kind == .activity ? "Hierover is meer te vertellen" : "Vraagt naar"
        case .question: "Vraagt een mens te beoordelen"
        case .goal: kind == .norm ? "Dient deze doelen" : "Hoort bij deze doelen"
        case .frame: "Telt mee in"
        case .yieldsTo: "Wijkt voor"
        case .sameAs: kind == .norm ? "Hetzelfde in een ander document" : "Hetzelfde cijfer elders"
        case .norm: "Gaat over deze normen"
        case .agreement: "Gaat over deze afspraken"
        case .figure: "Cijfers"
        case .broader: kind == .goal ? "Is een deel van" : "Valt onder"
        case .function: kind == .activity ? "Functie van de plek daarna" : "Functie van de plek"
        case .designation: "Is een kaart van"
        case .part: "Delen"
        case .prefers: "Gaat voor"
        case .over: "Moet wijken"
        case .role: kind == .role ? "Instrumenten" : "Hoort bij deze rollen"
        case .confirms: "Bevestigt"
        case .workedOutIn: "Wordt uitgewerkt in"
        case .supersedes: "Vervangt"
        case .withdraws: "Trekt in"
        case .refersTo: "Verwijst naar"
        }
    }

    /// Above the records of a kind that name a record in this way.
    public static func users(_ relation: Relation, _ kind: RecordKind) -> String {
        let plural = capitalised(kinds(kind))
        return switch (relation, kind) {
        case (.exceptFor, _): "\(plural) die hier niet voor gelden"
        case (.yieldsTo, _): "Normen die hiervoor wijken"
        case (.broader, .goal): "Doelen die hier deel van zijn"
        case (.broader, _): "Activiteiten die hieronder vallen"
        case (.prefers, _): "\(plural) waarin dit voor gaat"
        case (.over, _): "\(plural) waarin dit moet wijken"
        case (.target, .norm): "Normen die zeggen dat de regel hierin staat"
        case (.target, _): "\(plural) hiernaar"
        case (.evidence, .document): "Documenten waarvan de toestand of samenhang hieruit blijkt"
        case (.evidence, .contribution): "Inbreng waarbij dit document het antwoord geeft"
        case (.confirms, _): "Documenten die dit bevestigen"
        case (.workedOutIn, _): "Documenten die hierin worden uitgewerkt"
        case (.supersedes, _): "Documenten die dit vervangen"
        case (.withdraws, _): "Documenten die dit intrekken"
        case (.refersTo, _): "Documenten die hiernaar verwijzen"
        case (.function, .activity): "Activiteiten die dit van de plek maken"
        case (.property, .activity): "Activiteiten waarbij dit ertoe doet"
        default: plural
        }
    }

    /// With a capital at the front.
    public static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
