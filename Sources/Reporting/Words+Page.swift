import Assessment
public import NormEngine
public import PolicyModel

/// Words for what is missing, who can tell it, and the steps of a trace.
extension Words {
    /// What is missing, as a headline.
    public static func missing(_ unknown: Unknown, title: (String) -> String) -> String {
        switch unknown.cause {
        case .near: "De plek ligt vlak bij de lijn van \(title(unknown.ref))"
        case .noData: "Niet bekend of hier \(title(unknown.ref)) ligt"
        case .noLayer: "Er is geen kaartlaag van \(title(unknown.ref))"
        case .failed: "De kaartlaag \(title(unknown.ref)) kon niet worden gelezen"
        case .missingProperty: "Niet verteld: \(title(unknown.ref))"
        case .missingDepth: "Niet verteld: de diepte"
        case .openQuestion: title(unknown.ref)
        case .exception: "Niet te zeggen of de uitzondering geldt"
        case .statusUncertain: "Niet zeker of \(title(unknown.ref)) nog geldt"
        }
    }

    /// Who can tell what is missing.
    public static func answerer(_ cause: Unknown.Cause) -> String {
        switch cause {
        case .missingProperty, .missingDepth: "de initiatiefnemer"
        case .openQuestion, .exception: "wie het plan beoordeelt"
        case .near: "wie de precieze lijn kent"
        case .noData, .noLayer, .failed: "wie de kaarten beheert"
        case .statusUncertain: "wie het document vaststelde"
        }
    }

    /// What comes first when several things are missing: what is easiest to tell.
    public static func rank(_ cause: Unknown.Cause) -> Int {
        switch cause {
        case .missingProperty: 0
        case .missingDepth: 1
        case .openQuestion: 2
        case .near: 3
        case .statusUncertain: 4
        case .exception: 5
        case .failed: 6
        case .noData: 7
        case .noLayer: 8
        }
    }

    /// The part of a norm that a step looked at.
    public static func step(_ step: String) -> String {
        let words = [
            "validity": "Geldigheid", "activity": "Activiteit", "change": "Verandering", "phase": "Fase",
            "depth": "Diepte", "where": "Plek", "when": "Omstandigheid", "exception": "Uitzondering",
        ]
        return words[step] ?? step
    }

    public static func truth(_ truth: Truth) -> String {
        switch truth {
        case .yes: "ja"
        case .no: "nee"
        case .unknown: "niet te zeggen"
        }
    }

    /// What kind of thing a step is about, before its name.
    public static func about(_ kind: String) -> String? {
        let words = [
            "document": "Geldt dit document?", "activity": "Gaat het om", "in": "Ligt het in",
            "within": "Ligt het dicht genoeg bij", "feature": "Ligt het in", "attribute": "Kenmerk van",
            "share": "Aandeel in", "towards": "Ligt het aan de kant van", "property": "Opgegeven",
            "other-part": "Ander onderdeel van het plan", "norm": "Geldt de uitzondering",
        ]
        return words[kind]
    }

    /// A step that is about the plan as a whole.
    public static func aboutPlan(_ kind: String) -> String? {
        let words = [
            "change": "Past het soort verandering?", "phase": "Past de fase?", "depth": "Past de diepte?",
            "function-change": "Verandert de functie van de plek?", "initiator": "Past de initiatiefnemer?",
            "interests-collide": "Botsen er belangen?",
        ]
        return words[kind]
    }

    /// Whom a norm binds, after the word "bindt".
    public static func bound(_ force: BindingForce, binds: String?) -> String {
        switch force {
        case .binding: "iedereen"
        case .selfBinding: "alleen \(binds ?? "wie het vaststelde")"
        case .guiding: "niemand; het geeft richting"
        case .agreed: "wie het afsprak" + (binds.map { " (\($0))" } ?? "")
        case .none: "niemand"
        }
    }

    public static func change(_ change: ChangeKind) -> String {
        change == .beeindiging ? "be\u{EB}indiging" : change.rawValue
    }

    public static func precision(_ precision: LayerPrecision?) -> String {
        guard let precision else { return "niet bekend" }
        guard precision.kind == .indicative else { return "precies" }
        return precision.widthMetres.map { "tot \(Numbers.length($0)) naast de lijn" } ?? "globaal"
    }

    public static func basis(_ basis: String?) -> String {
        switch basis.flatMap(LayerBinding.Basis.init(rawValue:)) {
        case .passage: "uit de tekst"
        case .openData: "open data"
        case .schematic: "schets"
        case .example: "voorbeeld"
        case nil: "niet bekend"
        }
    }
}
