/// Something that is not as it was written.
public enum ChainFault: Sendable, Hashable {
    // Events
    /// No event of this number, while later ones are there.
    case missingEvent(sequence: Int)
    /// The text of an event is not the one that its hash was taken of.
    case changedEvent(sequence: Int)
    /// An event does not hold the hash of the one before: one of the two was put in, changed or moved.
    case brokenLink(sequence: Int)
    /// An event that says it has another place.
    case movedEvent(sequence: Int, says: Int)
    /// What stands beside an event is not what it says.
    case wrongColumn(sequence: Int, column: String)
    case unreadableEvent(sequence: Int, why: String)
    // Texts
    /// An event committed to a text of which there is no trace.
    case missingText(String)
    /// A text is not the one that the event committed to.
    case changedText(String)
    /// A text to which no event committed.
    case addedText(String)
    /// A text is gone while no event says that it was erased.
    case goneText(String)
    /// A text is there while an event says that it was erased.
    case returnedText(String)
    // Records
    case missingRecord(number: String)
    case changedRecord(number: String)
    case addedRecord(number: String)
    /// A record names a head of the chain that the chain does not have.
    case wrongAnchor(number: String)
    // The whole
    /// The chain ends before the head that was given.
    case cutOff(known: Int, found: Int)
    /// The event of the head that was given has another hash.
    case otherHead(sequence: Int)
    /// The overview of a dossier is not what its events say.
    case wrongOverview(dossier: String)
}

extension ChainFault {
    /// What was found, in Dutch.
    public var text: String {
        switch self {
        case .missingEvent(let sequence): "Gebeurtenis \(sequence) ontbreekt."
        case .changedEvent(let sequence): "Gebeurtenis \(sequence) is veranderd."
        case .brokenLink(let sequence):
            "Gebeurtenis \(sequence) sluit niet aan op de vorige: een van de twee is veranderd, verplaatst of ingevoegd."
        case .movedEvent(let sequence, let says):
            "Gebeurtenis \(sequence) staat niet op haar plaats; zij noemt zichzelf \(says)."
        case .wrongColumn(let sequence, let column):
            "Bij gebeurtenis \(sequence) klopt de kolom \(column) niet met wat zij zelf zegt."
        case .unreadableEvent(let sequence, let why): "Gebeurtenis \(sequence) is niet te lezen: \(why)."
        case .missingText(let id): "Tekst \(id) ontbreekt."
        case .changedText(let id): "Tekst \(id) is veranderd."
        case .addedText(let id): "Tekst \(id) hoort bij geen enkele gebeurtenis."
        case .goneText(let id): "Tekst \(id) is verdwenen zonder dat een wissing is vastgelegd."
        case .returnedText(let id): "Tekst \(id) is er nog, terwijl is vastgelegd dat zij is gewist."
        case .missingRecord(let number): "Afweging \(number) is gepubliceerd, maar ontbreekt."
        case .changedRecord(let number): "Afweging \(number) is veranderd."
        case .addedRecord(let number): "Afweging \(number) is nooit gepubliceerd."
        case .wrongAnchor(let number): "Afweging \(number) noemt een stand van de keten die er niet is."
        case .cutOff(let known, let found):
            "De keten houdt op bij gebeurtenis \(found); de opgegeven stand is van gebeurtenis \(known)."
        case .otherHead(let sequence): "Gebeurtenis \(sequence) is een andere dan die van de opgegeven stand."
        case .wrongOverview(let dossier): "Het overzicht van dossier \(dossier) klopt niet met zijn gebeurtenissen."
        }
    }

    /// The kind as a word, for programs.
    public var kind: String {
        switch self {
        case .missingEvent: "missing-event"
        case .changedEvent: "changed-event"
        case .brokenLink: "broken-link"
        case .movedEvent: "moved-event"
        case .wrongColumn: "wrong-column"
        case .unreadableEvent: "unreadable-event"
        case .missingText: "missing-text"
        case .changedText: "changed-text"
        case .addedText: "added-text"
        case .goneText: "gone-text"
        case .returnedText: "returned-text"
        case .missingRecord: "missing-record"
        case .changedRecord: "changed-record"
        case .addedRecord: "added-record"
        case .wrongAnchor: "wrong-anchor"
        case .cutOff: "cut-off"
        case .otherHead: "other-head"
        case .wrongOverview: "wrong-overview"
        }
    }
}
