public import NormEngine
public import PolicyModel

/// Dutch words for the classes of a map. A class gathers norms of every force and status, so it is named by its effect alone;
/// the labels of the house stand with the findings of a cell.
public struct OpportunityWords: Sendable {
    private let index: HouseIndex

    public init(index: HouseIndex) { self.index = index }

    public func text(_ kind: OpportunityClass) -> String {
        switch kind {
        case .applies(let effect): return Self.text(effect)
        case .undecided(let effect): return "onbeslist: \(Self.text(effect))"
        case .noData: return "geen gegevens"
        case .yields(let ranking): return "andere functies gaan voor (\(title(ofRanking: ranking)))"
        case .goesFirst(let ranking): return "gaat voor andere functies (\(title(ofRanking: ranking)))"
        case .claimsUnknown(let ranking): return "voorrang onbekend (\(title(ofRanking: ranking)))"
        case .rung(let ladder, let rung):
            let found = index.house.placeLadders.first { $0.id == ladder }?.rungs.first { $0.id == rung }
            return "trede: \(found?.title ?? rung)"
        case .function(let function): return "functie: \(index.functions[function]?.label ?? function)"
        }
    }

    /// What a norm says in a variant where no place changes it.
    public static func text(_ state: MapDifference.EverywhereChange.State?) -> String {
        switch state {
        case .applies: "geldt overal"
        case .undecided: "overal niet te beslissen"
        case nil: "niets dat overal hetzelfde is"
        }
    }

    private func title(ofRanking id: String) -> String {
        index.house.useRankings.first { $0.id == id }?.title ?? id
    }

    public static func text(_ effect: Effect) -> String {
        switch effect {
        case .prohibited: "verboden"
        case .noUnless: "nee, tenzij"
        case .restrained: "terughoudend"
        case .undesired: "ongewenst"
        case .yesProvided: "ja, mits"
        case .yesAnd: "ja, en"
        case .permitted: "toegestaan"
        case .encouraged: "aangemoedigd"
        case .sitingPreference: "voorkeur voor deze plek"
        case .reserved: "gereserveerd"
        case .priority: "voorrang"
        case .phaseOut: "wordt afgebouwd"
        case .duty: "plicht"
        case .competence: "bevoegdheid"
        case .procedure: "procedure"
        case .goal: "doel"
        case .commitment: "toezegging"
        case .intention: "voornemen"
        case .noStatus: "zonder status"
        case .regulatedElsewhere: "elders geregeld"
        case .assessAs: "beoordelen als"
        case .information: "ter informatie"
        }
    }
}
