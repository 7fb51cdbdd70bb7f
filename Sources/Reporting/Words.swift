public import Assessment
public import NormEngine
public import PolicyModel

/// The one place where outcomes become Dutch words.
public enum Words {
    public static func status(_ word: String) -> String {
        switch DocumentStatus(rawValue: word) {
        case .draft: "ontwerp, nog niet vastgesteld"
        case .adopted: "vastgesteld"
        case .inForce: "geldend"
        case .withdrawn: "ingetrokken"
        case .superseded: "vervangen"
        case .expired: "verlopen"
        case .dueForReview: "toe aan herziening"
        case nil: "status niet bekend"
        }
    }

    public static func force(_ force: BindingForce, binds: String?) -> String {
        switch force {
        case .binding: "bindt iedereen"
        case .selfBinding: "bindt alleen \(binds ?? "wie het vaststelde")"
        case .guiding: "geeft richting"
        case .agreed: "bindt wie het afsprak" + (binds.map { " (\($0))" } ?? "")
        case .none: "bindt niemand"
        }
    }

    public static func cause(_ unknown: Unknown, title: (String) -> String) -> String {
        switch unknown.cause {
        case .near: "de plek ligt vlak bij de lijn van \(title(unknown.ref)), en die lijn is niet precies"
        case .noData: "van \(title(unknown.ref)) is hier niet bekend of het er ligt"
        case .noLayer: "er is geen kaartlaag van \(title(unknown.ref))"
        case .failed: "de kaartlaag \(title(unknown.ref)) kon niet worden gelezen"
        case .missingProperty: "niet verteld: \(title(unknown.ref))"
        case .missingDepth: "niet verteld: de diepte"
        case .openQuestion: "een mens moet dit beoordelen"
        case .exception: "het is niet te zeggen of de uitzondering geldt"
        case .statusUncertain: "het is niet zeker of \(title(unknown.ref)) nog geldt"
        }
    }

    public static func layerState(_ state: LayerState) -> String {
        switch state {
        case .hit: "geraakt"
        case .near: "vlakbij, niet zeker"
        case .none: "niet geraakt"
        case .noData: "niet bekend op deze plek"
        case .noLayer: "geen kaartlaag"
        case .failed: "kaartlaag niet te lezen"
        }
    }

    public static func conditions(_ state: ConditionsState) -> String {
        switch state {
        case .none: ""
        case .allMet: "aan alle voorwaarden is voldaan"
        case .someNotMet: "aan een of meer voorwaarden is niet voldaan"
        case .open: "nog niet alle voorwaarden zijn beoordeeld"
        }
    }

    public static func condition(_ state: ConditionResult.State) -> String {
        switch state {
        case .met: "voldaan"
        case .notMet: "niet voldaan"
        case .open: "open"
        }
    }

    public static func cell(_ state: FrameSheet.State) -> String {
        switch state {
        case .notExamined: "niet onderzocht"
        case .noFinding: "geen bevinding"
        case .hasFindings: "bevindingen"
        case .open: "open"
        }
    }

    public static func trigger(_ trigger: TriggerResult) -> String {
        switch trigger.state {
        case .no: "nee"
        case .undecided: "nog niet te zeggen"
        case .yes:
            switch (trigger.obligatory, trigger.onceAdopted) {
            case (true, true): "ja, verplicht zodra vastgesteld"
            case (true, false): "ja, verplicht"
            case (false, true): "ja, zodra vastgesteld"
            case (false, false): "ja"
            }
        }
    }

    public static func relation(_ relation: GoalResult.Relation) -> String {
        switch relation {
        case .serves: "helpt"
        case .strains: "geeft spanning"
        case .touches: "raakt"
        case .unknown: "nog niet te zeggen"
        }
    }

    public static func agreement(_ state: Agreement.State) -> String {
        switch state {
        case .inForce: "geldt"
        case .dueForReview: "toe aan herziening; vraag na of het nog geldt"
        case .revised: "herzien"
        case .fulfilled: "nagekomen"
        case .withdrawn: "ingetrokken"
        case .proposal: "voorstel"
        }
    }

    public static func reciprocity(_ value: Agreement.Reciprocity) -> String {
        switch value {
        case .both: "beide kanten doen iets"
        case .oneSided: "één kant doet iets"
        case .talksOnly: "alleen gesprek"
        }
    }

    /// What was done with a contribution.
    public static func answer(_ answer: Contribution.Account.Answer) -> String {
        switch answer {
        case .used: "overgenomen"
        case .partly: "deels overgenomen"
        case .not: "niet overgenomen"
        case .elsewhere: "elders opgepakt"
        case .unanswered: "nog zonder antwoord"
        }
    }

    public static func day(_ date: PolicyDate) -> String { date.inDutch }
}
