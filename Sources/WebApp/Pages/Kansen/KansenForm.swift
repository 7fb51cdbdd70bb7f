import Casework
import MapLayers
import NormEngine
import PolicyModel
import Reporting

/// The form of the opportunity map: what it is about.
struct KansenForm {
    struct Activity {
        var id: String
        var label: String
        var synonyms: String?
    }

    struct Group {
        var title: String
        var activities: [Activity]
    }

    var search: String
    var searchError: String?
    var missed: String?
    var chosen: [Activity]
    var found: [Activity]
    var list: [Group]
    var showsList: Bool
    /// Fields about the plan; none before an activity is chosen.
    var fields: [FieldModel]
    var depths: [FieldModel]
    var hasDepths: Bool
    var grid: [FieldModel]
    var isOpen: Bool
    /// Text of the button that opens it.
    var summary: String
    /// What stays as it is.
    var kept: [Hidden]

    struct Hidden {
        var name: String
        var value: String
    }
}

/// Makes the form from what was asked.
struct KansenFormMaker {
    let house: SiteHouse
    let finder: ActivityFinder
    let groups: [ActivityGroup]
    /// Designations that lie at a known depth.
    private let deep: Once<Set<String>>
    private var index: HouseIndex { house.index }

    init(_ house: SiteHouse) {
        self.house = house
        finder = ActivityFinder(index: house.index)
        groups = ActivityGroup.groups(of: house.index)
        deep = Once {
            Set(
                house.house.designations.map(\.id).filter { id in
                    ((try? house.layers.features(of: id)) ?? []).contains { $0.depth != nil }
                })
        }
    }

    func asked(_ activities: [String]) -> AskedOfMap { AskedOfMap(activities, index, deep: deep()) }

    func form(_ query: KansenQuery, errors: [FieldError], hasMap: Bool) -> KansenForm {
        let words = query.action == "lijst" ? "" : query.search ?? ""
        let hits = words.isEmpty ? [] : finder.hits(words)
        let found = hits.filter { !query.activities.contains($0) }
        let showsList = query.action == "lijst"
        let shown = Set(query.activities + found)
        let asked = query.hasQuestion ? self.asked(query.activities) : nil
        let depths = asked.map { self.depths($0, query) } ?? []
        return KansenForm(
            search: query.search ?? "", searchError: errors.text(for: "zoek"),
            missed: !words.isEmpty && hits.isEmpty ? words : nil, chosen: query.activities.map(activity),
            found: found.map(activity), list: showsList ? list(without: shown) : [], showsList: showsList,
            fields: (asked.map { fields($0, query) } ?? []).filled(from: query.form, errors: errors, theirs: nil),
            depths: depths.filled(from: query.form, errors: errors, theirs: nil), hasDepths: !depths.isEmpty,
            grid: grid(query).filled(from: query.form, errors: errors, theirs: nil), isOpen: !hasMap,
            summary: "Verander de vraag",
            kept: query.viewPairs.filter { !["plek", "vanaf"].contains($0.name) }.map {
                KansenForm.Hidden(name: $0.name, value: $0.value)
            })
    }

    private func activity(_ id: String) -> KansenForm.Activity {
        let synonyms = (index.activities[id]?.synonyms ?? []).prefix(4).joined(separator: ", ")
        return KansenForm.Activity(
            id: id, label: index.activities[id]?.label ?? id, synonyms: synonyms.isEmpty ? nil : synonyms)
    }

    private func list(without shown: Set<String>) -> [KansenForm.Group] {
        groups.map { group in
            KansenForm.Group(
                title: group.title, activities: group.activities.filter { !shown.contains($0) }.map(activity))
        }.filter { !$0.activities.isEmpty }
    }

    private func fields(_ asked: AskedOfMap, _ query: KansenQuery) -> [FieldModel] {
        let part = query.part
        var fields: [FieldModel] = []
        if asked.asksChange || part.change != nil {
            fields.append(
                FieldModel(
                    .select, "verandering", "Wat voor verandering is het?", value: part.change?.rawValue ?? "",
                    options: FieldModel.Option.changes(orElse: "Weet ik niet")))
        }
        if asked.asksPhase || part.phase != nil {
            fields.append(
                FieldModel(
                    .select, "fase", "Om welke fase gaat het?", value: part.phase?.rawValue ?? "",
                    options: FieldModel.Option.phases(orElse: "Weet ik niet, of alle fasen")))
        }
        if asked.asksInitiator || query.draft.initiatorRole != nil {
            let roles = Set(
                index.house.initiatorRoles + ["inwoner", "bedrijf"] + [query.draft.initiatorRole].compactMap { $0 })
            fields.append(
                FieldModel(
                    .select, "rol", "Wie neemt het initiatief?", value: query.draft.initiatorRole ?? "",
                    options: [FieldModel.Option(value: "", label: "Weet ik niet, of iemand anders")]
                        + roles.sorted().map { FieldModel.Option(value: $0, label: Words.capitalised($0)) }))
        }
        return fields + properties(asked, query.part, prefix: DetailsStep.prefix)
    }

    func properties(_ asked: AskedOfMap, _ part: PlanDraft.Part, prefix: String) -> [FieldModel] {
        let told = part.properties.keys.sorted().filter { id in !asked.properties.contains { $0.property.id == id } }
        let all =
            asked.properties
            + told.compactMap { id in
                index.properties[id].map { AskedOfMap.Asked(property: $0, norms: 0) }
            }
        return all.map { item in
            DetailsStep.field(
                item.property, value: PropertyText.text(of: part.properties[item.property.id], item.property),
                waiting: item.norms, prefix: prefix)
        }
    }

    private func depths(_ asked: AskedOfMap, _ query: KansenQuery) -> [FieldModel] {
        let use = query.part.use
        guard asked.asksDepth || use != nil else { return [] }
        return [
            FieldModel(.number, "diepte-van", "Van", value: use.map { DutchNumber.text($0.from) } ?? "", unit: "m"),
            FieldModel(
                .number, "diepte-tot", "Tot", value: use?.to.map(DutchNumber.text) ?? "", unit: "m"),
        ]
    }

    private func grid(_ query: KansenQuery) -> [FieldModel] {
        [
            FieldModel(
                .number, "oppervlakte", "Hoeveel ruimte neemt het in?",
                hint:
                    "Leeg: de kaart gaat over een punt en zegt niets over ruimte. Met een getal gaat zij over een cirkel van die oppervlakte.",
                value: query.hectares.map(DutchNumber.text) ?? "", unit: "ha"),
            FieldModel(
                .select, "cel", "Hoe fijn moet de kaart zijn?",
                hint: "Kleine cellen geven een kleinere onzekerheid, maar kosten meer tijd.", value: String(query.cell),
                options: [
                    FieldModel.Option(value: "100", label: "Overzicht: cellen van 100 m"),
                    FieldModel.Option(value: "25", label: "Gewoon: cellen van 25 m"),
                    FieldModel.Option(value: "10", label: "Fijn: cellen van 10 m"),
                ]),
            FieldModel(
                .text, "dag", "Volgens het beleid van welke dag?", hint: "Bijvoorbeeld 21-11-2026. Leeg: vandaag.",
                value: query.day.map(DutchTime.digits) ?? ""),
        ]
    }
}
