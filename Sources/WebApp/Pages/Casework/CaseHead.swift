import Casework
import PolicyModel

/// What stands at the top of every page of a dossier.
struct CaseHead: Sendable {
    struct Link: Sendable {
        var label: String
        var href: String
        var isCurrent = false
    }

    /// Parts of the dossier that have a page of their own.
    enum Part: Sendable { case sheet, weighing, reading, publishing, history }

    var crumbs: [Link]
    /// The last crumb: this page.
    var here: String
    var title: String
    var state: String
    /// What and where, and whose policy.
    var line: String
    /// The organisation that weighs is the initiator itself.
    var isOwnInitiative: Bool
    var isDemonstration: Bool
    var parts: [Link]

    /// - Parameters:
    ///   - here: the name of the page when it is no part by itself but stands under one.
    init(_ opened: OpenCase, _ part: Part, here: String? = nil) {
        let dossier = opened.dossier
        let paths = CasePaths(dossier.id)
        let names: [(Part, String, String)] = [
            (.sheet, "Toetsblad", paths.frozenSheet), (.weighing, "Afweging", paths.weighing),
            (.reading, "Meelezen", paths.reading), (.publishing, "Publiceren", paths.publishing),
            (.history, "Geschiedenis", paths.history),
        ]
        parts = names.map { Link(label: $0.1, href: $0.2, isCurrent: $0.0 == part) }
        if let number = dossier.publication?.number {
            parts.append(Link(label: "Afweging \(number)", href: "/afwegingen/\(number)"))
        }
        let current = names.first { $0.0 == part }
        crumbs = [Link(label: "Werk", href: "/werk")]
        if part != .weighing || here != nil { crumbs.append(Link(label: opened.title, href: paths.weighing)) }
        if let here {
            if part != .weighing, let current { crumbs.append(Link(label: current.1, href: current.2)) }
            self.here = here
        } else {
            self.here = part == .weighing ? opened.title : current?.1 ?? opened.title
        }
        title = opened.title
        state = CaseWords.state(dossier.state)
        let what = [opened.report.activities, opened.report.places].filter { !$0.isEmpty }.joined(separator: " in ")
        let day = dossier.day.map { "beleid van \(DutchTime.text($0))" }
        line = [what.isEmpty ? nil : what, day].compactMap(\.self).joined(separator: "; ")
        isOwnInitiative = dossier.isOwnInitiative
        isDemonstration = dossier.isDemonstration
    }
}
