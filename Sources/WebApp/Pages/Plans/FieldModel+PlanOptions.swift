import PolicyModel

extension FieldModel.Option {
    /// Phases of a plan, and before them what no choice means.
    static func phases(orElse none: String) -> [FieldModel.Option] {
        [FieldModel.Option(value: "", label: none)]
            + Phase.allCases.map { FieldModel.Option(value: $0.rawValue, label: label(of: $0)) }
    }

    /// Kinds of change, and before them what no choice means.
    static func changes(orElse none: String) -> [FieldModel.Option] {
        [FieldModel.Option(value: "", label: none)]
            + ChangeKind.allCases.map { FieldModel.Option(value: $0.rawValue, label: label(of: $0)) }
    }

    private static func label(of phase: Phase) -> String {
        switch phase {
        case .aanleg: "Aanleg: het wordt gemaakt"
        case .gebruik: "Gebruik: het is er en werkt"
        case .nagebruik: "Nagebruik: wat er daarna komt"
        }
    }

    private static func label(of change: ChangeKind) -> String {
        switch change {
        case .nieuw: "Iets nieuws"
        case .uitbreiding: "Iets groter maken"
        case .wijziging: "Iets veranderen"
        case .verlenging: "Langer doorgaan dan afgesproken"
        case .voortzetting: "Doorgaan met wat er al is"
        case .beeindiging: "Ermee stoppen"
        case .herbestemming: "Een ander gebruik van wat er al is"
        }
    }
}
