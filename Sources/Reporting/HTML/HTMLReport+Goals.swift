import Assessment
import PolicyModel

extension HTMLReport {
    /// What the findings mean for goals: per finding, never counted.
    var goals: HTML {
        guard !report.goals.isEmpty else { return .none }
        return tag("table", .class("goals")) {
            tag("caption") { "Doelen en de bevindingen die ze raken" }
            tag("thead") {
                tag("tr") {
                    tag("th", .scope("col")) { "Doel" }
                    tag("th", .scope("col")) { "Bevindingen" }
                }
            }
            tag("tbody") {
                for goal in report.goals {
                    tag("tr") {
                        tag("th", .scope("row")) { goal.title }
                        tag("td") {
                            for (position, group) in goal.byRelation.enumerated() {
                                (position > 0 ? "; " : "") + Words.relation(group.relation) + " "
                                links(group.findings)
                            }
                        }
                    }
                }
            }
        }
    }

    /// Agreements that this activity is about.
    var agreements: HTML { agreements(report.agreements) }

    func agreements(_ agreements: [AgreementResult]) -> HTML {
        list(
            agreements.map { agreement in
                tag("strong") { agreement.title }
                    + HTML(". \(agreement.summary) \(agreement.why) ")
                    + tag("span", .class("source")) {
                        "\(Words.agreement(agreement.state).capitalizedFirst); \(Words.reciprocity(agreement.reciprocity)); "
                            + voice.source(agreement.source)
                    }
            })
    }

    /// What people said about places and plans like this.
    var participation: HTML { list(report.participation.map { HTML("\($0.summary) \($0.why)") }) }

    /// Roles of the authority that fit.
    var roles: HTML {
        list(
            report.roles.map { role in
                tag("strong") { role.title } + HTML(": \(role.instruments.joined(separator: ", ")). Vanwege ")
                    + links(role.why)
            })
    }
}
