/// What an organisation sets for its casework.
public struct CaseworkSettings: Sendable, Hashable, Codable {
    /// How long texts are kept.
    public var retention: RetentionRules
    /// What a new dossier starts with in the part that says what the record is.
    public var usualDetails: UsualDetails

    public init(retention: RetentionRules = RetentionRules(), usualDetails: UsualDetails = UsualDetails()) {
        self.retention = retention
        self.usualDetails = usualDetails
    }

    /// Texts that are the same in most records of an organisation. Empty until it fills them in.
    public struct UsualDetails: Sendable, Hashable, Codable {
        public var legalCharacter: String
        public var decidedBy: String
        public var mandate: String
        public var remedies: String

        public init(
            legalCharacter: String =
                "Dit is een afweging op papier. Het is geen besluit in de zin van de Algemene wet bestuursrecht.",
            decidedBy: String = "", mandate: String = "",
            remedies: String = "Tegen deze afweging zelf staat geen bezwaar of beroep open."
        ) {
            self.legalCharacter = legalCharacter
            self.decidedBy = decidedBy
            self.mandate = mandate
            self.remedies = remedies
        }
    }
}
