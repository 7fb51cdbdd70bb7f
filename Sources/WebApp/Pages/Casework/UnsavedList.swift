import Casework
import Foundation

/// What somebody typed in a dossier and did not save, told where the dossier is handed on: it does not go along by itself.
struct UnsavedList {
    struct Item {
        var label: String
        /// Where it can be saved; `nil` when the dossier does not change any more.
        var href: String?
        var moment: String
        var texts: [String]
    }

    var items: [Item]
    var isAny: Bool
    /// Whether it can still be saved.
    var isOpen: Bool

    init(_ drafts: [(key: String, draft: CaseDrafts.Draft)], _ opened: OpenCase) {
        let canWrite = opened.canWrite
        items = drafts.compactMap { key, draft in
            let texts = draft.form.fields.filter { !["csrf", "basedOn"].contains($0.name) && $0.value != "ja" }.map(
                \.value
            )
            .filter { !$0.trimmingCharacters(in: .whitespacesAndNewlines).isEmpty }
            guard !texts.isEmpty else { return nil }
            return Item(
                label: Self.label(key, opened), href: canWrite ? CasePaths(opened.id).sheet + "/" + key : nil,
                moment: DutchTime.text(draft.at), texts: texts)
        }
        isAny = !items.isEmpty
        isOpen = canWrite
    }

    /// What the page is about whose address ends so.
    private static func label(_ key: String, _ opened: OpenCase) -> String {
        let steps = key.split(separator: "/").dropFirst().map { $0.removingPercentEncoding ?? String($0) }
        if steps.count == 3,
            let cell = opened.report.cell(CellAddress(frame: steps[0], principle: steps[1], question: steps[2]))
        {
            return cell.question
        }
        switch steps.first {
        case "uitkomst": return "De uitkomst"
        case "verslag": return "De gegevens van het verslag"
        case CasePaths.word(.dilemma): return "Een dilemma"
        case CasePaths.word(.condition): return "Een voorwaarde"
        case "betwisten": return "Een betwisting"
        case "afwijking": return "Of de uitkomst afwijkt"
        case "vraag": return opened.report.questions.first { $0.id == steps.dropFirst().first }?.asks ?? "Een antwoord"
        default: return "Een tekst"
        }
    }
}
