import Casework
import Geometry
import NormEngine
import OpportunityMap
import PolicyModel
import Reporting

/// Makes the page of the opportunity map.
struct KansenPage {
    let site: Site
    let maker: KansenFormMaker
    let examples: [KansenExamples.Example]
    private var house: SiteHouse { site.house }

    /// The page to choose on, or to mend what was asked.
    func choosing(_ query: KansenQuery, _ errors: [FieldError]) -> KansenModel {
        KansenModel(
            symbols: Mark.symbolsMarkup, title: "Waar past het?",
            line:
                "Kies wat u wilt doen. De kaart laat voor elke plek zien wat het beleid er dan zegt, en telt de hectares.",
            errors: errors, form: maker.form(query, errors: errors, hasMap: false),
            examples: query.hasQuestion || query.search != nil || query.action != nil ? [] : examples, answer: nil)
    }

    func answered(_ asked: KansenAsked, _ kept: KeptMap, _ difference: KeptDifference?) throws -> KansenModel {
        let query = asked.query
        var variant = VariantModel(asked, maker, house)
        if let difference {
            variant.show(
                difference,
                map: map(
                    "verschilkaart", "Verschil", "/kansen/tegel",
                    asked.pairs(query, asked.key, house) + variantPairs(asked),
                    query, label: "Kaart van het verschil tussen de twee varianten", isPicked: false), house)
        }
        let drawn = DrawnClasses(kept.result, asked.shown)
        let why = try WhyModel(asked, kept, site)
        let fits = kept.result.fitting
        // Where nothing is certain, what is not certain to be impossible is worth a look.
        let shown = fits.count > 0 ? fits : kept.result.possiblyFitting
        let everywhere = kept.result.everywhere
        return KansenModel(
            symbols: Mark.symbolsMarkup, title: "Waar past het? \(names(query))", line: line(asked), errors: [],
            form: maker.form(query, errors: [], hasMap: true), examples: [],
            answer: KansenAnswer(
                maps: maps(asked, why), isPair: asked.second != nil, modes: modes(asked), order: order(asked),
                legend: legend(drawn, asked, second: difference?.after.result),
                leftOut: drawn.everywhere.map { item($0, kept.result.plane($0)?.hectares ?? 0, asked) },
                openNote: openNote(drawn.everywhere),
                sketchNote: SketchedLayers(kept.result.activity, house.layers).map(MapWords.sketches),
                footprintNote: footprintNote(query),
                hectares: HectaresModel(kept, drawn: drawn.classes, query: query, house: house),
                appliesEverywhere: everywhere.filter(\.applies).map { NearestModel.norm($0, house) },
                undecidedEverywhere: everywhere.filter { !$0.applies }.map { NearestModel.norm($0, house) }, why: why,
                nearest: NearestModel(asked, kept, house), areas: NearestModel.areas(shown, query, house),
                fitsText: Self.fitsText(fits.hectares, possibly: shown.hectares, of: kept.result.domainHectares),
                variant: variant,
                files: files(asked), address: query.address(house),
                question: query.questionPairs(house).map { KansenForm.Hidden(name: $0.name, value: $0.value) },
                planHref: "/toets/nieuw?"
                    + query.activities.map { "activiteit=" + PlaceAddress.encoded($0) }
                    .joined(separator: "&")))
    }

    private func names(_ query: KansenQuery) -> String {
        query.activities.map { house.index.activities[$0]?.label ?? $0 }.joined(separator: ", ")
    }

    private func line(_ asked: KansenAsked) -> String {
        let query = asked.query
        var parts = [Words.capitalised(MapWords.footprint(query.hectares)), "cellen van \(query.cell) m"]
        let told = query.questionPairs(house).filter { $0.name.hasPrefix(DetailsStep.prefix) }.map { pair in
            let id = String(pair.name.dropFirst(DetailsStep.prefix.count))
            let property = house.index.properties[id]
            return
                "\(property?.label.lowercased() ?? id) \(pair.value)\(property?.unit.map { " " + Numbers.unit($0) } ?? "")"
        }
        if let change = query.part.change { parts.append(Words.change(change)) }
        if let phase = query.part.phase { parts.append("fase \(phase.rawValue)") }
        if let use = query.part.use {
            parts.append(
                "van \(Numbers.trimmed(use.from)) tot \(use.to.map(Numbers.trimmed) ?? "onbekende diepte") m onder de grond"
            )
        }
        parts += told + ["beleid van \(DutchTime.text(asked.key.question.asOf))"]
        return parts.joined(separator: ", ") + "."
    }

    private func footprintNote(_ query: KansenQuery) -> String {
        guard let hectares = query.hectares else {
            return
                "Elke cel staat voor een punt in haar midden. Over de ruimte die een plan inneemt, zegt de kaart niets: vul daarvoor een oppervlakte in."
        }
        return
            "Elke cel staat voor een cirkel van \(Numbers.trimmed(hectares)) ha om haar midden. Raakt die cirkel een gebied, dan telt dat gebied mee."
    }

    private static func fitsText(_ hectares: Double, possibly: Double, of whole: Double) -> String {
        if hectares > 0 {
            return
                "Op \(MapWords.hectares(hectares)) ha (\(MapWords.share(hectares, of: whole)) van het gebied) houdt geen regel die van de plek afhangt het tegen. Dat is geen toestemming."
        }
        let none =
            "Er is geen plek waar zeker geen verbod, ‘nee, tenzij’ of ‘ongewenst’ geldt. Overal geldt er een, of is dat nog niet te zeggen."
        guard possibly > 0 else { return none }
        return none
            + " Op \(MapWords.hectares(possibly)) ha (\(MapWords.share(possibly, of: whole)) van het gebied) staat niet vast dat er een geldt; daar is het de moeite waard om na te gaan wat nog onbeslist is."
    }

    // MARK: - Maps

    private func maps(_ asked: KansenAsked, _ why: WhyModel) -> [KansenModel.Map] {
        let query = asked.query
        let shown: [KansenQuery.Pair] = [("toon", query.shown)]
        var maps = [
            map(
                "kaart", asked.second == nil ? nil : "Eerste variant", "/kansen/tegel",
                asked.pairs(query, asked.key, house) + shown, query,
                label: "Kaart van waar \(names(query).lowercased()) past. Klik op een plek om te zien waarom",
                isPicked: true)
        ]
        maps[0].hasRuler = asked.second == nil
        if let second = asked.second, let key = asked.secondKey {
            maps.append(
                map(
                    "tweede-kaart", "Tweede variant: \(VariantModel.said(query, house))", "/kansen/tegel",
                    asked.pairs(second, key, house) + shown, query, label: "Kaart van de tweede variant",
                    isPicked: false))
        }
        return maps
    }

    private func map(
        _ id: String, _ title: String?, _ path: String, _ pairs: [KansenQuery.Pair], _ query: KansenQuery,
        label: String,
        isPicked: Bool
    ) -> KansenModel.Map {
        let address = KansenQuery.address("", pairs + [("v", site.maps.version)])
        let chosen = isPicked ? query.place.flatMap { SoughtPlace($0, in: house).position } : nil
        let drawing = HouseMap(index: house.index, layers: house.layers)
        return KansenModel.Map(
            id: id, title: title, tiles: "\(path)/{z}/{x}/{y}.png\(address)", label: label,
            view: query.view.joined(separator: " "), chosen: chosen.map { "\(Int($0.x)) \(Int($0.y))" },
            drawing: drawing.map {
                $0.drawing(
                    picture: gridBox(query).map { HouseMap.Picture(address: "/kansen/kaart.png\(address)", box: $0) },
                    chosen: chosen, label: label
                ).markup
            } ?? "", isPicked: isPicked)
    }

    private func gridBox(_ query: KansenQuery) -> BoundingBox? {
        guard let box = MapExtent.box(of: house.layers) else { return nil }
        return try? CellGrid(cellMetres: Double(query.cell), covering: box).box
    }

    private func variantPairs(_ asked: KansenAsked) -> [KansenQuery.Pair] {
        asked.query.variant.map { ($0.name, $0.value) } + [("laag", "verschil")]
    }

    // MARK: - Legend

    private func modes(_ asked: KansenAsked) -> [KansenModel.Link] {
        [("", "Alles"), ("zeker", "Alleen wat zeker geldt")].map { value, label in
            KansenModel.Link(
                label: label,
                href: asked.query.address(house, without: ["toon"], with: value.isEmpty ? [] : [("toon", value)]),
                isCurrent: asked.query.shown == value)
        }
    }

    private func order(_ asked: KansenAsked) -> String {
        switch asked.shown {
        case .all:
            "Een plek kan in meer klassen vallen. Zij krijgt de kleur en het patroon van de bovenste klasse die er geldt. Dat is de leesvolgorde van het beleid en geen rangorde van belang. De hectares hier zijn die van de kleur; de tabel telt elke klasse heel."
        case .certain:
            "Alleen wat zeker geldt is getekend, in de leesvolgorde van het beleid. Wat onbeslist is, staat in de tabel."
        case .one: "Alleen deze klasse is getekend. Plekken zonder kleur vallen er niet in."
        }
    }

    /// What is drawn, in the reading order; with the hectares of both maps when there are two.
    private func legend(
        _ drawn: DrawnClasses, _ asked: KansenAsked, second: OpportunityResult?
    ) -> [KansenModel.LegendItem] {
        guard let second else { return zip(drawn.classes, drawn.hectares).map { item($0, $1, asked) } }
        let other = DrawnClasses(second, asked.shown)
        let sizes = [drawn, other].map { Dictionary(zip($0.classes, $0.hectares)) { first, _ in first } }
        let order = second.drawingOrder
        let all = drawn.classes + other.classes.filter { !drawn.classes.contains($0) }
        return all.sorted { (order.firstIndex(of: $0) ?? .max) < (order.firstIndex(of: $1) ?? .max) }.map { kind in
            var item = item(kind, sizes[0][kind] ?? 0, asked)
            item.second = MapWords.hectares(sizes[1][kind] ?? 0)
            return item
        }
    }

    /// Of the classes that are not drawn only these can decide whether it fits.
    private func openNote(_ everywhere: [OpportunityClass]) -> String? {
        let open = everywhere.compactMap { kind -> String? in
            guard case .undecided(let effect) = kind, kind.mayKeepOut else { return nil }
            return "‘\(OpportunityWords.text(effect))’"
        }
        guard !open.isEmpty else { return nil }
        return
            "Bijna overal is nog onbeslist of \(open.joined(separator: " of ")) geldt. Dat staat niet in de kleuren. Vul meer in over het plan, of vraag het van een plek."
    }

    private func item(_ kind: OpportunityClass, _ hectares: Double, _ asked: KansenAsked) -> KansenModel.LegendItem {
        KansenModel.LegendItem(
            swatch: kind.swatchID, label: MapWords(index: house.index).capitalised(kind),
            hectares: MapWords.hectares(hectares),
            href: asked.query.address(house, with: [("toon", kind.id)]), isCurrent: asked.shown == .one(kind))
    }

    private func files(_ asked: KansenAsked) -> [KansenModel.Link] {
        let pairs = asked.pairs(asked.query, asked.key, house)
        var links = [
            ("kansenkaart.png", "Kaart (PNG)"), ("kansenkaart.geojson", "Vlakken (GeoJSON, RD)"),
            ("kansenkaart.gpkg", "Vlakken (GeoPackage)"), ("kansenkaart.tif", "Raster (GeoTIFF, COG)"),
            ("kansenkaart.json", "Hectares (JSON)"),
        ].map { name, label in
            let shown: [KansenQuery.Pair] = name.hasSuffix("png") ? [("toon", asked.query.shown)] : []
            return KansenModel.Link(label: label, href: KansenQuery.address("/kansen/bestand/\(name)", pairs + shown))
        }
        if asked.second != nil {
            let pairs = pairs + asked.query.variant.map { ($0.name, $0.value) }
            links.append(
                KansenModel.Link(
                    label: "Verschil (JSON)", href: KansenQuery.address("/kansen/bestand/verschil.json", pairs)))
        }
        return links
    }
}
