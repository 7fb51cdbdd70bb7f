import Assessment
import PolicyModel

extension HTMLReport {
    /// What pulls against each other, and where the sources contradict each other.
    var tensions: HTML {
        guard !report.tensions.isEmpty || !report.inconsistencies.isEmpty else { return .none }
        // Tensions between documents follow below with their passages.
        let certain = report.tensions.filter { !voice.isOpen($0) && $0.kind != .document }
        let open = report.tensions.filter(voice.isOpen)
        return list(certain.map(tension))
            + (open.isEmpty
                ? .none
                : tag("details", .class("more")) {
                    tag("summary") { "Wat misschien schuurt: dit hangt af van wat nog niet beslist is" }
                    list(open.map(tension))
                })
            + (report.inconsistencies.isEmpty
                ? .none
                : tag("h3") { "De bronnen spreken elkaar tegen" }
                    + list(
                        report.inconsistencies.map { item in
                            HTML(item.summary + " ")
                                + tag("span", .class("source")) {
                                    item.sources.map(voice.source).joined(separator: "; ")
                                }
                                + (item.affects.isEmpty ? .none : HTML(". Zie ") + links(item.affects))
                        }))
    }

    private func tension(_ tension: Tension) -> HTML {
        HTML(tension.about) + (tension.kind == .norms ? HTML(" ") + links(tension.between) : .none)
    }

    /// Questions that people answered.
    var answers: HTML {
        list(
            report.initiative.answers.map { answer in
                let who = [answer.by, answer.on.map(Words.day)].compactMap { $0 }.joined(separator: ", ")
                return HTML(answer.asks + " ") + tag("strong") { answer.value ? "Ja" : "Nee" }
                    + HTML((who.isEmpty ? "" : " (\(who))") + "." + (answer.reason.map { " " + $0 } ?? ""))
            })
    }

    /// Questions that are still open, each once.
    var questions: HTML {
        let matters = OpenMatters(voice)
        guard !matters.isEmpty else { return .none }
        return tag("div") {
            if !matters.forInitiator.isEmpty {
                tag("h3") { "Aan de initiatiefnemer" }
                list(matters.forInitiator.map { HTML($0) })
            }
            if !matters.questions.isEmpty {
                tag("h3") { "Te beoordelen door mensen" }
                list(matters.questions.map { HTML($0.asks + " ") + links($0.findings) })
            }
        }
    }

    /// Which uses go before this one here, and on which rung this place stands.
    var orders: HTML {
        guard !report.useRankings.isEmpty || !report.placeLadders.isEmpty else { return .none }
        return .joined(report.useRankings.map(ranking)) + .joined(report.placeLadders.map(ladder))
    }

    private func ranking(_ ranking: RankingSummary) -> HTML {
        let rows =
            [
                ("Gaat hier voor", ranking.preferredHere),
                ("Gaat voor als het hier kan; dat is niet bekend", ranking.unknownClaims),
                ("Komt na dit plan", ranking.yieldingHere),
            ].flatMap { title, edges in RankingSummary.grouped(edges).map { (title, $0.labels, $0.edge) } }
        guard !rows.isEmpty else { return .none }
        return tag("table", .class("order")) {
            tag("caption") {
                Mark.order.inline
                ranking.title
            }
            tag("thead") {
                tag("tr") {
                    tag("th", .scope("col")) { "Plaats" }
                    tag("th", .scope("col")) { "Gebruik" }
                    tag("th", .scope("col")) { "Waarom" }
                }
            }
            tag("tbody") {
                for (title, labels, edge) in rows {
                    tag("tr") {
                        tag("th", .scope("row")) { title }
                        tag("td") { labels }
                        tag("td") {
                            edge.why + " "
                            small(edge.source)
                        }
                    }
                }
            }
        }
    }

    private func ladder(_ ladder: LadderSummary) -> HTML {
        tag("div", .class("ladder")) {
            tag("h3") {
                Mark.order.inline
                ladder.title
            }
            tag("p") {
                ladder.rungTitle.map { "Deze plek: \($0.lowercasedFirst)." }
                    ?? "Op welke trede deze plek staat, is niet te zeggen."
            }
            if !ladder.higherRungTitles.isEmpty {
                tag("p") { "Zijn deze plekken eerst onderzocht?" }
                tag("ol") { for title in ladder.higherRungTitles { tag("li") { title } } }
            }
            if let source = ladder.source { tag("p", .class("meta")) { small(source) } }
        }
    }

    /// Whether the moment has come to use the frame.
    var triggers: HTML {
        guard !report.triggers.isEmpty else { return .none }
        return tag("table", .class("triggers")) {
            tag("caption") { "Aanleidingen om af te wegen" }
            tag("thead") {
                tag("tr") {
                    tag("th", .scope("col")) { "Aanleiding" }
                    tag("th", .scope("col")) { "Hier" }
                    tag("th", .scope("col")) { "Toelichting" }
                }
            }
            tag("tbody") {
                for trigger in report.triggers {
                    tag("tr") {
                        tag("th", .scope("row")) { trigger.title }
                        tag("td") { Words.trigger(trigger).capitalizedFirst }
                        tag("td") {
                            // Reasons in words; the others are ids for programs.
                            for reason in trigger.because where reason.contains(" ") { reason + " " }
                            for question in trigger.open { "Vraag: \(question.asks) " }
                            if let source = trigger.source { small(source) }
                        }
                    }
                }
            }
        }
    }
}
