import NormEngine
import PolicyModel
import Reporting

/// Makes the page of any record of a house, as on a day.
struct ObjectPages {
    let house: SiteHouse
    let day: PolicyDate

    var book: HouseBook { house.book }
    var index: HouseIndex { house.index }
    var lines: RecordLines { RecordLines(book: book, day: day) }
    var passages: PassageViews { PassageViews(house: house) }
    var plain: PlainTests { PlainTests(index) }

    func page(_ record: HouseRecord) -> ObjectPage {
        var sections = ownSections(record)
        sections += [sources(record), related(record), tensions(record), users(record), terms(record)].compactMap { $0 }
        var page = ObjectPage(
            symbols: Mark.symbolsMarkup, crumbs: crumbs(record), kind: kind(record), title: record.title,
            lead: record.summary == record.title ? nil : record.summary, caution: caution(record),
            facts: facts(record), sections: sections,
            contents: ObjectPage.contents(sections))
        switch record.value {
        case .norm(let norm):
            page.mark = Mark(norm.effect).rawValue
            page.label = HouseFacts(index: index, on: day).label(of: norm)
        case .signpost, .inconsistency: page.title = record.title.withoutFullStop
        default: break
        }
        if case .inconsistency(let inconsistency) = record.value {
            let rest = inconsistency.summary.dropFirst(record.title.count).trimmed
            page.lead = rest.isEmpty ? nil : rest
        }
        return page
    }

    // MARK: Around the sections

    private func crumbs(_ record: HouseRecord) -> [Crumb] {
        var crumbs = [
            Crumb(label: "Beleid", href: "/beleid"),
            Crumb(label: Words.capitalised(Words.kinds(record.kind)), href: PolicyAddress.list(record.kind)),
        ]
        if case .goal(let goal) = record.value {
            crumbs += ancestors(of: goal).map {
                Crumb(label: $0.title, href: PolicyAddress.page(RecordKey(.goal, $0.id)))
            }
        }
        return crumbs
    }

    /// From the top down.
    private func ancestors(of goal: Goal) -> [Goal] {
        var found: [Goal] = []
        var next = goal.partOf
        while let id = next, let parent = index.goals[id], !found.contains(parent) {
            found.insert(parent, at: 0)
            next = parent.partOf
        }
        return found
    }

    private func kind(_ record: HouseRecord) -> String {
        let word =
            switch record.value {
            case .goal(let goal): Words.level(goal.level)
            case .agreement(let agreement): Words.agreement(agreement.kind)
            case .document(let document): document.kind
            default: Words.kind(record.kind)
            }
        return Words.capitalised(word)
    }

    /// What the state of the document does to what stands in it.
    private func caution(_ record: HouseRecord) -> String? {
        if case .document(let document) = record.value, !document.loaded {
            return
                "De inhoud van dit document staat niet in Kompas. Kompas noemt het waar ander beleid ernaar verwijst, en raadpleegt het niet."
        }
        let own: String? = if case .document(let document) = record.value { document.id } else { nil }
        guard let document = own ?? record.sources.first?.document else { return nil }
        let it = own == nil ? "Het document waarin dit staat" : "Dit document"
        return switch index.status(ofDocument: document, on: day) {
        case .draft: "\(it) is een ontwerp: het is nog niet vastgesteld en bindt niemand."
        case .dueForReview: "\(it) is toe aan herziening. Vraag na of het nog geldt."
        case .withdrawn: "\(it) is ingetrokken en geldt niet meer."
        case .superseded: "\(it) is vervangen en geldt niet meer."
        case .expired: "\(it) is verlopen en geldt niet meer."
        case .adopted, .inForce: nil
        case nil: own == nil ? "Van het document waarin dit staat, is niet bekend of het geldt." : nil
        }
    }

    private func facts(_ record: HouseRecord) -> [FactRow] {
        var rows: [FactRow] = []
        if let source = record.sources.first, record.kind != .document {
            rows.append(
                FactRow(
                    name: "Document", value: lines.title(ofDocument: source.document),
                    href: PolicyAddress.document(source.document)))
        }
        // What stands above the title need not be said again; the words for an activity have a section.
        let above = kind(record)
        rows += HouseFacts(index: index, on: day).facts(of: record)
            .filter { record.kind != .activity && Words.capitalised($0.value) != above }
            .map { FactRow(name: Words.capitalised($0.name), value: Self.readable($0.value)) }
        if case .document(let document) = record.value, let place = document.authenticVersion {
            rows.append(FactRow(name: "Geldige versie", value: place))
        }
        return rows
    }

    /// A day as people write it.
    private static func readable(_ value: String) -> String { PolicyDate(value).map(DutchTime.text) ?? value }

    // MARK: Sections that every kind has

    private func sources(_ record: HouseRecord) -> ObjectSection? {
        var sources = record.sources
        // What shows what became of a contribution stands there.
        if case .contribution(let contribution) = record.value { sources = [contribution.source] }
        // Each edge of a ranking tells its own.
        if case .useRanking = record.value { return nil }
        guard !sources.isEmpty else { return nil }
        return ObjectSection(
            id: "bron", title: sources.count == 1 ? "Bron" : "Bronnen", passages: sources.map(passages.view))
    }

    private func related(_ record: HouseRecord) -> ObjectSection? {
        let told: Set<Relation> =
            switch record.kind {
            case .norm: [.source, .evidence, .about, .exceptFor, .place, .property, .question]
            case .useRanking, .placeLadder, .frame: Set(Relation.allCases)
            default: [.source, .evidence]
            }
        let links = book.links.from(record.key).filter { !told.contains($0.relation) && !$0.to.kind.isPart }
        let groups = lines.groups(
            links, prefix: "verband", key: \.to, title: { Words.names($0.relation, by: record.kind) },
            showsDocument: { $0 == .norm })
        return groups.isEmpty ? nil : ObjectSection(id: "verband", title: "Hangt samen met", groups: groups)
    }

    private func tensions(_ record: HouseRecord) -> ObjectSection? {
        guard record.kind == .norm else { return nil }
        let norms = book.tensions(on: day).against(record.id).map { RecordKey(.norm, $0) }
        let others = lines.sorted(norms).compactMap { lines.line($0, showsDocument: true) }
        guard !others.isEmpty else { return nil }
        return ObjectSection(
            id: "schuurt", title: "Kan schuren met",
            intro:
                "Deze normen kunnen een andere kant op trekken als ze voor dezelfde plek gelden. Kompas kiest daar niet tussen; mensen wegen het af.",
            groups: [RecordGroup(id: "schuurt-1", title: nil, lines: others)])
    }

    private func users(_ record: HouseRecord) -> ObjectSection? {
        let links = book.links.to(record.key).filter { link in
            switch (record.kind, link.relation, link.from.kind) {
            // The document tells what stands in it in its own section; norms of an activity have one too; the rest goes both ways.
            case (.document, .source, _), (.activity, .about, .norm), (_, .sameAs, _): false
            case (.frame, .frame, _), (.designation, .designation, .layer), (.goal, .broader, _): false
            default: true
            }
        }
        var groups = lines.groups(
            links, prefix: "gebruik", key: \.from, title: { Words.users($0.relation, $0.from.kind) },
            showsDocument: { $0 == .norm })
        if record.kind == .term { groups = mentions(record) }
        guard groups.isEmpty else { return ObjectSection(id: "gebruik", title: "Gebruikt door", groups: groups) }
        guard [.designation, .activity].contains(record.kind) else { return nil }
        return ObjectSection(
            id: "gebruik", title: "Gebruikt door", intro: "Geen norm, afspraak of programma in Kompas noemt dit.")
    }

    /// The records that use a term, per kind.
    private func mentions(_ record: HouseRecord) -> [RecordGroup] {
        let users = book.mentions.users(of: record.key)
        return RecordKind.allCases.compactMap { kind in
            let found = users.filter { $0.kind == kind }.compactMap { lines.line($0, showsDocument: kind == .norm) }
            guard !found.isEmpty else { return nil }
            return RecordGroup(
                id: "gebruik-" + kind.rawValue, title: Words.capitalised(Words.kinds(kind)), lines: found)
        }
    }

    private func terms(_ record: HouseRecord) -> ObjectSection? {
        let found = book.mentions.terms(in: record.key).compactMap { key -> RecordLine? in
            guard case .term(let term)? = book.records[key]?.value else { return nil }
            return RecordLine(title: term.label, href: PolicyAddress.term(term.id), note: term.definition)
        }
        guard !found.isEmpty else { return nil }
        return ObjectSection(
            id: "begrippen", title: "Begrippen in deze tekst",
            groups: [RecordGroup(id: "begrippen-1", title: nil, lines: found)])
    }
}

extension String {
    /// For a sentence that stands as a heading.
    var withoutFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
