import Casework
import Foundation
import Reporting

/// Addresses of the pages of a plan.
enum PlanAddress {
    static let list = "/toets"
    static let new = "/toets/nieuw"

    static func sheet(_ id: String) -> String { "/toets/\(id)" }

    /// - Parameter part: the part that the step is about; the first when left out.
    static func step(_ step: PlanStep, of id: String, part: String? = nil) -> String {
        "/toets/\(id)/\(step.rawValue)" + (part.map { "?onderdeel=" + encoded($0) } ?? "")
    }

    /// Where something is told that a rule waits for: a property by its id, or a word of the plan.
    static func field(_ ref: String, of id: String) -> String {
        switch ref {
        case "change": step(.what, of: id) + "#verandering"
        case "initiator.role": step(.what, of: id) + "#rol"
        case "phase": step(.details, of: id) + "#fase"
        case OpenMatters.depth: step(.place, of: id) + "#diepte-van"
        default: step(.details, of: id) + "#" + DetailsStep.prefix + encoded(ref)
        }
    }

    /// A page below the sheet, such as `indienen`.
    static func page(_ name: String, of id: String) -> String { "/toets/\(id)/\(name)" }

    static func finding(_ finding: String, of id: String) -> String { "/toets/\(id)/bevinding/\(encoded(finding))" }

    /// A text as a step of a path or as a value in a query.
    static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .urlQueryValue)?.replacing("/", with: "%2F") ?? ""
    }
}
