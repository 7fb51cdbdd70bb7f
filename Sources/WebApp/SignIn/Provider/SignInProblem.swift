/// Why signing in through the provider did not work.
enum SignInProblem: Error, Sendable, Hashable {
    /// Nothing is under way in this session, it took too long, or it was used already.
    case stale
    /// The answer does not belong to the question of this session.
    case otherState
    case otherIssuer
    /// The person, or the provider on their behalf, said no.
    case denied
    /// The provider gives an error, by its code.
    case refused(String)
    case unreachable(String)
    case badMetadata(String)
    case badToken(String)
    case noSecret
    /// The account was closed here.
    case closed

    /// What people read.
    var text: String {
        switch self {
        case .stale: "Het aanmelden duurde te lang, of u gebruikte een oud adres. Begin opnieuw."
        case .otherState: "Dit antwoord hoort niet bij uw aanmelding. Begin opnieuw."
        case .denied: "Uw organisatie heeft u niet aangemeld. Probeer het opnieuw, of vraag uw eigen beheerder."
        case .closed: "Uw account is gesloten. Vraag de beheerder van Kompas om het te openen."
        case .unreachable:
            "De aanmelddienst van uw organisatie antwoordt niet. Probeer het over een paar minuten opnieuw."
        case .otherIssuer, .refused, .badMetadata, .badToken, .noSecret:
            "Het antwoord van de aanmelddienst klopt niet. Begin opnieuw; lukt het weer niet, vraag dan de beheerder."
        }
    }

    /// What the log says: never who it is about.
    var reason: String {
        switch self {
        case .stale: "stale"
        case .otherState: "other-state"
        case .otherIssuer: "other-issuer"
        case .denied: "denied"
        case .closed: "account-closed"
        case .noSecret: "secret-unreadable"
        case .refused(let code): "refused: \(Self.plain(code))"
        case .unreachable(let why): "unreachable: \(Self.plain(why))"
        case .badMetadata(let why): "metadata: \(Self.plain(why))"
        case .badToken(let why): "token: \(Self.plain(why))"
        }
    }

    /// Words of others in a log: short, and of plain characters.
    private static func plain(_ text: String) -> String {
        String(text.unicodeScalars.filter { (0x20..<0x7F).contains($0.value) }.prefix(80).map(Character.init))
    }
}
