import Assessment
import NormEngine
import PolicyModel

extension HTMLReport {
    /// One finding: sign and label first, or what is missing when it is not decided.
    func card(_ finding: ReportFinding, heading: StaticString = "h4") -> HTML {
        let number = numbers[finding.id] ?? 0
        let unknowns = unknowns(of: finding)
        return tag("article", .class("finding"), .id("f\(number)"), Attribute("aria-labelledby", "f\(number)-kop")) {
            tag("p", .class("number")) { "[\(number)]" }
            tag("div", .class("body")) {
                tag(heading, .id("f\(number)-kop")) {
                    Mark(finding).inline
                    tag("span") {
                        finding.state == .applies
                            ? finding.label : unknowns.first.map { missing($0, of: finding) } ?? "Nog niet te beslissen"
                    }
                }
                if finding.state == .undecided { undecided(finding, unknowns) }
                tag("p", .class("title")) { finding.title + parts(finding) }
                tag("p") { finding.summary }
                conditions(finding)
                for warning in finding.warnings { tag("p", .class("warning")) { "Let op: \(warning)" } }
                if finding.contested {
                    tag("p", .class("warning")) { "Deze bevinding wordt betwist; wat eruit volgt, telt niet mee." }
                }
            }
            margin(finding)
            folds(finding)
        }
    }

    private func parts(_ finding: ReportFinding) -> String {
        finding.parts.count < report.initiative.parts.count
            ? " (onderdeel \(finding.parts.joined(separator: ", ")))" : ""
    }

    /// Who can tell what is missing, and what follows then.
    private func undecided(_ finding: ReportFinding, _ unknowns: [Unknown]) -> HTML {
        let isOne = unknowns.count < 2
        let who = unknowns.first.map { "Te vragen aan \(Words.answerer($0.cause)). " } ?? ""
        return tag("p", .class("open")) {
            "Nog niet te beslissen. "
            if isOne { who }
            "Geldt het, dan: \(finding.label.lowercasedFirst)."
        }
            + (isOne
                ? .none
                : tag("ul", .class("missing")) {
                    for unknown in unknowns {
                        tag("li") {
                            missing(unknown, of: finding)
                            tag("span", .class("who")) { " (\(Words.answerer(unknown.cause)))" }
                        }
                    }
                })
    }

    private func conditions(_ finding: ReportFinding) -> HTML {
        guard !finding.conditions.isEmpty else { return .none }
        return tag("p", .class("conditions")) { "Voorwaarden: \(Words.conditions(finding.conditionsState))." }
            + tag("ul", .class("conditions")) {
                for condition in finding.conditions {
                    tag("li") {
                        tag("strong") { Words.condition(condition.state).capitalizedFirst }
                        ": \(condition.text.trimmedPoint)"
                        if condition.basis == .human { " (beoordeeld door een mens)" }
                    }
                }
            }
    }

    /// Source, status and force: in the margin where there is room for one.
    func margin(_ finding: ReportFinding) -> HTML {
        tag("dl", .class("meta")) {
            for (name, value) in facts(finding) {
                tag("div") {
                    tag("dt") { name }
                    tag("dd") { value }
                }
            }
        }
    }

    private func facts(_ finding: ReportFinding) -> [(name: String, value: String)] {
        var facts = [(name: "Bron", value: voice.source(finding.source))]
        for other in finding.sources.dropFirst() { facts.append(("Ook in", voice.source(other))) }
        facts.append(("Status", Words.status(finding.documentStatus)))
        facts.append(("Bindt", Words.bound(finding.force, binds: finding.binds)))
        if let authority = finding.competentAuthority { facts.append(("Bevoegd", authority)) }
        if let bearer = finding.bearer { facts.append(("Aan zet", bearer)) }
        return facts
    }

    /// The trace and the passage, closed until they are asked for.
    func folds(_ finding: ReportFinding) -> HTML {
        tag("div", .class("folds")) {
            trace(finding)
            passage(finding)
            if let links { ways(finding, links) }
        }
    }

    /// Where a reader can go on: everything about the finding, its rule, and saying that it is not right.
    func ways(_ finding: ReportFinding, _ links: PageLinks, toTrace: Bool = false) -> HTML {
        let about = ": \(finding.title)"
        let way = { (path: String, words: String) in
            tag("a", .link(toPath: path)) {
                words
                tag("span", .class("spoken")) { about }
            }
        }
        return tag("p", .class("ways")) {
            if toTrace {
                way(links.finding(finding.id), passages.texts[finding.id] == nil ? "Waarom?" : "Waarom? Met tekst")
                " "
            }
            way(links.norm(finding.norm), "De regel")
            " "
            way(links.contest(finding.id), "Klopt dit niet?")
        }
    }

    private func passage(_ finding: ReportFinding) -> HTML {
        guard let text = passages.texts[finding.id] else { return .none }
        return tag("details", .class("passage")) {
            tag("summary") { "Tekst" }
            tag("blockquote") { tag("p") { text } }
        }
    }

    /// Every step on the way, with what was found.
    private func trace(_ finding: ReportFinding) -> HTML {
        guard !finding.because.isEmpty else { return .none }
        let words = TraceWords(names: names)
        return tag("details", .class("trace")) {
            tag("summary") { "Waarom?" }
            tag("table") {
                tag("caption") { "Waar Kompas naar keek" }
                tag("thead") {
                    tag("tr") {
                        tag("th", .scope("col")) { "Stap" }
                        tag("th", .scope("col")) { "Vraag" }
                        tag("th", .scope("col")) { "Antwoord" }
                    }
                }
                tag("tbody") {
                    for step in finding.because {
                        tag("tr") {
                            tag("th", .scope("row")) { Words.step(step.step) }
                            tag("td") { words.question(step) }
                            tag("td") { words.answer(step) }
                        }
                    }
                }
            }
        }
    }
}

/// Steps of a trace as questions and answers.
struct TraceWords {
    let names: ReportNames

    func question(_ step: TraceStep) -> String {
        let pieces = step.about.split(separator: ":", maxSplits: 1).map(String.init)
        let kind = pieces.first ?? step.about
        if let whole = Words.aboutPlan(kind) { return whole }
        guard pieces.count == 2 else { return names.asks(step.about) }
        if kind == "question" { return names.asks(pieces[1]) }
        let titles = pieces[1].split(separator: ",").map { title(String($0), kind) }.joined(separator: ", ")
        guard let words = Words.about(kind) else { return titles }
        return words.hasSuffix("?") ? "\(words) \(titles)" : "\(words): \(titles)"
    }

    /// A feature or attribute stands as `designation/name`.
    private func title(_ ref: String, _ kind: String) -> String {
        guard let slash = ref.firstIndex(of: "/") else { return names.title(ref) }
        let (first, last) = (String(ref[..<slash]), String(ref[ref.index(after: slash)...]))
        return kind == "feature" ? "\(last) (\(names.title(first)))" : "\(names.title(first)): \(names.title(last))"
    }

    func answer(_ step: TraceStep) -> String {
        Words.truth(step.result) + (value(step).map { " (\($0))" } ?? "")
    }

    private func value(_ step: TraceStep) -> String? {
        switch step.value {
        case .number(let number)?:
            switch step.unit {
            case "m": Numbers.length(number)
            case "m2": Numbers.area(number)
            case "1": Numbers.percent(number)
            default:
                [Numbers.trimmed(number), step.unit.map(Numbers.unit) ?? ""].filter { !$0.isEmpty }.joined(
                    separator: " ")
            }
        case .text(let text)?:
            DocumentStatus(rawValue: text) != nil && step.step == "validity"
                ? Words.status(text) : text + (step.unit.map { " \($0)" } ?? "")
        case .quantity, .flag: step.value.map(Numbers.value)
        case nil: nil
        }
    }
}
