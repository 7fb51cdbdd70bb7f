import CanonicalJSON

extension CaseFact {
    public var kind: Kind {
        switch self {
        case .dossierOpened: .dossierOpened
        case .assessmentMade: .assessmentMade
        case .cellSaved: .cellSaved
        case .cellUndone: .cellUndone
        case .itemSaved: .itemSaved
        case .findingContested: .findingContested
        case .contestWithdrawn: .contestWithdrawn
        case .questionAnswered: .questionAnswered
        case .answerWithdrawn: .answerWithdrawn
        case .commentAdded: .commentAdded
        case .outcomeSaved: .outcomeSaved
        case .detailsSaved: .detailsSaved
        case .deviationDeclared: .deviationDeclared
        case .deviationPresented: .deviationPresented
        case .readingRequested: .readingRequested
        case .readingApproved: .readingApproved
        case .readingRefused: .readingRefused
        case .takenBack: .takenBack
        case .published: .published
        case .superseded: .superseded
        case .closed: .closed
        case .reopened: .reopened
        case .textsErased: .textsErased
        }
    }

    var payload: JSONValue {
        get throws {
            switch self {
            case .dossierOpened(let fact): try JSONValue(coding: fact)
            case .assessmentMade(let fact): try JSONValue(coding: fact)
            case .cellSaved(let fact): try JSONValue(coding: fact)
            case .cellUndone(let fact): try JSONValue(coding: fact)
            case .itemSaved(let fact): try JSONValue(coding: fact)
            case .findingContested(let fact): try JSONValue(coding: fact)
            case .contestWithdrawn(let fact): try JSONValue(coding: fact)
            case .questionAnswered(let fact): try JSONValue(coding: fact)
            case .answerWithdrawn(let fact): try JSONValue(coding: fact)
            case .outcomeSaved(let fact): try JSONValue(coding: fact)
            case .detailsSaved(let fact): try JSONValue(coding: fact)
            case .deviationDeclared(let fact): try JSONValue(coding: fact)
            case .deviationPresented(let fact): try JSONValue(coding: fact)
            case .readingApproved(let fact), .readingRefused(let fact): try JSONValue(coding: fact)
            case .published(let fact): try JSONValue(coding: fact)
            case .superseded(let fact): try JSONValue(coding: fact)
            case .textsErased(let fact): try JSONValue(coding: fact)
            case .commentAdded, .readingRequested, .takenBack, .closed, .reopened: .object(JSONObject())
            }
        }
    }

    init(kind: Kind, payload: JSONValue) throws {
        self =
            switch kind {
            case .dossierOpened: .dossierOpened(try payload.decoded())
            case .assessmentMade: .assessmentMade(try payload.decoded())
            case .cellSaved: .cellSaved(try payload.decoded())
            case .cellUndone: .cellUndone(try payload.decoded())
            case .itemSaved: .itemSaved(try payload.decoded())
            case .findingContested: .findingContested(try payload.decoded())
            case .contestWithdrawn: .contestWithdrawn(try payload.decoded())
            case .questionAnswered: .questionAnswered(try payload.decoded())
            case .answerWithdrawn: .answerWithdrawn(try payload.decoded())
            case .commentAdded: .commentAdded
            case .outcomeSaved: .outcomeSaved(try payload.decoded())
            case .detailsSaved: .detailsSaved(try payload.decoded())
            case .deviationDeclared: .deviationDeclared(try payload.decoded())
            case .deviationPresented: .deviationPresented(try payload.decoded())
            case .readingRequested: .readingRequested
            case .readingApproved: .readingApproved(try payload.decoded())
            case .readingRefused: .readingRefused(try payload.decoded())
            case .takenBack: .takenBack
            case .published: .published(try payload.decoded())
            case .superseded: .superseded(try payload.decoded())
            case .closed: .closed
            case .reopened: .reopened
            case .textsErased: .textsErased(try payload.decoded())
            }
    }
}
