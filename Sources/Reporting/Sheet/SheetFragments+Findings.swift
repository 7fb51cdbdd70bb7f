import Assessment
import NormEngine
import PolicyModel

extension SheetFragments {
    /// What is read first, each in a few lines with a link to its card.
    public var leading: HTML {
        guard !contents.leading.isEmpty else { return .none }
        return tag("ol", .class("leading")) {
            for finding in contents.leading {
                tag("li") {
                    Mark(finding).inline
                    tag("div") {
                        tag("p", .class("label")) {
                            headline(finding)
                            " "
                            page.links([finding.id])
                        }
                        tag("p") { finding.summary }
                        tag("p", .class("note")) {
                            "\(page.voice.source(finding.source)) \u{B7} \(Words.status(finding.documentStatus)) \u{B7} "
                                + Words.force(finding.force, binds: finding.binds)
                        }
                    }
                }
            }
        }
    }

    private func headline(_ finding: ReportFinding) -> String {
        finding.state == .applies ? finding.label : "Misschien: \(finding.label.lowercasedFirst)"
    }

    /// What applies to this plan, by question group; by document status within a group.
    public var groups: HTML {
        .joined(contents.groups.filter { !$0.findings.isEmpty || !$0.elsewhere.isEmpty }.map(group))
    }

    private func group(_ group: SheetContents.Group) -> HTML {
        let bands = page.house.readingOrder.bands
        let band = { (finding: ReportFinding) in
            bands.first { $0.statuses.contains { $0.rawValue == finding.documentStatus } }?.title
                ?? "Status niet bekend"
        }
        var last: String?
        var cards: [HTML] = []
        for finding in group.findings {
            let title = band(finding)
            if title != last { cards.append(tag("p", .class("band-name")) { title }) }
            last = title
            cards.append(page.card(finding))
        }
        return tag("div", .class("band"), .id("groep-\(group.id)")) {
            tag("h3") { group.title }
            if cards.isEmpty { tag("p") { "Hierover staat onder deze kop niets dat zeker geldt." } }
            HTML.joined(cards)
            if !group.elsewhere.isEmpty {
                tag("p", .class("note elsewhere")) {
                    "Gaat ook over deze vragen, en staat onder een andere kop: "
                    page.links(group.elsewhere.map(\.id).sorted { page.numbers[$0] ?? 0 < page.numbers[$1] ?? 0 })
                }
            }
        }
    }

    /// What applies to every plan, in short.
    public var general: HTML {
        fold("algemeen", "Geldt voor elk plan", contents.general) { finding in
            brief(finding, heading: "h3") { tag("p") { "\(finding.label). \(finding.summary)" } }
        }
    }

    /// What cannot be said yet: once per cause, by who can tell it.
    public var waiting: HTML {
        .joined(
            contents.waiting.map { waiting in
                tag("div", .class("band"), .id("onbeslist-\(waiting.answerer.rawValue)")) {
                    tag("h3") { waiting.answerer.title }
                    tag("p", .class("note")) { waiting.answerer.advice }
                    for cause in waiting.causes { self.cause(cause) }
                }
            })
    }

    private func cause(_ cause: SheetContents.Cause) -> HTML {
        let title = cause.findings.first.map { page.missing(cause.unknown, of: $0) } ?? ""
        return tag("details", .class("cause")) {
            tag("summary") {
                Mark.unknown.inline
                tag("span") { title }
                " "
                tag("span", .class("count")) { Self.count(cause.findings.count) }
            }
            for finding in cause.findings {
                brief(finding, heading: "h4") {
                    tag("p") { "Geldt het, dan: \(finding.label.lowercasedFirst). \(finding.summary)" }
                    also(finding, but: cause.unknown)
                }
            }
        }
    }

    /// What else is missing.
    private func also(_ finding: ReportFinding, but unknown: Unknown) -> HTML {
        let others = page.unknowns(of: finding).filter { $0 != unknown }
        guard !others.isEmpty else { return .none }
        return tag("p", .class("note")) {
            "Ook nog niet bekend: "
                + others.map { page.missing($0, of: finding).lowercasedFirst }.joined(separator: "; ") + "."
        }
    }

    /// Goals, commitments, intentions and agreements, closed under their themes.
    public var themes: HTML {
        .joined(
            contents.themes.map { theme in
                tag("details", .class("cause")) {
                    tag("summary") {
                        tag("span") { theme.title }
                        " "
                        tag("span", .class("count")) { count(of: theme) }
                    }
                    for finding in theme.findings {
                        brief(finding, heading: "h3") {
                            tag("p") { "\(finding.label). \(finding.summary)" }
                            if finding.state == .undecided {
                                tag("p", .class("note")) {
                                    "Nog niet te zeggen of het hier geldt: "
                                        + page.missing(finding).map(\.lowercasedFirst).joined(separator: "; ") + "."
                                }
                            }
                        }
                    }
                    if !theme.agreements.isEmpty { page.agreements(theme.agreements) }
                }
            })
    }

    private func count(of theme: SheetContents.Theme) -> String {
        let agreements = theme.agreements.count
        return [
            theme.findings.isEmpty ? nil : Self.count(theme.findings.count),
            agreements == 0 ? nil : agreements == 1 ? "1 afspraak" : "\(agreements) afspraken",
        ].compactMap { $0 }.joined(separator: ", ")
    }

    static func count(_ findings: Int) -> String { findings == 1 ? "1 bevinding" : "\(findings) bevindingen" }

    private func fold(
        _ id: String, _ title: String, _ findings: [ReportFinding], _ brief: (ReportFinding) -> HTML
    ) -> HTML {
        guard !findings.isEmpty else { return .none }
        return tag("details", .class("cause"), .id(id)) {
            tag("summary") {
                tag("span") { title }
                " "
                tag("span", .class("count")) { Self.count(findings.count) }
            }
            for finding in findings { brief(finding) }
        }
    }

    /// A finding in short; its trace and passage stand on its own page.
    private func brief(
        _ finding: ReportFinding, heading: StaticString, @HTMLBuilder body: () -> HTML
    ) -> HTML {
        page.brief(finding, heading: heading, body: body) {
            if let links = page.links { page.ways(finding, links, toTrace: true) }
        }
    }

    /// Everything about one finding: its card with the trace and the passage; `nil` when the report does not have it.
    public func finding(_ id: String) -> HTML? {
        report.findings.first { $0.id == id }.map { page.card($0, heading: "h2") }
    }
}
