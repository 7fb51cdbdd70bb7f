import Geometry
import MapLayers
import NormEngine
import OpportunityMap
import PolicyModel
import Reporting

/// Makes the page of stacked claims.
struct SchuurtPage {
    let site: Site
    private var house: SiteHouse { site.house }
    private var index: HouseIndex { house.index }

    func model(_ query: SchuurtQuery, _ kept: KeptPressure) -> SchuurtModel {
        let pressure = kept.pressure
        let key = query.key(today: site.today)
        let bands = bands(kept)
        let total = bands.reduce(0) { $0 + $1.hectares }
        let pairs: [KansenQuery.Pair] = [("cel", String(key.cellMetres)), ("dag", key.day.description)]
        return SchuurtModel(
            symbols: Mark.symbolsMarkup, errors: query.errors,
            line:
                "Hier liggen opgaven, bescherming en kansen op elkaar. Het is een stapel en geen score: elke claim is een regel met woorden en een bron. Het aantal zet plekken alleen op volgorde. Volgens het beleid van \(DutchTime.text(key.day)).",
            map: map(query, kept, pairs),
            bands: bands.map {
                SchuurtModel.Band(
                    look: $0.look, label: $0.label, hectares: MapWords.hectares($0.hectares),
                    share: MapWords.share($0.hectares, of: total))
            }, total: MapWords.hectares(total),
            sketchNote: SketchedLayers(house.layers.layers).map(MapWords.sketches),
            spots: pressure.hotSpots.enumerated().map { spot($0.element, $0.offset + 1, pressure, query) },
            here: here(query, kept), all: groups(Array(pressure.claims.indices), pressure),
            count: pressure.claims.count,
            cells: SchuurtQuery.sizes.map { size in
                KansenModel.Link(
                    label: "\(size) m",
                    href: query.address(with: size == KansenQuery.usualCell ? [("cel", "")] : [("cel", String(size))]),
                    isCurrent: size == query.cell)
            },
            files: [
                KansenModel.Link(
                    label: "Knelpunten (GeoJSON, RD)",
                    href: KansenQuery.address("/schuurt/bestand/schuurt.geojson", pairs)),
                KansenModel.Link(
                    label: "Alle claims (JSON)", href: KansenQuery.address("/schuurt/bestand/schuurt.json", pairs)),
            ], address: query.address(),
            question: query.questionPairs.map { KansenForm.Hidden(name: $0.name, value: $0.value) })
    }

    // MARK: - Map

    private func map(_ query: SchuurtQuery, _ kept: KeptPressure, _ pairs: [KansenQuery.Pair]) -> KansenModel.Map {
        let address = KansenQuery.address("", pairs + [("v", site.maps.version)])
        let chosen = query.place.flatMap { SoughtPlace($0, in: house).position }
        let label = "Kaart van hoeveel claims er samenkomen. Klik op een plek om te zien welke"
        let drawing = HouseMap(index: index, layers: house.layers)?.drawing(
            picture: HouseMap.Picture(address: "/schuurt/kaart.png\(address)", box: kept.pressure.grid.box),
            chosen: chosen,
            label: label)
        return KansenModel.Map(
            id: "kaart", title: nil, tiles: "/schuurt/tegel/{z}/{x}/{y}.png\(address)", label: label,
            view: query.view.joined(separator: " "), chosen: chosen.map { "\(Int($0.x)) \(Int($0.y))" },
            drawing: drawing?.markup ?? "", isPicked: true)
    }

    private func bands(_ kept: KeptPressure) -> [(look: String, label: String, hectares: Double)] {
        let hectares = kept.pressure.hectaresByCount
        let none: (look: String, label: String, hectares: Double) = ("niets", "Geen claims", hectares[0] ?? 0)
        return [none]
            + kept.bands.bands.enumerated().map { number, band in
                let sum = hectares.filter { band.counts.contains($0.key) }.values.reduce(0, +)
                let word = band.counts == 1...1 ? "claim" : "claims"
                return (String(kept.bands.lookNumber(number + 1)), "\(band.label) \(word)", sum)
            }.reversed()
    }

    // MARK: - Claims

    private func spot(
        _ spot: PressureMap.HotSpot, _ number: Int, _ pressure: PressureMap, _ query: SchuurtQuery
    ) -> SchuurtModel.Spot {
        SchuurtModel.Spot(
            number: number, title: SoughtPlace.title(of: spot.centre, in: house), count: "\(spot.claims.count) claims",
            hectares: MapWords.hectares(spot.hectares), groups: groups(spot.claims, pressure),
            here: query.address(with: [("plek", SoughtPlace.text(of: spot.centre))]) + "#waarom")
    }

    private func groups(_ claims: [Int], _ pressure: PressureMap) -> [SchuurtModel.Group] {
        PressureMap.Kind.allCases.compactMap { kind in
            let own = claims.map { pressure.claims[$0] }.filter { $0.kind == kind }
            guard !own.isEmpty else { return nil }
            return SchuurtModel.Group(title: "\(kind.title) (\(own.count))", claims: own.map(claim))
        }
    }

    private func claim(_ claim: PressureMap.Claim) -> SchuurtModel.Claim {
        let first = claim.norms.first.flatMap { index.norms[$0] }
        return SchuurtModel.Claim(
            effect: first.map { Words.capitalised(OpportunityWords.text($0.effect)) } ?? "",
            mark: first.map { Mark($0.effect).rawValue } ?? "unknown",
            title: first?.title ?? claim.norms.first ?? "", href: PolicyAddress.norm(claim.norms.first ?? ""),
            others: claim.norms.dropFirst().map {
                KansenModel.Link(label: index.norms[$0]?.title ?? $0, href: PolicyAddress.norm($0))
            }, hectares: MapWords.hectares(claim.hectares))
    }

    private func here(_ query: SchuurtQuery, _ kept: KeptPressure) -> SchuurtModel.Here {
        var here = SchuurtModel.Here(text: query.place ?? "", message: nil, title: nil, count: "", groups: [])
        guard let typed = query.place else { return here }
        let sought = SoughtPlace(typed, in: house)
        here.message = sought.message
        guard let position = sought.position else { return here }
        let pressure = kept.pressure
        guard let cell = pressure.grid.cell(at: position), pressure.domain[cell] else {
            here.message = PlaceWords(house).sentence(.outside(position), query: typed)
            return here
        }
        let found = pressure.claims.indices.filter { pressure.claims[$0].plane[cell] }
        here.title = SoughtPlace.title(of: pressure.grid.centre(of: cell), in: house)
        here.hasPlace = true
        here.count = found.count == 1 ? "Hier ligt 1 claim." : "Hier komen \(found.count) claims samen."
        here.groups = groups(found, pressure)
        return here
    }
}

extension PressureMap.Kind {
    /// As a heading.
    var title: String {
        switch self {
        case .task: "Opgaven"
        case .protection: "Bescherming"
        case .opportunity: "Kansen"
        }
    }
}
