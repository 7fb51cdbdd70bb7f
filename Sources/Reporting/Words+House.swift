public import PolicyModel

/// Words for the records of a house.
extension Words {
    /// What a record is.
    public static func kind(_ kind: RecordKind) -> String {
        switch kind {
        case .norm: "norm"
        case .document: "document"
        case .designation: "aanduiding"
        case .layer: "kaartlaag"
        case .activity: "activiteit"
        case .property: "eigenschap"
        case .function: "functie"
        case .term: "begrip"
        case .goal: "doel"
        case .role: "rol"
        case .frame: "afwegingskader"
        case .useRanking: "voorkeursvolgorde"
        case .placeLadder: "ladder"
        case .agreement: "afspraak"
        case .contribution: "inbreng"
        case .inconsistency: "tegenstrijdigheid"
        case .signpost: "verwijzing"
        case .figure: "cijfer"
        case .issue: "opgave of zorg"
        case .programme: "programma"
        case .instrument: "instrument"
        case .indicator: "indicator"
        case .cycleMoment: "moment of stap"
        case .openQuestion: "open vraag"
        case .condition: "voorwaarde"
        case .principle: "principe"
        case .questionGroup: "groep vragen"
        case .question: "vraag van een kader"
        case .statement: "uitspraak in een kader"
        case .criterion: "criterium"
        case .outcome: "uitkomst"
        case .trigger: "aanleiding"
        case .step: "stap"
        case .edge: "voorrang"
        case .rung: "trede"
        }
    }

    /// What several records of a kind are.
    public static func kinds(_ kind: RecordKind) -> String {
        switch kind {
        case .norm: "normen"
        case .document: "documenten"
        case .designation: "aanduidingen"
        case .layer: "kaartlagen"
        case .activity: "activiteiten"
        case .property: "eigenschappen"
        case .function: "functies"
        case .term: "begrippen"
        case .goal: "doelen"
        case .role: "rollen"
        case .frame: "afwegingskaders"
        case .useRanking: "voorkeursvolgordes"
        case .placeLadder: "ladders"
        case .agreement: "afspraken"
        case .contribution: "inbreng"
        case .inconsistency: "tegenstrijdigheden"
        case .signpost: "verwijzingen"
        case .figure: "cijfers"
        case .issue: "opgaven en zorgen"
        case .programme: "programma\u{2019}s"
        case .instrument: "instrumenten"
        case .indicator: "indicatoren"
        case .cycleMoment: "momenten en stappen"
        case .openQuestion: "open vragen"
        case .condition: "voorwaarden"
        case .principle: "principes"
        case .questionGroup: "groepen vragen"
        case .question: "vragen van kaders"
        case .statement: "uitspraken in kaders"
        case .criterion: "criteria"
        case .outcome: "uitkomsten"
        case .trigger: "aanleidingen"
        case .step: "stappen"
        case .edge: "voorrang"
        case .rung: "treden"
        }
    }

    public static func level(_ level: Goal.Level) -> String {
        switch level {
        case .ambition: "ambitie"
        case .theme: "thema"
        case .strategic: "strategisch doel"
        case .operational: "operationeel doel"
        case .measure: "maatregel"
        }
    }

    public static func designation(_ kind: Designation.Kind) -> String {
        switch kind {
        case .policy: "gebied met beleid"
        case .outline: "grens van het gebied"
        case .municipality: "gemeenten"
        case .settlement: "dorpen en steden"
        case .region: "regio\u{2019}s"
        case .neighbour: "buren"
        }
    }

    public static func agreement(_ kind: Agreement.Kind) -> String {
        switch kind {
        case .afspraak: "afspraak"
        case .inzet: "inzet"
        case .standpunt: "standpunt"
        case .ontwikkelpunt: "punt om verder uit te werken"
        case .eerdereAfspraak: "eerdere afspraak"
        }
    }

    public static func moment(_ kind: CycleMoment.Kind) -> String {
        switch kind {
        case .milestone: "mijlpaal"
        case .evaluation: "evaluatie"
        case .participation: "participatie"
        case .escalationStep: "stap als het niet genoeg helpt"
        case .working: "werkwijze"
        }
    }

    public static func nature(_ nature: Figure.Nature) -> String {
        switch nature {
        case .measured: "gemeten"
        case .estimated: "geschat"
        case .target: "streefwaarde"
        }
    }

    public static func inconsistency(_ kind: Inconsistency.Kind) -> String {
        switch kind {
        case .rule: "de regel"
        case .figure: "het cijfer"
        case .name: "de naam"
        case .list: "de opsomming"
        case .term: "het begrip"
        case .status: "de status"
        }
    }

    /// How a document relates to another, with its name behind it.
    public static func relation(_ kind: DocumentRelation.Kind) -> String {
        switch kind {
        case .confirms: "bevestigt"
        case .workedOutIn: "wordt uitgewerkt in"
        case .supersedes: "vervangt"
        case .withdraws: "trekt in"
        case .refersTo: "verwijst naar"
        }
    }

    public static func condition(_ kind: NormCondition.Kind) -> String {
        switch kind {
        case .measurable: "te meten"
        case .open: "een mens beoordeelt dit"
        case .external: "een ander stuk of een ander bestuur beslist dit"
        }
    }

    /// From when until when; `nil` when neither is told.
    public static func validity(_ validity: Norm.Validity) -> String? {
        let from = validity.from.map { "vanaf \(day($0))" }
        // The first day after it is told; people say the last day of it.
        let until = validity.until.map { "tot \(day($0))" }
        let days = [from, until].compactMap { $0 }.joined(separator: " ")
        let note = validity.note.map { days.isEmpty ? $0 : " (\($0))" } ?? ""
        return days.isEmpty && note.isEmpty ? nil : days + note
    }

    /// A moment as content writes it: a day in words when it is one.
    public static func moment(_ text: String) -> String { PolicyDate(text).map(day) ?? text }
}
