import Assessment
import NormEngine
import PolicyModel

extension TextReport {
    mutating func addAnswers() {
        guard !report.initiative.answers.isEmpty else { return }
        canvas.heading("Wat mensen beoordeelden")
        for answer in report.initiative.answers {
            let who = [answer.by, answer.on.map(Words.day)].compactMap { $0 }.joined(separator: ", ")
            let reason = answer.reason.map { " " + $0 } ?? ""
            canvas.item("\(answer.asks) \(answer.value ? "Ja" : "Nee")\(who.isEmpty ? "" : " (\(who))").\(reason)")
        }
    }

    /// Every question once, with the findings that wait for it.
    mutating func addQuestions() {
        let matters = OpenMatters(voice)
        guard !matters.isEmpty else { return }
        canvas.heading("Wat nog gevraagd moet worden")
        if !matters.forInitiator.isEmpty {
            canvas.subheading("Aan de initiatiefnemer")
            for text in matters.forInitiator { canvas.item(text) }
        }
        if !matters.questions.isEmpty {
            canvas.subheading("Te beoordelen door mensen")
            canvas.paragraph(
                "Antwoorden horen in het bestand onder `answers`; `--format json` geeft de naam van elke vraag.")
            for question in matters.questions { canvas.item("\(question.asks) \(numbers(question.findings))") }
        }
    }

    mutating func addOrders() {
        guard !report.useRankings.isEmpty || !report.placeLadders.isEmpty else { return }
        canvas.heading("Wat gaat voor")
        for ranking in report.useRankings {
            canvas.subheading(ranking.title)
            add(ranking.preferredHere, "Gaat hier voor")
            add(ranking.unknownClaims, "Gaat voor als het hier kan; dat is niet bekend")
            add(ranking.yieldingHere, "Komt na dit plan")
        }
        for ladder in report.placeLadders {
            canvas.subheading(ladder.title)
            if let title = ladder.rungTitle {
                canvas.item("Deze plek: \(title).")
            } else {
                canvas.item("Op welke trede deze plek staat, is niet te zeggen.")
            }
            if !ladder.higherRungTitles.isEmpty {
                canvas.item("Zijn deze plekken eerst onderzocht? \(ladder.higherRungTitles.joined(separator: "; ")).")
            }
        }
    }

    private mutating func add(_ edges: [RankingSummary.Edge], _ title: String) {
        guard !edges.isEmpty else { return }
        canvas.paragraph(title + ":", indent: 2)
        for (edge, labels) in RankingSummary.grouped(edges) {
            canvas.item("\(labels): \(edge.why) (\(source(edge.source)))", indent: 4)
        }
    }

    mutating func addTriggers() {
        guard !report.triggers.isEmpty else { return }
        canvas.heading("Wanneer een afweging nodig is")
        for trigger in report.triggers {
            canvas.item("\(trigger.title): \(Words.trigger(trigger)).")
            // Reasons in words; the others are ids for programs.
            for reason in trigger.because where reason.contains(" ") { canvas.paragraph(reason, indent: 6) }
            for question in trigger.open { canvas.paragraph("Vraag: \(question.asks)", indent: 6, hanging: 2) }
        }
    }

    mutating func addFrames() {
        for frame in report.frames {
            canvas.heading(frame.title)
            var principle = ""
            for cell in frame.cells {
                if cell.principleTitle != principle {
                    principle = cell.principleTitle
                    canvas.paragraph(principle, indent: 2, isBold: true)
                    if !cell.undecidedBecause.isEmpty {
                        let causes = cell.undecidedBecause.map(voice.cause).joined(separator: "; ")
                        canvas.item(
                            "Of dit over deze plek gaat, is niet te zeggen: \(causes)\(causes.last == "?" ? "" : ".")",
                            indent: 4)
                    }
                }
                let findings = cell.findings.isEmpty ? "" : " " + numbers(cell.findings)
                let open = cell.open.isEmpty ? "" : ", \(cell.open.count) \(cell.open.count == 1 ? "vraag" : "vragen")"
                canvas.item("\(cell.text.trimmedPoint) \u{2013} \(Words.cell(cell.state))\(open)\(findings)", indent: 4)
                for (source, texts) in cell.statementsBySource {
                    canvas.item(
                        "De tekst zegt hier: \(texts.joined(separator: " ")) (\(voice.source(source)))", indent: 6)
                }
            }
        }
    }

    mutating func addGoalsAndAgreements() {
        if !report.goals.isEmpty {
            canvas.heading("Doelen")
            for goal in report.goals {
                let relations = goal.byRelation.map { "\(Words.relation($0.relation)) \(numbers($0.findings))" }
                canvas.item("\(goal.title): \(relations.joined(separator: "; "))")
            }
        }
        if !report.agreements.isEmpty {
            canvas.heading("Afspraken")
            for agreement in report.agreements {
                canvas.item(
                    "\(agreement.title). \(agreement.summary) \(agreement.why) (\(Words.agreement(agreement.state)); \(Words.reciprocity(agreement.reciprocity)); \(source(agreement.source)))"
                )
            }
        }
        if !report.participation.isEmpty {
            canvas.heading("Wat mensen inbrachten")
            for item in report.participation { canvas.item("\(item.summary) \(item.why)") }
        }
        if !report.roles.isEmpty {
            canvas.heading("Rollen die hierbij passen")
            for role in report.roles {
                canvas.item("\(role.title): \(role.instruments.joined(separator: ", ")). Vanwege \(numbers(role.why)).")
            }
        }
    }

    mutating func addColophon() {
        canvas.heading("Verantwoording")
        canvas.paragraph(
            "Kompas telt niets op en geeft geen oordeel: passend, passend te maken of een andere keuze is aan mensen. "
                + "Een lege uitkomst is geen toestemming.")
        let receipt = report.receipt
        canvas.row(
            "Programma",
            "\(receipt.engine), GEOS \(receipt.geos), PROJ \(receipt.proj), RD-raster: \(receipt.rdGrid ?? "niet aanwezig")"
        )
        canvas.row("Inhoud", "\(receipt.house) \(receipt.houseHash.prefix(12))")
        canvas.row("Uitkomst", receipt.resultHash.map { String($0.prefix(12)) } ?? "")
    }
}
