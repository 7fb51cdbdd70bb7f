import Assessment
import NormEngine
import PolicyModel

extension HTMLReport {
    /// The findings by band of document status, in the reading order of the house.
    var findings: HTML {
        guard !report.findings.isEmpty else {
            return tag("p") {
                "In de geladen documenten staat niets over deze activiteit op deze plek. Dat is geen toestemming."
            }
        }
        let bands = house.readingOrder.bands
        let known = Set(bands.flatMap(\.statuses).map(\.rawValue))
        return legend
            + .joined(
                bands.map { band in
                    let words = Set(band.statuses.map(\.rawValue))
                    return self.band(report.findings.filter { words.contains($0.documentStatus) }, title: band.title)
                })
            + band(report.findings.filter { !known.contains($0.documentStatus) }, title: "Status niet bekend")
    }

    var legend: HTML {
        tag("div", .class("signs")) {
            tag("p", .class("eyebrow"), .id("tekens")) { "Tekens" }
            tag("ul", Attribute("aria-labelledby", "tekens")) {
                for mark in Mark.allCases {
                    tag("li") {
                        mark.inline
                        tag("span") { mark.meaning }
                    }
                }
            }
        }
    }

    /// First what is about this plan, then what holds for every plan, then what only map layers could decide.
    private func band(_ findings: [ReportFinding], title: String) -> HTML {
        guard !findings.isEmpty else { return .none }
        let general = findings.filter { $0.isGeneral && !$0.waitsForLayers }
        let waiting = WaitingGroup.groups(findings.filter(\.waitsForLayers)) { missing($0) }
        return tag("div", .class("band")) {
            tag("h3") { title }
            for finding in findings where !finding.isGeneral && !finding.waitsForLayers { card(finding) }
            if !general.isEmpty {
                tag("h4", .class("group")) { "Geldt voor elk plan" }
                for finding in general { card(finding, heading: "h5") }
            }
            if !waiting.isEmpty {
                tag("h4", .class("group")) { "Geldt misschien: de kaartlagen zeggen hier te weinig" }
                tag("p", .class("note")) {
                    "Wie de kaarten beheert, kan dit oplossen. Tot dan is niet te zeggen of deze uitspraken gelden."
                }
                for group in waiting { waitingGroup(group) }
            }
        }
    }

    /// Findings that wait for the same layers stand together.
    private func waitingGroup(_ group: WaitingGroup) -> HTML {
        tag("div", .class("waiting")) {
            tag("h5") {
                Mark.unknown.inline
                tag("span") {
                    for (position, text) in group.missing.enumerated() {
                        if position > 0 { tag("br") }
                        text
                    }
                }
            }
            for finding in group.findings {
                brief(finding, heading: "h6") {
                    tag("p") { "\(finding.label). \(finding.summary)" }
                } folds: {
                    folds(finding)
                }
            }
        }
    }

    /// A finding in short, under a headline that it shares with others.
    func brief(
        _ finding: ReportFinding, heading: StaticString, @HTMLBuilder body: () -> HTML, @HTMLBuilder folds: () -> HTML
    ) -> HTML {
        let number = numbers[finding.id] ?? 0
        return tag("article", .class("brief"), .id("f\(number)"), Attribute("aria-labelledby", "f\(number)-kop")) {
            tag("p", .class("number")) { "[\(number)]" }
            tag("div", .class("body")) {
                tag(heading, .id("f\(number)-kop")) { finding.title }
                body()
            }
            margin(finding)
            folds()
        }
    }

    /// What is missing for a finding, as headlines, the easiest to tell first.
    func missing(_ finding: ReportFinding) -> [String] {
        unknowns(of: finding).map { missing($0, of: finding) }
    }

    func unknowns(of finding: ReportFinding) -> [Unknown] {
        finding.undecidedBecause.enumerated().sorted {
            (Words.rank($0.element.cause), $0.offset) < (Words.rank($1.element.cause), $1.offset)
        }.map(\.element)
    }

    func missing(_ unknown: Unknown, of finding: ReportFinding) -> String {
        switch unknown.cause {
        case .missingProperty where voice.declared(unknown.ref, in: finding) != nil, .near:
            voice.cause(unknown, of: finding).capitalizedFirst
        case .openQuestion: names.asks(unknown.ref)
        default: Words.missing(unknown, title: names.title)
        }
    }
}

/// Findings that wait for the same things.
struct WaitingGroup {
    var missing: [String]
    var findings: [ReportFinding]

    /// In the order of the first finding of each group.
    static func groups(_ findings: [ReportFinding], missing: (ReportFinding) -> [String]) -> [WaitingGroup] {
        var groups: [WaitingGroup] = []
        for finding in findings {
            let key = missing(finding)
            if let place = groups.firstIndex(where: { $0.missing == key }) {
                groups[place].findings.append(finding)
            } else {
                groups.append(WaitingGroup(missing: key, findings: [finding]))
            }
        }
        return groups
    }
}
