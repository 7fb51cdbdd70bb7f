import Accounts
public import CanonicalJSON
import Foundation
public import PolicyModel

extension PublicRecord {
    /// What becomes public of a dossier: the same for the preview, without a stamp, and for publication, with one. Pure.
    ///
    /// - Parameter report: the report of the assessment that counts.
    /// - Throws: when the report is not one.
    public init(dossier: Dossier, report: JSONValue, house: PolicyHouse, stamp: Stamp? = nil) throws {
        let context = CaseContext(report: report, house: house)
        let asks = Dictionary(
            house.openQuestions.map { ($0.question, $0.asks) }, uniquingKeysWith: { first, _ in first })
        self.init(
            stamp: stamp, title: PublicText(dossier.title), isDemonstration: dossier.isDemonstration,
            isOwnInitiative: dossier.isOwnInitiative, details: Details(dossier.details?.current), day: dossier.day,
            activities: Self.activities(report), place: Place(report),
            policy: (report["findings"]?.array ?? []).map(PolicyLine.init),
            tensions: (report["tensions"]?.array ?? []).map(TensionLine.init),
            weighing: Self.weighing(dossier, report, house),
            dilemmas: dossier.dilemmas.map { item in
                DilemmaLine(
                    id: item.id, text: PublicText(item.versions.current.texts["text"]), tension: item.content.tension)
            },
            outcome: dossier.outcome.map { outcome in
                OutcomeLine(
                    frame: outcome.content.frame, outcome: outcome.content.outcome,
                    title: context.outcomes.first {
                        $0.frame == outcome.content.frame && $0.outcome == outcome.content.outcome
                    }?.title ?? outcome.content.outcome, argument: PublicText(outcome.current.texts["argument"]))
            },
            conditions: dossier.conditions.map { item in
                let texts = item.versions.current.texts
                return ConditionLine(
                    id: item.id, text: PublicText(texts["text"]), who: PublicText(texts["who"]),
                    when: PublicText(texts["when"]))
            },
            contests: dossier.contests.sorted { $0.finding < $1.finding }.map { contest in
                ContestLine(
                    finding: contest.finding, by: FrozenRequest.role(isGivenWithPlan: contest.isGivenWithPlan),
                    reason: contest.reason.commitment.isEmpty ? nil : PublicText(contest.reason))
            },
            answers: dossier.answers.sorted { $0.question < $1.question }.map { answer in
                AnswerLine(
                    question: answer.question, asks: asks[answer.question] ?? answer.question, value: answer.value,
                    by: FrozenRequest.role(isGivenWithPlan: answer.isGivenWithPlan),
                    on: String(Instant.text(answer.at).prefix(10)), reason: PublicText(answer.reason))
            },
            deviations: dossier.deviations.sorted { $0.document < $1.document }.map { deviation in
                DeviationLine(deviation, house: house)
            },
            reading: dossier.reading.map { reading in
                ReadingLine(
                    roles: reading.reader.roles,
                    approvedAt: reading.result == .approved ? reading.endedAt.map(Instant.text) : nil,
                    declaredNoInterest: reading.result == .approved,
                    refusals: dossier.readings.count { $0.result == .refused })
            },
            receipt: try (report["receipt"] ?? .null).decoded(),
            reportHash: report["receipt"]?["resultHash"]?.string ?? "")
    }

    /// The frames of the report, and cells in which somebody wrote while they were still part of it: nothing that was
    /// argued disappears when an assessment is made anew.
    private static func weighing(_ dossier: Dossier, _ report: JSONValue, _ house: PolicyHouse) -> [FrameLine] {
        var lines = (report["frames"]?.array ?? []).map { FrameLine($0, dossier: dossier) }
        let shown = Set(lines.flatMap { line in line.cells.map { $0.address(in: line.frame) } })
        for (address, written) in dossier.cells.sorted(by: { $0.key < $1.key })
        where !shown.contains(address) && !written.content.isEmpty {
            let frame = house.frames.first { $0.id == address.frame }
            let line = CellLine(address, written, in: frame)
            if let place = lines.firstIndex(where: { $0.frame == address.frame }) {
                lines[place].cells.append(line)
            } else {
                lines.append(FrameLine(frame: address.frame, title: frame?.title ?? address.frame, cells: [line]))
            }
        }
        return lines
    }

    private static func activities(_ report: JSONValue) -> [Named] {
        var seen: Set<String> = []
        return (report["initiative"]?["parts"]?.array ?? []).flatMap { $0["activities"]?.array ?? [] }
            .compactMap { activity in
                guard let id = activity["id"]?.string, seen.insert(id).inserted else { return nil }
                return Named(id: id, label: activity["label"]?.string ?? id)
            }
    }
}

extension PublicRecord.Details {
    init(_ version: Version<DetailsContent>?) {
        let texts = version?.texts ?? [:]
        self.init(
            question: PublicText(texts["question"]), legalCharacter: PublicText(texts["legalCharacter"]),
            decidedBy: PublicText(texts["decidedBy"]), mandate: PublicText(texts["mandate"]),
            remedies: PublicText(texts["remedies"]), supersedes: version?.content.supersedes)
    }
}

extension PublicRecord.Place {
    init(_ report: JSONValue) {
        let place = report["place"] ?? .null
        func shares(_ key: String) -> [PublicRecord.Share] {
            (place[key]?.array ?? []).map { share in
                PublicRecord.Share(
                    id: share["id"]?.string ?? "", name: share["name"]?.string ?? "",
                    share: share["share"]?.number ?? 0)
            }
        }
        self.init(
            municipalities: shares("municipalities"), settlements: shares("settlements"), regions: shares("regions"),
            primaryFunctions: shares("primaryFunctions"),
            designations: (report["layers"]?.array ?? []).filter { $0["state"]?.string == "hit" }.map { layer in
                PublicRecord.Named(
                    id: layer["designation"]?.string ?? "",
                    label: layer["title"]?.string ?? layer["designation"]?.string ?? "")
            })
    }
}

extension PublicRecord.PolicyLine {
    init(_ finding: JSONValue) {
        func text(_ key: String) -> String { finding[key]?.string ?? "" }
        let source = finding["source"] ?? .null
        self.init(
            finding: text("id"), title: text("title"), summary: text("summary"), label: text("label"),
            state: text("state"), effect: text("effect"), force: text("force"), documentStatus: text("documentStatus"),
            isContested: finding["contested"]?.bool ?? false, isGeneral: finding["general"]?.bool ?? false,
            source: PublicRecord.Source(
                document: source["document"]?.string ?? "", title: source["title"]?.string ?? "",
                path: (source["path"]?.array ?? []).compactMap(\.string), label: source["label"]?.string,
                starts: source["starts"]?.string ?? ""))
    }
}

extension PublicRecord.TensionLine {
    init(_ tension: JSONValue) {
        self.init(
            id: tension["id"]?.string ?? "", kind: tension["kind"]?.string ?? "",
            about: tension["about"]?.string ?? "", between: (tension["between"]?.array ?? []).compactMap(\.string))
    }
}

extension PublicRecord.FrameLine {
    init(_ frame: JSONValue, dossier: Dossier) {
        let id = frame["frame"]?.string ?? ""
        self.init(
            frame: id, title: frame["title"]?.string ?? id,
            cells: (frame["cells"]?.array ?? []).map { cell in
                func text(_ key: String) -> String { cell[key]?.string ?? "" }
                let written = dossier.cells[
                    CellAddress(frame: id, principle: text("principle"), question: text("question"))]
                return PublicRecord.CellLine(
                    principle: text("principle"), principleTitle: text("principleTitle"),
                    group: cell["group"]?.string, groupTitle: cell["groupTitle"]?.string, question: text("question"),
                    text: text("text"), state: text("state"),
                    findings: (cell["findings"]?.array ?? []).compactMap(\.string),
                    contributes: written?.content.contributes ?? false,
                    contributesArgument: PublicText(written?.current.texts["contributes"]),
                    strains: written?.content.strains ?? false,
                    strainsArgument: PublicText(written?.current.texts["strains"]))
            })
    }
}

extension PublicRecord.CellLine {
    /// A cell that is not in the report any more.
    init(_ address: CellAddress, _ written: Versions<CellContent>, in frame: Frame?) {
        let question = frame?.questions.first { $0.id == address.question }
        self.init(
            principle: address.principle,
            principleTitle: frame?.principles.first { $0.id == address.principle }?.title ?? address.principle,
            group: question?.group, groupTitle: frame?.groups.first { $0.id == question?.group }?.title,
            question: address.question, text: question?.text ?? address.question, state: "not-examined", findings: [],
            contributes: written.content.contributes,
            contributesArgument: PublicText(written.current.texts["contributes"]),
            strains: written.content.strains, strainsArgument: PublicText(written.current.texts["strains"]))
    }
}

extension PublicRecord.DeviationLine {
    init(_ deviation: Dossier.DeclaredDeviation, house: PolicyHouse) {
        let document = house.documents.first { $0.id == deviation.document }
        self.init(
            document: deviation.document, title: document?.title ?? deviation.document,
            deviates: deviation.declared.content.deviates,
            reason: PublicText(deviation.declared.current.texts["reason"]), who: document?.mayDeviate?.who ?? "",
            how: document?.mayDeviate?.how ?? "", presentedOn: deviation.presented?.day?.description,
            presented: PublicText(deviation.presented?.note))
    }
}
