import NormEngine
import PolicyModel
import Reporting

/// Sections that only one kind of record has.
extension ObjectPages {
    func ownSections(_ record: HouseRecord) -> [ObjectSection] {
        switch record.value {
        case .norm(let norm): sections(of: norm)
        case .document(let document): sections(of: document)
        case .designation(let designation): sections(of: designation)
        case .layer(let layer): [onTheMap([layer])]
        case .activity(let activity): sections(of: activity)
        case .goal(let goal): sections(of: goal)
        case .frame(let frame): sections(of: frame)
        case .useRanking(let ranking): sections(of: ranking)
        case .placeLadder(let ladder): sections(of: ladder)
        case .agreement(let agreement): sections(of: agreement)
        case .contribution(let contribution): sections(of: contribution)
        case .inconsistency(let inconsistency): whereAndWhen(when: inconsistency.when)
        case .signpost(let signpost): whereAndWhen(scope: signpost.activities, where: signpost.where)
        case .cycleMoment(let moment): sections(of: moment)
        case .property, .function, .term, .role, .figure, .issue, .programme, .instrument, .indicator, .openQuestion,
            .part:
            []
        }
    }

    private func sections(of norm: Norm) -> [ObjectSection] {
        var sections: [ObjectSection] = []
        if !norm.conditions.isEmpty {
            sections.append(
                ObjectSection(
                    id: "voorwaarden", title: "Voorwaarden",
                    intro: norm.conditions.count == 1 ? nil : "Aan al deze voorwaarden moet zijn voldaan.",
                    conditions: norm.conditions.map { condition($0, of: norm) }))
        }
        var blocks = [
            TestBlock(title: "Activiteiten", node: scope(norm.activities)),
            TestBlock(title: "Plek", node: TestNode(plain.plain(norm.where ?? .anywhere))),
        ]
        if let depth = norm.depth { blocks.append(TestBlock(title: "Diepte", node: TestNode(plain.plain(depth)))) }
        if let when = norm.when { blocks.append(TestBlock(title: "Alleen als", node: TestNode(plain.plain(when)))) }
        sections.append(ObjectSection(id: "waar-en-wanneer", title: "Waar en wanneer", blocks: blocks))
        return sections
    }

    private func condition(_ condition: NormCondition, of norm: Norm) -> ConditionView {
        ConditionView(
            id: PolicyAddress.anchor(RecordKey(.condition, condition.id, owner: norm.id)), text: condition.text,
            kind: Words.capitalised(Words.condition(condition.kind)),
            question: condition.openQuestion.map {
                ConditionView.Question(title: $0.asks, path: PolicyAddress.page(RecordKey(.openQuestion, $0.question)))
            },
            blocks: condition.test.map { [TestBlock(title: "Voldaan als", node: TestNode(plain.plain($0)))] } ?? [])
    }

    private func scope(_ scope: ActivityScope) -> TestNode {
        TestNode(plain.plain(scope) ?? .phrase([.init("alle activiteiten")]))
    }

    func whereAndWhen(scope: ActivityScope? = nil, where place: Test? = nil, when: Test? = nil) -> [ObjectSection] {
        var blocks: [TestBlock] = []
        if let scope { blocks.append(TestBlock(title: "Activiteiten", node: self.scope(scope))) }
        if let place { blocks.append(TestBlock(title: "Plek", node: TestNode(plain.plain(place)))) }
        if let when { blocks.append(TestBlock(title: "Alleen als", node: TestNode(plain.plain(when)))) }
        guard !blocks.isEmpty else { return [] }
        return [ObjectSection(id: "waar-en-wanneer", title: "Waar en wanneer", blocks: blocks)]
    }

    private func sections(of designation: Designation) -> [ObjectSection] {
        let layers = index.house.layers.filter { $0.designation == designation.id }
        guard !layers.isEmpty else {
            return [
                ObjectSection(
                    id: "kaart", title: "Op de kaart",
                    intro: "Hiervan is er nog geen kaartlaag. Waar het ligt, moet een mens in het document opzoeken.")
            ]
        }
        return [onTheMap(layers)]
    }

    private func onTheMap(_ layers: [LayerBinding]) -> ObjectSection {
        let shown = layers.filter { $0.demo != true || house.usesDemonstration }
        let isSketch = layers.contains { $0.basis.isSketch }
        var section = ObjectSection(
            id: "kaart", title: "Op de kaart",
            intro: isSketch
                ? "De kaartlaag is een schets: zij zegt ongeveer waar het ligt, en niets over een perceel." : nil)
        if !shown.isEmpty {
            let ids = shown.map { PolicyAddress.encoded($0.id) }.joined(separator: ",")
            section.links = [Crumb(label: "Bekijk op de kaart", href: "/kaart?lagen=" + ids)]
            section.drawing = drawing(shown)
        }
        section.steps = layers.map { layer in
            StepView(
                title: layer.title, href: PolicyAddress.page(RecordKey(.layer, layer.id)),
                notes: HouseFacts.shortly(layer), blocks: [])
        }
        return section
    }

    /// The layers in the whole house; `nil` when nothing can be drawn.
    private func drawing(_ layers: [LayerBinding]) -> String? {
        guard let map = HouseMap(index: index, layers: house.layers) else { return nil }
        let shown = layers.prefix(HouseMap.mostLayers).enumerated().map {
            HouseMap.Layer(id: $0.element.id, mark: $0.offset)
        }
        let titles = layers.map(\.title).joined(separator: ", ")
        return map.drawing(shown, towns: 6, label: "Kaart van \(titles), met de grootste plaatsen.").markup
    }

    private func sections(of activity: Activity) -> [ObjectSection] {
        var direct: [RecordKey] = []
        var broader: [String: [RecordKey]] = [:]
        for norm in index.norms(about: [activity.id]) {
            guard case .these(let named, _) = norm.activities else { continue }
            if named.contains(activity.id) {
                direct.append(RecordKey(.norm, norm.id))
            } else if let through = named.first(where: index.reach(of: activity.id).contains) {
                broader[through, default: []].append(RecordKey(.norm, norm.id))
            }
        }
        func group(_ id: String, _ title: String, _ norms: [RecordKey]) -> RecordGroup {
            RecordGroup(
                id: id, title: title, lines: lines.sorted(norms).compactMap { lines.line($0, showsDocument: true) })
        }
        var groups = direct.isEmpty ? [] : [group("normen-zelf", "Normen over deze activiteit", direct)]
        for (id, norms) in broader.sorted(by: { ($1.value.count, $0.key) < ($0.value.count, $1.key) }) {
            let label = index.activities[id]?.label ?? id
            groups.append(group("normen-\(id)", "Normen over \u{2018}\(label)\u{2019}", norms))
        }
        let general = index.norms(about: [activity.id]).count { if case .any = $0.activities { true } else { false } }
        let intro =
            general == 0
            ? nil
            : "Daarnaast zijn er \(general) normen die voor alle activiteiten gelden, elk op eigen plekken en onder eigen voorwaarden."
        var sections = [
            ObjectSection(
                id: "normen", title: "Wat het beleid hierover zegt",
                intro: groups.isEmpty ? "Geen norm in Kompas noemt deze activiteit." : intro, groups: groups)
        ]
        if !activity.synonyms.isEmpty {
            sections.append(
                ObjectSection(
                    id: "woorden", title: "Andere woorden hiervoor",
                    intro: activity.synonyms.joined(separator: ", ") + "."))
        }
        return sections
    }

    private func sections(of goal: Goal) -> [ObjectSection] {
        let parts = book.links.to(RecordKey(.goal, goal.id)).filter { $0.relation == .broader }
        let lines = parts.compactMap { self.lines.line($0.from) }
        guard !lines.isEmpty else { return [] }
        return [
            ObjectSection(
                id: "delen", title: "Bestaat uit",
                groups: [RecordGroup(id: "delen-1", title: nil, lines: lines)])
        ]
    }

    private func sections(of ranking: UseRanking) -> [ObjectSection] {
        let steps = ranking.edges.map { edge in
            var blocks: [TestBlock] = []
            func add(_ title: String, _ test: Test?) {
                if let test { blocks.append(TestBlock(title: title, node: TestNode(plain.plain(test)))) }
            }
            add("Plek", edge.where)
            add("Alleen als", edge.when)
            add("Wat voor gaat, heeft hier een aanspraak", edge.claim)
            return StepView(
                id: PolicyAddress.anchor(RecordKey(.edge, edge.id)),
                title: "\(labels(edge.prefer)) gaat v\u{F3}\u{F3}r \(labels(edge.over).lowercasedFirst)",
                text: edge.why,
                notes: edge.except.isEmpty ? [] : ["Niet voor: \(labels(edge.except).lowercasedFirst)"], blocks: blocks,
                section: passageLine(edge.source))
        }
        return [ObjectSection(id: "volgorde", title: "Wat gaat voor wat", steps: steps)]
    }

    private func sections(of ladder: PlaceLadder) -> [ObjectSection] {
        let steps = ladder.rungs.enumerated().map { number, rung in
            StepView(
                id: PolicyAddress.anchor(RecordKey(.rung, rung.id)), title: "\(number + 1). \(rung.title)", notes: [],
                blocks: [TestBlock(title: "Plek", node: TestNode(plain.plain(rung.where)))],
                section: rung.source.map(passageLine))
        }
        var about = whereAndWhen(scope: .these(ladder.activities), when: ladder.when)
        if !about.isEmpty {
            about[0].id = "waarvoor"
            about[0].title = "Waarvoor"
        }
        return [
            ObjectSection(
                id: "treden", title: "Treden, de beste plek eerst",
                intro: "Kompas zegt op welke trede een plek staat, en vraagt of hogere treden zijn bekeken.",
                steps: steps)
        ] + about
    }

    private func sections(of moment: CycleMoment) -> [ObjectSection] {
        guard let series = moment.series else { return [] }
        let others = index.house.cycle.filter { $0.series == series }
            .sorted { ($0.position ?? .max, $0.id) < ($1.position ?? .max, $1.id) }
        guard others.count > 1 else { return [] }
        let steps = others.map { other in
            StepView(
                title: (other.position.map { "\($0). " } ?? "") + other.title,
                href: other.id == moment.id ? nil : PolicyAddress.page(RecordKey(.cycleMoment, other.id)),
                notes: other.id == moment.id ? ["Dit is deze stap."] : [], blocks: [])
        }
        return [ObjectSection(id: "reeks", title: "De hele reeks", intro: series, steps: steps)]
    }

    /// Where a part stands, in one line.
    func passageLine(_ source: SourceReference) -> String {
        "\(lines.title(ofDocument: source.document)), \(SectionName.of(source.path))"
    }

    private func labels(_ activities: [String]) -> String {
        let labels = activities.map { index.activities[$0]?.label ?? $0 }.enumerated().map {
            $0.offset == 0 ? $0.element : $0.element.lowercasedFirst
        }
        guard let last = labels.last, labels.count > 1 else { return labels.first ?? "" }
        return labels.dropLast().joined(separator: ", ") + " en " + last
    }
}

extension String {
    /// For a label in the middle of a sentence; an abbreviation keeps its capitals.
    var lowercasedFirst: String {
        guard dropFirst().first?.isLowercase == true else { return self }
        return prefix(1).lowercased() + dropFirst()
    }
}

extension HouseFacts {
    /// How far a layer can be trusted.
    static func shortly(_ layer: LayerBinding) -> [String] {
        [
            "Grondslag: \(Words.basis(layer.basis.rawValue))", "Precisie: \(Words.precision(layer.precision))",
            layer.asOf.map { "Stand van \(DutchTime.text($0))" }, "Licentie: \(layer.licence)",
            layer.demo == true ? "Alleen als voorbeeld" : nil,
        ].compactMap { $0 }
    }
}
