import Foundation
import PolicyModel
import Reporting

/// Addresses of the pages of the policy house.
enum PolicyAddress {
    /// The page of a record; for a part of one, its place on the page of its owner. A principle has a page of its own.
    static func page(_ key: RecordKey) -> String {
        if let owner = key.owner {
            if key.kind == .principle { return principle(key.id, of: owner) }
            let ownerKind: RecordKind =
                switch key.kind {
                case .condition: .norm
                case .edge: .useRanking
                case .rung: .placeLadder
                default: .frame
                }
            return page(RecordKey(ownerKind, owner)) + "#" + anchor(key)
        }
        return list(key.kind) + "/" + encoded(key.id)
    }

    /// The page with all records of a kind.
    static func list(_ kind: RecordKind) -> String { kind == .term ? "/begrippen" : "/beleid/" + segment(kind) }

    /// The page of a principle of a frame.
    static func principle(_ id: String, of frame: String) -> String {
        page(RecordKey(.frame, frame)) + "/" + encoded(id)
    }

    static func norm(_ id: String) -> String { page(RecordKey(.norm, id)) }
    static func designation(_ id: String) -> String { page(RecordKey(.designation, id)) }
    static func agreement(_ id: String) -> String { page(RecordKey(.agreement, id)) }
    static func document(_ id: String) -> String { page(RecordKey(.document, id)) }
    static func term(_ id: String) -> String { page(RecordKey(.term, id)) }

    /// The id that a part has on the page of its owner.
    static func anchor(_ key: RecordKey) -> String { "\(key.kind.rawValue)-\(key.id)" }

    /// A page of search results.
    static func search(_ fields: [(name: String, value: String)]) -> String {
        let pairs = fields.filter { !$0.value.isEmpty }.map { "\($0.name)=\(encoded($0.value))" }
        return "/beleid/zoeken" + (pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&"))
    }

    /// The kind with that word in its address.
    static func kind(_ segment: String) -> RecordKind? { kinds[segment] }

    static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .urlQueryValue) ?? ""
    }

    private static let kinds: [String: RecordKind] = Dictionary(
        RecordKind.allCases.filter { !$0.isPart }.map { (segment($0), $0) }, uniquingKeysWith: { first, _ in first })

    private static func segment(_ kind: RecordKind) -> String {
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
        case .frame: "kaders"
        case .useRanking: "volgordes"
        case .placeLadder: "ladders"
        case .agreement: "afspraken"
        case .contribution: "inbreng"
        case .inconsistency: "tegenstrijdigheden"
        case .signpost: "verwijzingen"
        case .figure: "cijfers"
        case .issue: "opgaven"
        case .programme: "programmas"
        case .instrument: "instrumenten"
        case .indicator: "indicatoren"
        case .cycleMoment: "momenten"
        case .openQuestion: "vragen"
        default: kind.rawValue
        }
    }
}
