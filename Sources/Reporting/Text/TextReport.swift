public import Assessment
public import PolicyModel

/// The assessment as text for a terminal, in Dutch, to be read from top to bottom.
///
/// Derived from the report alone; the house gives only the titles of the bands and of things that are named by id.
public struct TextReport {
    let report: AssessmentReport
    let names: ReportNames
    let bands: [PolicyHouse.ReadingOrder.Band]
    let houseTitle: String
    var canvas: TextCanvas

    var voice: ReportVoice { ReportVoice(report: report, names: names) }

    public init(_ report: AssessmentReport, house: PolicyHouse, width: Int = 100, isColoured: Bool = false) {
        self.report = report
        names = ReportNames(house)
        bands = house.readingOrder.bands
        houseTitle = house.title
        canvas = TextCanvas(width: width, isColoured: isColoured)
    }

    public func render() -> String {
        var page = self
        page.addHead()
        page.addNotConsulted()
        page.addPlace()
        page.addFindings()
        page.addTensions()
        page.addAnswers()
        page.addQuestions()
        page.addOrders()
        page.addTriggers()
        page.addFrames()
        page.addGoalsAndAgreements()
        page.addColophon()
        return page.canvas.text
    }

    /// The number under which a finding stands in this text.
    func number(_ finding: String) -> String {
        voice.number(finding).map { "[\($0)]" } ?? finding
    }

    func numbers(_ findings: [String]) -> String { findings.map(number).joined(separator: " ") }

    func source(_ source: ReportSource) -> String { voice.source(source) }
}

/// A section path as people write it: `3.6.1 P`, `2.5 Beekdalen`, `3.3 nr. 6`.
public enum SectionName {
    public static func of(_ path: [String]) -> String {
        guard let last = path.last else { return "" }
        let isNumbered = { (step: String) in step.first?.isNumber == true && step.contains(".") }
        guard let chapter = path.lastIndex(where: { isNumbered($0) && path.first.map($0.hasPrefix) == true }),
            chapter < path.count - 1
        else { return path.count > 1 && !isNumbered(last) ? path.suffix(2).joined(separator: ", ") : last }
        if isNumbered(last) { return "\(path[chapter]), \(last)" }
        let isBareNumber = last.allSatisfy(\.isNumber)
        return "\(path[chapter]) \(isBareNumber ? "nr. " : "")\(last)"
    }
}

/// Titles of things that a report names by id.
struct ReportNames: Sendable {
    private let titles: [String: String]
    private let questions: [String: String]
    private let policy: Set<String>

    init(_ house: PolicyHouse) {
        var questions: [String: String] = [
            "change": "Wat voor verandering is het?", "phase": "Om welke fase gaat het?",
            "initiator.role": "Wie is de initiatiefnemer?",
        ]
        for question in house.openQuestions { questions[question.question] = question.asks }
        for property in house.properties { questions[property.id] = property.asks }
        self.questions = questions
        var titles: [String: String] = [
            "change": "soort verandering", "phase": "fase", "initiator.role": "wie de initiatiefnemer is",
        ]
        for value in house.designations { titles[value.id] = value.title }
        for value in house.layers where titles[value.id] == nil { titles[value.id] = value.title }
        for value in house.properties { titles[value.id] = value.label.lowercased() }
        for value in house.documents { titles[value.id] = value.shortTitle ?? value.title }
        for value in house.activities where titles[value.id] == nil { titles[value.id] = value.label }
        for value in house.functions where titles[value.id] == nil { titles[value.id] = value.label }
        self.titles = titles
        policy = Set(house.designations.filter { $0.kind == .policy }.map(\.id))
    }

    /// What to ask for a question or a property.
    func asks(_ id: String) -> String { questions[id] ?? title(id) }

    /// Whether a designation is one of policy, and no boundary or settlement.
    func isPolicy(_ designation: String) -> Bool { policy.contains(designation) }

    func title(_ id: String) -> String {
        if let title = titles[id] { return title }
        // An attribute of a designation: `designation/attribute`.
        if let slash = id.firstIndex(of: "/") {
            return "\(titles[String(id[..<slash])] ?? String(id[..<slash])) (\(id[id.index(after: slash)...]))"
        }
        return id
    }
}
