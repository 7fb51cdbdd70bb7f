import Casework
import Foundation
import Hummingbird

/// The page for who saves something that a colleague changed in between: both texts, and one that holds them both.
struct MergePage {
    struct Field {
        var name: String
        var label: String
        /// As people read it.
        var mine: String
        var theirs: String
        /// As the form sends it.
        var mineValue: String
        var isSame: Bool
        /// Whether what both have is sent along: of a tick that nobody set, nothing is.
        var isKept: Bool
        var isTick = false
        var isChoice = false
        var isLong = false
        /// The merged text, as far as it is a text.
        var value = ""
        /// The merged tick.
        var isTicked = false
        var options: [FormChoice] = []

        init(name: String, label: String, mine: String, theirs: String, mineValue: String, isSame: Bool) {
            self.name = name
            self.label = label
            self.mine = mine
            self.theirs = theirs
            self.mineValue = mineValue
            self.isSame = isSame
            isKept = isSame && !mineValue.isEmpty
        }
    }

    var head: CaseHead
    var csrf: String
    /// Where the form goes: the address of the page that it came from.
    var action: String
    var basedOn: Int
    /// What was being changed, such as the question of a cell.
    var subject: String
    var colleague: String
    /// Whether that colleague is oneself, in another window.
    var isMine: Bool
    var moment: String
    var fields: [Field]
    var back: String

    /// The answer: nothing was kept, so it is a conflict.
    func answer(_ site: Site, _ request: Request, _ context: KompasRequestContext) throws -> Response {
        try site.page(
            PageSpec("casework/merge", title: "Twee versies samenvoegen", model: self)
                .with(styles: ["css/casework.css"], scripts: ["js/autosave.js"], isPrivate: true)
                .with(status: .conflict), request, context)
    }
}

extension MergePage.Field {
    static func text(_ name: String, _ label: String, base: String?, mine: String, theirs: String, isLong: Bool = true)
        -> Self
    {
        var field = Self(
            name: name, label: label, mine: mine.isEmpty ? nothing : mine, theirs: theirs.isEmpty ? nothing : theirs,
            mineValue: mine, isSame: mine == theirs)
        field.isLong = isLong
        field.value = Merge.text(base: base, mine: mine, theirs: theirs)
        return field
    }

    static func tick(_ name: String, _ label: String, base: Bool?, mine: Bool, theirs: Bool) -> Self {
        var field = Self(
            name: name, label: label, mine: words(mine), theirs: words(theirs), mineValue: mine ? "ja" : "",
            isSame: mine == theirs)
        field.isTick = true
        field.isTicked = Merge.tick(base: base, mine: mine, theirs: theirs)
        return field
    }

    /// - Parameter options: values and labels; only those that one of the two chose are offered.
    static func choice(
        _ name: String, _ label: String, base: String?, mine: String, theirs: String,
        options: [(value: String, label: String)]
    ) -> Self {
        let words = { (value: String) in options.first { $0.value == value }?.label ?? "niets gekozen" }
        var field = Self(
            name: name, label: label, mine: words(mine), theirs: words(theirs), mineValue: mine, isSame: mine == theirs)
        field.isChoice = true
        let merged = Merge.choice(base: base, mine: mine, theirs: theirs)
        field.options = options.filter { $0.value == mine || $0.value == theirs }.map { option in
            FormChoice(
                id: "\(name)-\(option.value)", name: name, value: option.value, label: option.label,
                isChosen: option.value == merged)
        }
        return field
    }

    private static let nothing = "(niets)"

    private static func words(_ isTicked: Bool) -> String { isTicked ? "aangevinkt" : "niet aangevinkt" }
}

/// What somebody decided on ``MergePage``.
enum MergeDecision: Sendable {
    /// Keep these fields: the merged ones, or only one's own.
    case keep(Form)
    /// Leave what the colleague wrote.
    case leave

    private static let ownPrefix = "mijn-"

    /// Also for a form that is not about merging: then its fields are kept.
    init(_ form: Form) {
        switch form["keuze"] {
        case "hun": self = .leave
        case "mijn":
            let own = form.fields.filter { $0.name.hasPrefix(Self.ownPrefix) && !$0.value.isEmpty }
                .map { Form.Field(name: String($0.name.dropFirst(Self.ownPrefix.count)), value: $0.value) }
            let rest = form.fields.filter { $0.name == "basedOn" }
            self = .keep(Form(fields: own + rest))
        default: self = .keep(form)
        }
    }
}

extension Form {
    /// The version that the page was made on; 0 when there was nothing yet.
    var basedOn: Int { self["basedOn"].flatMap(Int.init) ?? 0 }
}
