public import Casework

extension SiteSettings {
    /// What a new record starts with; a text that is left out keeps the usual one.
    public struct Record: Sendable, Hashable, Codable {
        public var legalCharacter: String?
        public var decidedBy: String?
        public var mandate: String?
        public var remedies: String?
        public init() {}
    }

    /// What holds for casework: the usual, with what the file says in its place.
    public var casework: CaseworkSettings {
        var settings = CaseworkSettings()
        let usual = settings.usualDetails
        settings.usualDetails = CaseworkSettings.UsualDetails(
            legalCharacter: record.legalCharacter ?? usual.legalCharacter,
            decidedBy: record.decidedBy ?? usual.decidedBy, mandate: record.mandate ?? usual.mandate,
            remedies: record.remedies ?? usual.remedies)
        for (name, rule) in retention { if let kind = TextKind(rawValue: name) { settings.retention[kind] = rule } }
        return settings
    }

    /// What is wrong with the terms of retention, in Dutch.
    var retentionProblem: String? {
        if let unknown = retention.keys.sorted().first(where: { TextKind(rawValue: $0) == nil }) {
            let known = TextKind.allCases.map(\.rawValue).joined(separator: ", ")
            return "`\(unknown)` bij `retention` is geen soort tekst; kies uit \(known)"
        }
        for (name, rule) in retention.sorted(by: { $0.key < $1.key }) {
            if rule.category.isEmpty || rule.ground.isEmpty {
                return "`category` en `ground` bij `retention.\(name)` mogen niet leeg zijn"
            }
            if let years = rule.years, !(0...200).contains(years) {
                return "`years` bij `retention.\(name)` is een getal van 0 tot en met 200, of wordt weggelaten"
            }
        }
        return nil
    }
}
