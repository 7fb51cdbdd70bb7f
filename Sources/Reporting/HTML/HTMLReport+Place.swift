import Assessment
import PolicyModel

extension HTMLReport {
    /// The plan and its place, in words and on a map.
    var place: HTML {
        tag("div", .class("columns")) {
            tag("div", .class("words")) {
                for part in report.initiative.parts {
                    if report.initiative.parts.count > 1 { tag("h3") { "Onderdeel \(part.id)" } }
                    pairs(rows(of: part))
                }
                if report.initiative.parts.count > 1 { tag("h3") { "De plek" } }
                pairs(placeRows)
            }
            if let map, let drawing = MapDrawing(map) { figure(drawing) }
        }
    }

    private func rows(of part: InitiativeSummary.Part) -> [(name: String, value: HTML)] {
        var rows = [(name: "Activiteit", value: HTML(part.activities.map(\.label).joined(separator: ", ")))]
        if let change = part.change { rows.append(("Verandering", HTML(Words.change(change)))) }
        if let phase = part.phase { rows.append(("Fase", HTML(phase.rawValue))) }
        switch part.measure.kind {
        case .area: rows.append(("Oppervlakte", HTML(Numbers.area(part.measure.value ?? 0))))
        case .length: rows.append(("Lengte", HTML(Numbers.length(part.measure.value ?? 0))))
        case .point: rows.append(("Plek", HTML("een punt")))
        }
        if let depth = voice.depth(of: part) { rows.append(("Diepte", HTML(depth))) }
        let told = part.properties.sorted { $0.key < $1.key }
        if !told.isEmpty {
            rows.append(
                ("Opgegeven", lines(told.map { "\(names.title($0.key)): \(Numbers.value($0.value))" })))
        }
        return rows
    }

    private var placeRows: [(name: String, value: HTML)] {
        let place = report.place
        var rows = [
            (
                name: "Hoofdfunctie",
                value: HTML(place.primaryFunctions.isEmpty ? "niet bekend" : voice.shares(place.primaryFunctions))
            )
        ]
        if !place.municipalities.isEmpty { rows.append(("Gemeente", HTML(voice.shares(place.municipalities)))) }
        if !place.settlements.isEmpty { rows.append(("Kern", HTML(voice.shares(place.settlements)))) }
        if !place.regions.isEmpty { rows.append(("Regio", HTML(voice.shares(place.regions)))) }
        if !voice.policyHits.isEmpty { rows.append(("Ligt in", lines(voice.policyHits.map(voice.hit)))) }
        if !place.nearby.isEmpty {
            rows.append(
                (
                    "In de buurt",
                    lines(
                        place.nearby.prefix(8).map {
                            "\($0.title)\($0.name.map { ": " + $0 } ?? "") (\(Numbers.length($0.distanceMetres)))"
                        })
                ))
        }
        let (telling, others) = voice.silentLayers
        if !telling.isEmpty || others > 0 {
            rows.append(
                (
                    "Niet bekend",
                    tag("a", .link(to: "lagen")) { "Kaartlagen die hier niets zeggen" }
                ))
        }
        return rows
    }

    private func lines(_ texts: [String]) -> HTML {
        tag("ul", .class("plain")) { for text in texts { tag("li") { text } } }
    }

    /// The map with its legend as a table, which says the same.
    private func figure(_ drawing: MapDrawing) -> HTML {
        tag("div", .class("map")) {
            tag("figure") {
                drawing.drawing
                tag("figcaption") {
                    "Het plan in zwart. Kaartlagen als lijn met een lichte vulling. Een zachte rand laat zien hoe ver een lijn ernaast "
                        + "kan liggen; een dunne lijn zonder rand kan er verder naast liggen dan de kaart kan tonen. Aan deze schets "
                        + "zijn geen grenzen te ontlenen."
                }
            }
            tag("table", .class("legend")) {
                tag("caption") { "Wat de kaart laat zien" }
                tag("thead") {
                    tag("tr") {
                        tag("th", .scope("col")) { "Teken" }
                        tag("th", .scope("col")) { "Wat" }
                        tag("th", .scope("col")) { "Bij het plan" }
                        tag("th", .scope("col")) { "Lijn kan ernaast liggen" }
                    }
                }
                tag("tbody") {
                    for row in drawing.legend {
                        tag("tr") {
                            tag("td") { row.sign }
                            tag("th", .scope("row")) { row.title }
                            tag("td") { row.state }
                            tag("td") { row.width }
                        }
                    }
                }
            }
            for remark in drawing.remarks { tag("p", .class("note")) { remark } }
        }
    }
}
