import Casework
import PolicyModel

/// What happened in a dossier, in words.
struct HistoryWords {
    let report: CaseReport
    let context: CaseContext

    /// A sentence without who did it and when.
    func sentence(_ fact: CaseFact) -> String {
        switch fact {
        case .dossierOpened: "Dossier geopend op het ingediende plan"
        case .assessmentMade(let fact): Self.assessment(fact.cause)
        case .cellSaved(let fact):
            "Geschreven bij: \(question(fact.cell)) (\(Self.ticks(fact)), versie \(fact.version))"
        case .cellUndone(let fact):
            "Laatste wijziging teruggenomen bij: \(question(fact.cell)) (versie \(fact.version))"
        case .itemSaved(let fact): Self.item(fact)
        case .findingContested(let fact):
            "Bevinding betwist: \(finding(fact.finding))\(fact.isGivenWithPlan ? ", door de initiatiefnemer" : "")"
        case .contestWithdrawn(let fact): "Betwisting ingetrokken: \(finding(fact.finding))"
        case .questionAnswered(let fact):
            "Vraag beantwoord met \(fact.value ? "ja" : "nee"): \(asks(fact.question))"
                + (fact.isGivenWithPlan ? " (door de initiatiefnemer)" : "")
        case .answerWithdrawn(let fact): "Antwoord ingetrokken: \(asks(fact.question))"
        case .commentAdded: "Opmerking geplaatst"
        case .outcomeSaved(let fact): "Uitkomst gekozen: \(outcome(fact)) (versie \(fact.version))"
        case .detailsSaved(let fact): "Gegevens van het verslag ingevuld (versie \(fact.version))"
        case .deviationDeclared(let fact):
            "\(document(fact.document)): de uitkomst \(fact.deviates ? "wijkt af" : "wijkt niet af")"
        case .deviationPresented(let fact): "\(document(fact.document)): de stap bij afwijken is gezet op \(fact.day)"
        case .readingRequested: "Voorgelegd aan de tweede lezer"
        case .readingApproved: "De tweede lezer gaat akkoord"
        case .readingRefused: "De tweede lezer geeft het dossier terug"
        case .takenBack: "Teruggenomen naar de afweging"
        case .published(let fact): "Gepubliceerd als \(fact.number)"
        case .superseded(let fact): "Vervangen door \(fact.by)"
        case .closed: "Dossier gesloten"
        case .reopened: "Dossier heropend"
        case .textsErased(let fact):
            "\(CaseWords.count(fact.texts.count, "tekst", "teksten")) gewist, op grond van: \(fact.ground). Besloten door: \(fact.by)"
        }
    }

    private static func assessment(_ cause: CaseFact.AssessmentMade.Cause) -> String {
        switch cause {
        case .opening: "Plan getoetst"
        case .answer: "Opnieuw getoetst na een antwoord"
        case .contest: "Opnieuw getoetst na een betwisting"
        case .renewal: "Opnieuw getoetst met het beleid en de kaarten van nu"
        }
    }

    private static func ticks(_ fact: CaseFact.CellSaved) -> String {
        CaseWords.ticks(contributes: fact.contributes, strains: fact.strains) ?? "niets aangevinkt"
    }

    private static func item(_ fact: CaseFact.ItemSaved) -> String {
        let name = fact.kind == .dilemma ? "Dilemma" : "Voorwaarde"
        let number = fact.item.drop { !$0.isNumber }
        let deed = fact.isRemoved ? "verwijderd" : fact.version == 1 ? "toegevoegd" : "gewijzigd"
        return "\(name) \(number) \(deed)"
    }

    private func question(_ cell: CellAddress) -> String { report.cell(cell)?.question ?? cell.question }

    private func finding(_ id: String) -> String { report.finding(id)?.title ?? id }

    private func asks(_ id: String) -> String { questions[id] ?? id }

    private func document(_ id: String) -> String { context.deviations.first { $0.document == id }?.title ?? id }

    private func outcome(_ fact: CaseFact.OutcomeSaved) -> String {
        context.outcomes.first { $0.frame == fact.frame && $0.outcome == fact.outcome }?.title ?? fact.outcome
    }

    /// The wording of every question, by id.
    let questions: [String: String]

    init(_ opened: OpenCase, house: PolicyHouse) {
        report = opened.report
        context = opened.context
        questions = Dictionary(
            house.openQuestions.map { ($0.question, $0.asks) }, uniquingKeysWith: { first, _ in first })
    }
}
