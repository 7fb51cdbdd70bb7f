import Geometry
import NormEngine
import PolicyModel

/// Warnings and plain language, made by template from labels and summaries.
struct ReportTexts {
    let index: HouseIndex
    let input: InitiativeInput
    let initiative: Initiative
    let findings: [ReportFinding]
    let layers: [LayerSummary]
    var tensions: [Tension] = []
    let outsideShare: Double
    /// What a share of is told.
    var whole = "het plan"

    /// Findings told in plain language; the rest is in the list.
    static let pointLimit = 8

    func warnings(places: [PlaceReader.Place], demo: Bool, declared: [String]) -> [String] {
        var warnings: [String] = []
        if demo {
            warnings.append(
                "Er zijn voorbeeldlagen gebruikt. Die tonen hoe Kompas werkt en zeggen niets over echte grenzen.")
        }
        for layer in layers where layer.state == .failed {
            warnings.append(
                "De kaartlaag \(layer.title) kon niet worden gelezen\(layer.why.map { ": \($0)" } ?? ""). Wat ervan afhangt, is niet beslist."
            )
        }
        if outsideShare > 0 {
            let percent = outsideShare < 0.005 ? "Minder dan 1" : String(Int((outsideShare * 100).rounded()))
            let neighbours = neighbourNames()
            let ask = neighbours.isEmpty ? "Vraag ook de buren." : "Vraag ook \(neighbours.joined(separator: " en "))."
            warnings.append(
                "\(percent) % van \(whole) ligt buiten het gebied van \(index.house.authority.name). \(ask)")
        }
        let outline = input.parts.flatMap { $0.facts.layers[index.house.outline] ?? [] }
        if outline.isEmpty || outline.contains(where: { $0.state == .failed || $0.state == .noLayer }) {
            warnings.append("De grens van het gebied is niet bekend; of de plek erbinnen ligt, is niet nagegaan.")
        }
        if Transformer.gridName == nil, places.contains(where: { $0.crs != .rd }) {
            warnings.append("Zonder het RD-raster kan de plek tot 25 cm verschoven zijn; zie `kompas doctor`.")
        }
        warnings += declared
        warnings += oldStatuses()
        return warnings + initiative.remarks + contests()
    }

    /// What became of each contest.
    private func contests() -> [String] {
        let known = Set(findings.flatMap { [$0.id, $0.norm] })
        return initiative.contests.map { contest in
            guard known.contains(contest.finding) else {
                return
                    "De betwiste bevinding `\(contest.finding)` staat niet in dit rapport; de betwisting telt niet mee."
            }
            let by = contest.by.map { " door \($0)" } ?? ""
            let reason = contest.reason.map { ": \($0)" } ?? ""
            return
                "De bevinding `\(contest.finding)` wordt betwist\(by)\(reason). Wat uit die bevinding volgt, telt niet mee."
        }
    }

    private func neighbourNames() -> [String] {
        var names: Set<String> = []
        for designation in index.designationsByKind[.neighbour] ?? [] {
            for part in input.parts {
                for fact in part.facts.layers[designation.id] ?? [] {
                    names.formUnion(fact.hits.filter(\.isOverlap).compactMap(\.name))
                }
            }
        }
        return names.sorted()
    }

    /// Documents whose status was last checked before the day that is asked about.
    private func oldStatuses() -> [String] {
        let used = Set(findings.map(\.source.document))
        return index.house.documents.compactMap { document in
            guard used.contains(document.id), let checked = document.statusCheckedOn, checked < input.asOf else {
                return nil
            }
            return
                "De status van \(document.shortTitle ?? document.title) is voor het laatst nagegaan op \(checked.inDutch)."
        }
    }

    func plainLanguage() -> PlainLanguage {
        let activities = input.parts.flatMap(\.activities).uniqued().map { index.named($0).lowercasedStart }
        let subject =
            activities.count < 3
            ? activities.joined(separator: " en ")
            : activities.dropLast().joined(separator: ", ") + " en " + (activities.last ?? "")
        guard !findings.isEmpty else {
            return PlainLanguage(
                short: "In de geladen documenten staat niets over \(subject) op deze plek. Dat is geen toestemming.",
                points: [])
        }
        let applying = findings.filter { $0.state == .applies && !$0.contested }
        let telling = applying.filter { !$0.isGeneral && $0.certain && !Self.background.contains($0.effect) }
        // What only goes along with a plan does not say whether it may.
        let steering = telling.filter { !Self.accompanying.contains($0.effect) }
        let undecided = findings.count { $0.state == .undecided }
        let changes = tensions.filter { $0.kind == .function }.map(\.about)
        var sentences: [String] = []
        if let first = steering.first {
            sentences.append(
                "Voor \(subject) op deze plek staat voorop: \(first.title.lowercasedStart) (\(first.label.lowercasedStart))."
            )
            if applying.allSatisfy({ $0.documentStatus == DocumentStatus.draft.rawValue }) {
                sentences.append("Wat hier zeker geldt, komt alleen uit ontwerpbeleid dat nog niet is vastgesteld.")
            }
        } else if let change = changes.first {
            sentences.append("Dit valt op deze plek het meest op: \(change.lowercasedStart)")
        } else {
            sentences.append("Over \(subject) op deze plek zegt het geladen beleid nog niets bijzonders dat zeker is.")
        }
        sentences.append(
            "Kompas vond \(findings.count) \(findings.count == 1 ? "uitspraak" : "uitspraken") in de geladen documenten; \(applying.count) daarvan \(applying.count == 1 ? "geldt" : "gelden") hier."
        )
        if undecided > 0 {
            sentences.append(
                undecided == 1
                    ? "Van één is nog niet te zeggen of ze geldt."
                    : "Van \(undecided) is nog niet te zeggen of ze gelden.")
        }
        let points =
            changes
            + telling.prefix(Self.pointLimit).map { finding in
                "\(finding.label): \(finding.summary.lowercasedStart)"
            }
        return PlainLanguage(short: sentences.joined(separator: " "), points: points)
    }

    /// Effects that ask something of a plan or of an authority without saying whether the plan may be.
    private static let accompanying: Set<Effect> = [.duty, .goal, .commitment, .intention, .assessAs]

    /// Effects that explain more than they steer.
    private static let background: Set<Effect> = [
        .information, .noStatus, .regulatedElsewhere, .competence, .procedure,
    ]
}

extension String {
    /// With a small first letter, unless the word is an abbreviation or name of its own (`CO2`, `WKO`).
    var lowercasedStart: String {
        let word = prefix { !$0.isWhitespace }
        if word.dropFirst().contains(where: { $0.isUppercase || $0.isNumber }) { return self }
        return prefix(1).lowercased() + dropFirst()
    }
}
