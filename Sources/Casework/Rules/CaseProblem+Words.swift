extension CaseProblem {
    /// What is wrong and what to do about it, in Dutch.
    public var text: String {
        switch self {
        case .notAllowed(let action): "U mag dit niet doen: \(action.words). Vraag de beheerder om de juiste rol."
        case .notNow(let state): "Dit kan nu niet: het dossier is \(state.words)."
        case .missing(let field): "Vul in: \(field.words)."
        case .tooLong(let field, let most): "Maak dit korter: \(field.words). Er passen \(most) tekens."
        case .unreadable(let field): "Hierin staan tekens die niet te lezen zijn: \(field.words). Typ de tekst opnieuw."
        case .unknownCell: "Dit vak hoort niet bij deze toets."
        case .unknownFinding(let id): "De bevinding \(id) staat niet in deze toets."
        case .unknownQuestion(let id): "De vraag \(id) hoort niet bij dit beleid."
        case .unknownOutcome: "Kies een van de uitkomsten."
        case .unknownItem: "Dit onderdeel bestaat niet meer."
        case .unknownTension: "Kies een spanning uit de toets, of laat deze keuze leeg."
        case .unknownDocument(let id): "Van het document \(id) hoeft hier niets te worden vastgelegd."
        case .notContested(let id): "De bevinding \(id) is niet betwist."
        case .notAnswered(let id): "Op de vraag \(id) is geen antwoord gegeven dat u kunt intrekken."
        case .nothingToUndo: "Er is hier nog niets geschreven dat u kunt terugnemen."
        case .notYourChange: "De laatste wijziging is van een collega. U kunt alleen uw eigen wijziging terugnemen."
        case .futureDay: "Kies een dag die niet in de toekomst ligt."
        case .nothingWeighed: "Er staat nog in geen enkel vak een afweging. Vul ten minste één vak in."
        case .tickWithoutArgument(_, let tick): "Bij een vak is \(tick.words) aangevinkt zonder argument."
        case .argumentWithoutTick(_, let tick): "Bij een vak staat een argument, maar \(tick.words) is niet aangevinkt."
        case .noOutcome: "Kies eerst een uitkomst en schrijf waarom."
        case .noDetails: "Vul eerst in wat het verslag over zichzelf zegt: de vraag, de juridische aard en wie beslist."
        case .deviationNotDeclared(let title): "Leg vast of de uitkomst afwijkt van: \(title)."
        case .deviationNotPresented(let title):
            "De uitkomst wijkt af van: \(title). Leg eerst vast dat de stap is gezet die dit document dan vraagt."
        case .readerIsNoReader: "Kies een collega met de rol tweede lezer."
        case .readerIsAsker: "U kunt het dossier niet aan uzelf geven. Kies een collega."
        case .readerEdited: "Deze collega heeft zelf aan het dossier geschreven. Kies een andere tweede lezer."
        case .readerOwnsPlan: "Het plan is van deze collega zelf. Kies een andere tweede lezer."
        case .editorsErased:
            "Van een deel van het dossier is gewist wie het schreef. Een onafhankelijke tweede lezing is niet meer vast te stellen."
        case .interestNotDeclared: "Verklaar dat u geen belang hebt bij dit plan."
        case .previewIsOld: "Het dossier is veranderd nadat u deze pagina opende. Lees opnieuw wat openbaar wordt."
        case .recordUnknown(let number): "De afweging \(number) bestaat niet."
        case .recordSuperseded(let number, let by): "De afweging \(number) is al vervangen door \(by)."
        case .alreadyOpened: "Op dit plan is al een dossier geopend."
        case .planChanged: "Het plan is intussen veranderd. Bekijk het opnieuw."
        case .notFinished: "Wissen kan pas als het dossier is gepubliceerd of gesloten."
        case .unknownText(let id): "De tekst \(id) staat niet in dit dossier."
        case .alreadyErased(let id): "De tekst \(id) is al gewist."
        }
    }
}

extension Dossier.State {
    /// As in "het dossier is ...".
    public var words: String {
        switch self {
        case .deliberation: "in afweging"
        case .review: "bij de tweede lezer"
        case .approved: "akkoord bevonden door de tweede lezer"
        case .published: "gepubliceerd"
        case .superseded: "vervangen door een latere afweging"
        case .closed: "gesloten"
        }
    }
}

extension CaseAction {
    fileprivate var words: String {
        switch self {
        case .readDossier: "een dossier inzien"
        case .openDossier: "een dossier openen"
        case .deliberate: "aan de afweging schrijven"
        case .comment: "een opmerking plaatsen"
        case .askReading: "een tweede lezer vragen"
        case .read: "dit dossier als tweede lezer beoordelen"
        case .publish: "een afweging publiceren"
        case .close: "een dossier sluiten of heropenen"
        case .seeSubmittedPlans: "ingediende plannen bekijken"
        case .erase: "teksten wissen"
        }
    }
}

extension CaseProblem.Tick {
    fileprivate var words: String {
        switch self {
        case .contributes: "“draagt bij”"
        case .strains: "“geeft spanning”"
        }
    }
}

extension CaseProblem.Field {
    fileprivate var words: String {
        switch self {
        case .contributesArgument: "waarom het plan bijdraagt"
        case .strainsArgument: "waarom het plan spanning geeft"
        case .text: "de tekst"
        case .who: "wie ervoor zorgt"
        case .when: "wanneer het klaar moet zijn"
        case .reason: "de reden"
        case .comment: "de opmerking"
        case .argument: "waarom u deze uitkomst kiest"
        case .question: "de vraag die is afgewogen"
        case .legalCharacter: "de juridische aard"
        case .decidedBy: "wie beslist"
        case .mandate: "op grond van welk mandaat"
        case .remedies: "wat iemand kan doen die het er niet mee eens is"
        case .note: "hoe het is voorgelegd"
        case .day: "de dag"
        case .ground: "de grond"
        case .by: "wie het heeft besloten"
        }
    }
}
