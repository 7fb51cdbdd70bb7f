internal import Casework
internal import Reporting

extension RecordFragments {
    /// The outcome that people chose, and why.
    var outcome: HTML {
        guard let outcome = record.outcome else { return tag("p") { "Er is nog geen uitkomst gekozen." } }
        return tag("div", .class("record-outcome")) {
            tag("p", .class("outcome-word")) { outcome.title }
            text(outcome.argument)
        }
    }

    var conditions: HTML {
        guard !record.conditions.isEmpty else { return tag("p") { "Er zijn geen voorwaarden gesteld." } }
        return list(
            record.conditions.map { condition in
                (inline(condition.text) ?? .none) + facts(condition)
            }, ordered: true)
    }

    private func facts(_ condition: PublicRecord.ConditionLine) -> HTML {
        let facts = [("Wie", condition.who), ("Wanneer", condition.when)].compactMap { name, text in
            inline(text).map { HTML("\(name): ") + $0 }
        }
        guard !facts.isEmpty else { return .none }
        return tag("span", .class("about")) { HTML.joined(facts, separator: ". ") }
    }

    /// What it is in law, who decided, who read along, and what somebody can do.
    var character: HTML {
        let details = record.details
        var rows: [(name: String, value: HTML)] = []
        for (name, text) in [
            ("Aard", details.legalCharacter), ("Besloten door", details.decidedBy), ("Mandaat", details.mandate),
        ] {
            if let value = inline(text) { rows.append((name, value)) }
        }
        if let reading = record.reading { rows.append(("Tweede lezer", HTML(words(reading)))) }
        if let value = inline(details.remedies) { rows.append(("Niet mee eens?", value)) }
        return pairs(rows)
    }

    private func words(_ reading: PublicRecord.ReadingLine) -> String {
        var sentences: [String] = []
        let roles = RecordWords.roles(reading.roles)
        if let at = reading.approvedAt {
            sentences.append("Akkoord op \(RecordWords.day(at)), in de rol van \(roles).")
        } else {
            sentences.append("Gelezen in de rol van \(roles); nog niet akkoord.")
        }
        if reading.declaredNoInterest {
            sentences.append("Verklaarde geen belang te hebben en niet mee te hebben geschreven.")
        }
        if reading.refusals > 0 {
            sentences.append("Eerder \(RecordWords.times(reading.refusals)) teruggegeven met opmerkingen.")
        }
        return sentences.joined(separator: " ")
    }

    /// How anybody can see that this is the record, and make the annex again.
    var checking: HTML {
        guard let stamp = record.stamp else { return .none }
        var rows: [(name: String, value: HTML)] = [("Nummer", HTML(stamp.number))]
        if let hash = try? record.recordHash { rows.append(("Vingerafdruk", tag("code") { hash })) }
        rows.append(("Vingerafdruk bijlage", tag("code") { record.reportHash }))
        if let address = document.address {
            rows.append(("Nagaan op", HTML("\(address)/controle")))
        }
        return tag("p") {
            "De gegevens achter dit verslag zitten als bestand in de PDF en staan op de site. Daarmee kan iedereen de bijlage "
                + "opnieuw laten maken, en zien dat dit verslag niet is veranderd."
        } + tag("div", .class("record-checking")) { pairs(rows) }
    }
}
