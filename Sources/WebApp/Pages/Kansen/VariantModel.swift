import Casework
import NormEngine
import OpportunityMap
import PolicyModel
import Reporting

/// Two variants beside each other: what is filled in, and what it makes otherwise.
struct VariantModel {
    struct Change {
        var swatch: String
        var label: String
        var before: String
        var after: String
        var gained: String
        var lost: String
    }

    struct Transition {
        var from: WhyModel.Class
        var to: WhyModel.Class
        var hectares: String
    }

    /// A norm that says something else, whatever the place.
    struct EverywhereChange {
        var title: String
        var href: String
        var before: String
        var after: String
    }

    var fields: [FieldModel]
    var hasVariant: Bool
    /// What the second variant has otherwise, in words.
    var second: String
    var map: KansenModel.Map?
    var legend: [KansenModel.LegendItem] = []
    var changed = ""
    var changes: [Change] = []
    var transitions: [Transition] = []
    var hasChanges = false
    var everywhere: [EverywhereChange] = []
    /// The address without the second variant.
    var without: String

    private static let mostTransitions = 12

    init(_ asked: KansenAsked, _ maker: KansenFormMaker, _ house: SiteHouse) {
        let query = asked.query
        fields = Self.fields(query, asked.second, maker, house)
        hasVariant = asked.second != nil
        second = Self.said(query, house)
        without = query.address(house, without: Set(query.variant.map(\.name)))
    }

    mutating func show(_ kept: KeptDifference, map: KansenModel.Map, _ house: SiteHouse) {
        self.map = map
        let words = MapWords(index: house.index)
        let whole = kept.before.result.domainHectares
        changed =
            "\(MapWords.hectares(kept.difference.changedHectares)) ha verandert van klasse, \(MapWords.share(kept.difference.changedHectares, of: whole)) van het gebied."
        let other = Double(kept.fit.other.count) * kept.fit.other.grid.cellHectares
        legend = [
            ("erbij", "Past alleen in de tweede variant", kept.fit.gainedHectares),
            ("eraf", "Past alleen in de eerste variant", kept.fit.lostHectares),
            ("anders", "Verandert, maar of het past blijft gelijk", other),
        ].map { KansenModel.LegendItem(swatch: $0.0, label: $0.1, hectares: MapWords.hectares($0.2)) }
        changes = kept.difference.changes.map { change in
            Change(
                swatch: change.kind.swatchID, label: words.capitalised(change.kind),
                before: MapWords.hectares(change.before), after: MapWords.hectares(change.after),
                gained: MapWords.hectares(change.gained), lost: MapWords.hectares(change.lost))
        }
        hasChanges = !changes.isEmpty
        everywhere = kept.difference.everywhere.map { item in
            EverywhereChange(
                title: house.index.norms[item.norm]?.title ?? item.norm, href: PolicyAddress.norm(item.norm),
                before: OpportunityWords.text(item.before), after: OpportunityWords.text(item.after))
        }
        transitions = kept.difference.transitions.prefix(Self.mostTransitions).map { item in
            func shown(_ kind: OpportunityClass?) -> WhyModel.Class {
                kind.map { WhyModel.Class(swatch: $0.swatchID, label: words.capitalised($0)) }
                    ?? WhyModel.Class(swatch: "niets", label: "Niets gevonden")
            }
            return Transition(
                from: shown(item.from), to: shown(item.to), hectares: MapWords.hectares(item.hectares))
        }
    }

    /// The fields that a second variant can have otherwise, with what was filled in for it.
    private static func fields(
        _ query: KansenQuery, _ second: KansenQuery?, _ maker: KansenFormMaker, _ house: SiteHouse
    ) -> [FieldModel] {
        let asked = maker.asked(query.activities)
        var fields = maker.properties(asked, PlanDraft.Part(id: "1"), prefix: KansenQuery.other + DetailsStep.prefix)
        if asked.asksDepth {
            fields += [
                FieldModel(.number, "anders-diepte-van", "Diepte van", unit: "m"),
                FieldModel(.number, "anders-diepte-tot", "Diepte tot", unit: "m"),
            ]
        }
        if asked.asksPhase {
            fields.append(
                FieldModel(
                    .select, "anders-fase", "Fase", options: FieldModel.Option.phases(orElse: "Gelijk")))
        }
        if asked.asksChange {
            fields.append(
                FieldModel(
                    .select, "anders-verandering", "Soort verandering",
                    options: FieldModel.Option.changes(orElse: "Gelijk")))
        }
        fields.append(FieldModel(.text, "anders-dag", "Volgens het beleid van", hint: "Bijvoorbeeld 21-11-2030."))
        return fields.map { field in
            var field = field
            if field.isChoice {
                field.options = field.options.map {
                    $0.value.isEmpty ? FieldModel.Option(value: "", label: "Gelijk") : $0
                }
            }
            field.hint = field.isText ? field.hint : nil
            field.setValue(query.form.text(field.id))
            return field
        }
    }

    /// For example "temperatuur 40, dag 1-1-2030".
    static func said(_ query: KansenQuery, _ house: SiteHouse) -> String {
        query.variant.map { field in
            let name = String(field.name.dropFirst(KansenQuery.other.count))
            let id = name.hasPrefix(DetailsStep.prefix) ? String(name.dropFirst(DetailsStep.prefix.count)) : name
            let property = house.index.properties[id]
            let label = property?.label.lowercased() ?? name.replacing("-", with: " ")
            let unit = property?.unit.map { " " + Numbers.unit($0) } ?? ""
            return "\(label) \(field.value)\(unit)"
        }.joined(separator: ", ")
    }
}
