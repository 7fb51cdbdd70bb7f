import Assessment
import PolicyModel

extension HTMLReport {
    /// The top of the page: what, where, when, by which policy.
    var banner: HTML {
        tag("header", .class("banner")) {
            tag("div", .class("inner")) {
                tag("p", .class("brand")) { house.title }
                tag("h1") { title }
                tag("p", .class("lead")) { whereAndWhat }
                tag("p", .class("day")) { "Volgens het beleid van \(Words.day(report.asOf))" }
            }
        }
    }

    /// What, where and how large, in one line.
    var whereAndWhat: String {
        let activities = report.initiative.parts.flatMap(\.activities).map(\.label)
        var seen: Set<String> = []
        var facts = [activities.filter { seen.insert($0).inserted }.joined(separator: ", ")]
        let places = report.place.settlements.isEmpty ? report.place.municipalities : report.place.settlements
        facts += [places.map(\.name).joined(separator: ", ")]
        facts += [report.place.primaryFunctions.map(\.name.lowercasedFirst).joined(separator: ", ")]
        facts += [size].compactMap { $0 }
        return facts.filter { !$0.isEmpty }.joined(separator: " \u{B7} ")
    }

    private var size: String? {
        guard report.initiative.parts.count == 1, let measure = report.initiative.parts.first?.measure,
            let value = measure.value
        else { return nil }
        return measure.kind == .area ? Numbers.area(value) : measure.kind == .length ? Numbers.length(value) : nil
    }

    /// What it comes down to, and what to watch.
    var summary: HTML {
        tag("section", .class("summary"), Attribute("aria-labelledby", "kort-kop")) {
            tag("h2", .id("kort-kop")) { "In het kort" }
            tag("p", .class("short")) { report.plainLanguage.short }
            list(report.plainLanguage.points.map { HTML($0.capitalizedFirst) })
            if !warnings.isEmpty {
                tag("div", .class("watch")) {
                    tag("h3") { "Let op" }
                    list(warnings.map { HTML($0) })
                }
            }
        }
    }

    var warnings: [String] { report.warnings + passages.refusals }

    /// Documents that were not read; above the findings, because they may change them.
    var notConsulted: HTML {
        guard !report.notConsulted.isEmpty else { return .none }
        return tag("p") {
            "Kompas heeft deze documenten niet gelezen. Wat erin staat, kan de uitkomst veranderen."
        }
            + tag("ul", .class("documents")) {
                for document in report.notConsulted {
                    tag("li") {
                        tag("strong") { document.title }
                        if !document.chapters.isEmpty {
                            tag("span", .class("about")) {
                                document.chapters.map(\.trimmedPoint).joined(separator: "; ") + "."
                            }
                        }
                        if !document.findings.isEmpty {
                            tag("span", .class("about")) {
                                "Zie "
                                links(document.findings)
                            }
                        }
                    }
                }
            }
    }
}
