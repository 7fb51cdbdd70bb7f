internal import Casework
internal import Reporting

extension RecordFragments {
    /// What people argued per question, what they judged, contested and deviated from.
    var weighing: HTML {
        let frames = record.weighing.filter { $0.cells.contains(where: Self.isArgued) }
        return (frames.isEmpty ? tag("p") { "Bij de vragen is niets ingevuld." } : .joined(frames.map(table)))
            + unanswered + contests + answers + deviations
    }

    private static func isArgued(_ cell: PublicRecord.CellLine) -> Bool { cell.contributes || cell.strains }

    private func table(_ frame: PublicRecord.FrameLine) -> HTML {
        tag("table", .class("record-weighing")) {
            tag("caption") { frame.title }
            tag("thead") {
                tag("tr") {
                    tag("th", .scope("col")) { "Vraag" }
                    tag("th", .scope("col")) { "Draagt bij" }
                    tag("th", .scope("col")) { "Geeft spanning" }
                }
            }
            tag("tbody") {
                for cell in frame.cells.filter(Self.isArgued) {
                    tag("tr") {
                        tag("th", .scope("row")) {
                            tag("span", .class("about")) { cell.principleTitle }
                            cell.text
                        }
                        tag("td") { argument(cell.contributes, cell.contributesArgument) }
                        tag("td") { argument(cell.strains, cell.strainsArgument) }
                    }
                }
            }
        }
    }

    private func argument(_ isTicked: Bool, _ argument: PublicText?) -> HTML {
        guard isTicked else { return HTML("nee") }
        return tag("strong") { "Ja." } + HTML(" ") + (inline(argument) ?? .none)
    }

    private var unanswered: HTML {
        let cells = record.weighing.flatMap(\.cells)
        let left = cells.count { !Self.isArgued($0) }
        guard left > 0, left < cells.count else { return .none }
        return tag("p", .class("note")) {
            "Bij \(RecordWords.count(left, "andere vraag", "andere vragen")) is niets ingevuld. Ze staan in de bijlage."
        }
    }

    private var contests: HTML {
        guard !record.contests.isEmpty else { return .none }
        return tag("h3") { "Betwiste bevindingen" }
            + list(
                record.contests.map { contest in
                    let title = record.policy.first { $0.finding == contest.finding }?.title ?? contest.finding
                    return HTML("\(title) (betwist door: \(contest.by)). ") + (inline(contest.reason) ?? .none)
                })
    }

    private var answers: HTML {
        guard !record.answers.isEmpty else { return .none }
        return tag("h3") { "Beoordeeld door mensen" }
            + list(
                record.answers.map { answer in
                    HTML("\(answer.asks) ") + tag("strong") { answer.value ? "Ja" : "Nee" }
                        + HTML(" (\(answer.by), \(RecordWords.plainDay(answer.on))). ")
                        + (inline(answer.reason) ?? .none)
                })
    }

    private var deviations: HTML {
        guard !record.deviations.isEmpty else { return .none }
        return tag("h3") { "Afwijken van beleid" }
            + list(
                record.deviations.map { line in
                    tag("strong") {
                        line.deviates ? "Wijkt af van \(line.title)." : "Wijkt niet af van \(line.title)."
                    } + HTML(" ") + (inline(line.reason) ?? .none) + (line.deviates ? step(line) : .none)
                })
    }

    /// What a deviation asks for, and whether it was done.
    private func step(_ line: PublicRecord.DeviationLine) -> HTML {
        HTML(" Afwijken mag \(line.who); daarbij hoort: \(line.how.trimmedEnd). ")
            + (line.presentedOn.map { on in
                HTML("Gedaan op \(RecordWords.plainDay(on)). ") + (inline(line.presented) ?? .none)
            } ?? HTML("Dat is nog niet gedaan."))
    }
}

extension String {
    /// Without a point at the end.
    var trimmedEnd: String { hasSuffix(".") ? String(dropLast()) : self }
}
