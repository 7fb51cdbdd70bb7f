import Geometry
import Casework
import NormEngine
import PolicyModel
import Reporting

/// Step 1: what somebody wants to do.
struct WhatStep: StepPage {
    let house: SiteHouse
    let finder: ActivityFinder
    let catalogue: [ActivityGroup]
    let step = PlanStep.what

    static let longestTitle = 200

    struct Activity {
        var id: String
        var label: String
        /// Other words for it.
        var synonyms: String?
        var isChosen: Bool
    }

    struct Group {
        var title: String
        var activities: [Activity]
    }

    struct Model {
        var step: StepFrame
        var fields: [FieldModel]
        var search: String
        var activityError: String?
        var chosen: [Activity]
        var found: [Activity]
        /// Words that were searched for without a result.
        var missed: String?
        var list: [Group]
        var showsList: Bool
        /// What somebody else chose in the meantime.
        var theirActivities: String?
        /// A place that was chosen before the plan began, as an address names it, and its name.
        var startPlace: String?
        var startName: String?
    }

    private var index: HouseIndex { house.index }

    init(house: SiteHouse) {
        self.house = house
        let index = house.index
        finder = ActivityFinder(index: index)
        catalogue = ActivityGroup.groups(of: index)
    }

    func fields(_ draft: PlanDraft, part: String) -> [FieldModel] {
        [
            FieldModel(
                .text, "titel", "Hoe noemt u het plan?",
                hint: "Bijvoorbeeld: Woningen aan de Dorpsstraat. U mag dit leeg laten.", value: draft.title ?? ""),
            FieldModel(
                .select, "verandering", "Wat voor verandering is het?",
                value: draft.part(part).change?.rawValue ?? "",
                options: FieldModel.Option.changes(orElse: "Weet ik niet")),
            FieldModel(
                .select, "rol", "Wie neemt het initiatief?",
                hint: "Sommige regels gelden alleen voor een overheid. Namen zijn niet nodig.",
                value: draft.initiatorRole ?? "", options: roles(draft.initiatorRole)),
        ]
    }

    private func roles(_ chosen: String?) -> [FieldModel.Option] {
        var roles = index.house.initiatorRoles
        for usual in ["inwoner", "bedrijf"] where !roles.contains(usual) { roles.append(usual) }
        if let chosen, !roles.contains(chosen) { roles.append(chosen) }
        return [FieldModel.Option(value: "", label: "Weet ik niet, of iemand anders")]
            + roles.sorted().map { FieldModel.Option(value: $0, label: $0.prefix(1).uppercased() + $0.dropFirst()) }
    }

    func apply(_ form: Form, to draft: inout PlanDraft, part: String) -> [FieldError] {
        var errors: [FieldError] = []
        let title = form["titel"]
        if let title, title.count > Self.longestTitle {
            errors.append(
                FieldError("De titel is te lang: gebruik hoogstens \(Self.longestTitle) tekens.", field: "titel"))
        } else {
            draft.title = title
        }
        let role = form["rol"]
        // Only what the page offers; what was kept before is offered too.
        if role == nil || roles(draft.initiatorRole).contains(where: { $0.value == role }) {
            draft.initiatorRole = role
        }
        let chosen = Self.unique(form.all("activiteit"))
        let known = chosen.filter { index.activities[$0] != nil }
        draft.changePart(part) { part in
            part.activities = known
            part.change = form["verandering"].flatMap(ChangeKind.init)
        }
        if known.isEmpty {
            errors.append(
                FieldError(
                    "Kies ten minste één activiteit. Zoek met een gewoon woord, zoals ‘huizen’ of ‘zonnepanelen’.",
                    field: "zoek"))
        }
        return errors
    }

    func spec(_ state: StepState) -> PageSpec {
        let typed = state.form ?? state.query
        let chosen = Self.unique(
            state.form == nil
                ? state.draft.part(state.part).activities + state.query.all("activiteit")
                : typed.all("activiteit")
        ).filter { index.activities[$0] != nil }
        let words = typed.words("zoek") ?? ""
        let hits = words.isEmpty ? [] : finder.hits(words)
        let found = hits.filter { !chosen.contains($0) }
        let showsList = typed["actie"] == "lijst" || typed["lijst"] != nil
        let theirs = state.theirs?.part(state.part).activities
        let start = state.plan == nil ? typed["beginplek"].flatMap { PlaceAddress(Form(urlencoded: $0)) } : nil
        let asked = state.plan == nil ? start ?? PlaceAddress(state.query) : nil
        let model = Model(
            step: state.frame, fields: state.filled(self), search: words,
            activityError: state.errors.text(for: "zoek"), chosen: chosen.map { activity($0, isChosen: true) },
            found: found.map { activity($0, isChosen: false) }, missed: !words.isEmpty && hits.isEmpty ? words : nil,
            list: showsList ? list(without: Set(chosen + found)) : [], showsList: showsList,
            theirActivities: theirs.flatMap { $0 == chosen ? nil : labels(of: $0) }, startPlace: asked?.query,
            startName: asked.flatMap(name))
        return PageSpec("plans/what", title: "Wat wilt u doen?", model: model)
    }

    private func name(_ place: PlaceAddress) -> String? {
        if case .point(let position) = place { return "het punt RD \(Int(position.x)), \(Int(position.y))" }
        return ChosenPlace(place, in: house)?.note
    }

    private func labels(of activities: [String]) -> String {
        activities.isEmpty
            ? "niets" : activities.map { PartNames(index: index).label($0) }.joined(separator: ", ")
    }

    private func activity(_ id: String, isChosen: Bool) -> Activity {
        let activity = index.activities[id]
        let synonyms = (activity?.synonyms ?? []).prefix(4).joined(separator: ", ")
        return Activity(
            id: id, label: activity?.label ?? id, synonyms: synonyms.isEmpty ? nil : synonyms, isChosen: isChosen)
    }

    private func list(without shown: Set<String>) -> [Group] {
        catalogue.map { group in
            Group(
                title: group.title,
                activities: group.activities.filter { !shown.contains($0) }.map { activity($0, isChosen: false) })
        }.filter { !$0.activities.isEmpty }
    }

    private static func unique(_ ids: [String]) -> [String] {
        var seen: Set<String> = []
        return ids.filter { seen.insert($0).inserted }
    }
}
