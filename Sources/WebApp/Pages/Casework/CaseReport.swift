import CanonicalJSON
import Casework
import PolicyModel
import Reporting

/// The report of a dossier as the pages of casework show it. Read from what the dossier keeps, so that content that
/// changed since says nothing about it; only criteria and summaries of principles come from the house as it is.
struct CaseReport: Sendable {
    let findings: [Finding]
    let frames: [Frame]
    let tensions: [Tension]
    /// What the plan is, such as "Zonnepark, Wind op land".
    let activities: String
    let places: String
    /// In one sentence what it comes down to.
    let short: String
    private let numbers: [String: Int]

    struct Finding: Sendable {
        var id: String
        /// The place in the report, from 1: the number on the sheet.
        var number: Int
        var title: String
        var summary: String
        /// The effect in words.
        var label: String
        /// The name of the sign.
        var mark: String
        var isUndecided: Bool
        var isContested: Bool
        /// About any activity, anywhere.
        var isGeneral: Bool
        /// Document and section.
        var source: String
        var status: String
    }

    struct Frame: Sendable {
        var id: String
        var title: String
        var interpretation: String?
        var cells: [Cell]
    }

    struct Cell: Sendable {
        var address: CellAddress
        var principle: String
        /// In one sentence; from the house.
        var principleSummary: String?
        var group: String?
        var question: String
        /// The state that the machine found.
        var state: String
        /// What the principle asks to look at; from the house.
        var criteria: [String]
        /// What the text of the frame itself says here.
        var statements: [String]
        /// In the order of the report, those that apply first.
        var findings: [Finding]
        var open: [Question]
    }

    struct Question: Sendable, Hashable {
        var id: String
        var asks: String
    }

    struct Tension: Sendable {
        var id: String
        var about: String
        var kind: String
    }

    init(_ json: JSONValue, house: PolicyHouse) {
        let findings = (json["findings"]?.array ?? []).enumerated().map { Finding($0.element, number: $0.offset + 1) }
        let byID = Dictionary(findings.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.findings = findings
        numbers = byID.mapValues(\.number)
        let houseFrames = Dictionary(house.frames.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let all = (json["frames"]?.array ?? []).map { frame in
            Frame(frame, house: frame["frame"]?.string.flatMap { houseFrames[$0] }, findings: byID)
        }
        // The frame that leads to an outcome first; otherwise as in the report.
        let leads = { (frame: Frame) in houseFrames[frame.id]?.outcomes.isEmpty == false }
        frames = all.filter(leads) + all.filter { !leads($0) }
        tensions = (json["tensions"]?.array ?? []).map { tension in
            Tension(
                id: tension["id"]?.string ?? "", about: tension["about"]?.string ?? "",
                kind: tension["kind"]?.string ?? "")
        }
        activities = Self.labels(json)
        places = Self.places(json)
        short = json["plainLanguage"]?["short"]?.string ?? ""
    }

    var cells: [Cell] { frames.flatMap(\.cells) }

    func number(of finding: String) -> Int? { numbers[finding] }

    /// By its id, or by the norm that it comes from.
    func finding(_ id: String) -> Finding? { numbers[id].map { findings[$0 - 1] } }

    func cell(_ address: CellAddress) -> Cell? { cells.first { $0.address == address } }

    /// Open questions of all cells, each once.
    var questions: [Question] {
        var seen: Set<String> = []
        return cells.flatMap(\.open).filter { seen.insert($0.id).inserted }
    }

    private static func labels(_ json: JSONValue) -> String {
        var seen: Set<String> = []
        return (json["initiative"]?["parts"]?.array ?? []).flatMap { $0["activities"]?.array ?? [] }
            .compactMap { $0["label"]?.string }.filter { seen.insert($0).inserted }.joined(separator: ", ")
    }

    private static func places(_ json: JSONValue) -> String {
        let names = { (key: String) in (json["place"]?[key]?.array ?? []).compactMap { $0["name"]?.string } }
        let settlements = names("settlements")
        return (settlements.isEmpty ? names("municipalities") : settlements).joined(separator: ", ")
    }
}

extension CaseReport.Finding {
    fileprivate init(_ json: JSONValue, number: Int) {
        func text(_ key: String) -> String { json[key]?.string ?? "" }
        let isUndecided = text("state") == "undecided"
        let source = json["source"]
        let section = SectionName.of((source?["path"]?.array ?? []).compactMap(\.string))
        let mark = Effect(rawValue: text("effect")).map { Mark($0) } ?? .unknown
        self.init(
            id: text("id"), number: number, title: text("title"), summary: text("summary"), label: text("label"),
            mark: (isUndecided ? .unknown : mark).rawValue, isUndecided: isUndecided,
            isContested: json["contested"]?.bool == true, isGeneral: json["general"]?.bool == true,
            source: [source?["title"]?.string ?? "", section].filter { !$0.isEmpty }.joined(separator: ", "),
            status: Words.status(text("documentStatus")))
    }
}

extension CaseReport.Frame {
    fileprivate init(_ json: JSONValue, house: Frame?, findings: [String: CaseReport.Finding]) {
        let frame = json["frame"]?.string ?? ""
        self.init(
            id: frame, title: json["title"]?.string ?? frame, interpretation: json["interpretation"]?.string,
            cells: (json["cells"]?.array ?? []).map {
                CaseReport.Cell($0, frame: frame, house: house, findings: findings)
            })
    }
}

extension CaseReport.Cell {
    fileprivate init(
        _ json: JSONValue, frame: String, house: Frame?, findings: [String: CaseReport.Finding]
    ) {
        func text(_ key: String) -> String { json[key]?.string ?? "" }
        let principle = text("principle")
        let here = (json["findings"]?.array ?? []).compactMap { $0.string.flatMap { findings[$0] } }
        let telling = { (finding: CaseReport.Finding) in !finding.isUndecided }
        self.init(
            address: CellAddress(frame: frame, principle: principle, question: text("question")),
            principle: text("principleTitle"),
            principleSummary: house?.principles.first { $0.id == principle }?.summary,
            group: json["groupTitle"]?.string, question: text("text"), state: text("state"),
            criteria: (house?.criteria ?? []).filter { $0.principle == principle }.map(\.text),
            statements: (json["statements"]?.array ?? []).compactMap { statement in
                guard let words = statement["text"]?.string else { return nil }
                return words + (statement["limit"]?.string.map { " \($0)" } ?? "")
            },
            findings: here.filter(telling) + here.filter { !telling($0) },
            open: (json["open"]?.array ?? []).compactMap { question in
                question["id"]?.string.map { CaseReport.Question(id: $0, asks: question["asks"]?.string ?? $0) }
            })
    }
}
