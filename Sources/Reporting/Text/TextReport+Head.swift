import Assessment
import PolicyModel

extension TextReport {
    mutating func addHead() {
        canvas.paragraph("KOMPAS · " + (report.initiative.title ?? "Initiatief zonder titel"), isBold: true)
        canvas.paragraph("\(houseTitle) · beleid van \(Words.day(report.asOf))")
        canvas.heading("In het kort")
        canvas.paragraph(report.plainLanguage.short)
        for point in report.plainLanguage.points { canvas.item(point) }
        if !report.warnings.isEmpty {
            canvas.subheading("Let op")
            for warning in report.warnings { canvas.item(warning) }
        }
    }

    mutating func addNotConsulted() {
        guard !report.notConsulted.isEmpty else { return }
        canvas.heading("Niet geraadpleegd")
        canvas.paragraph("Kompas heeft deze documenten niet gelezen. Wat erin staat, kan de uitkomst veranderen.")
        for document in report.notConsulted {
            let chapters =
                document.chapters.isEmpty
                ? "" : " Waar het over gaat: " + document.chapters.map(\.trimmedPoint).joined(separator: "; ") + "."
            let findings = document.findings.isEmpty ? "" : " Zie " + numbers(document.findings) + "."
            canvas.item(document.title + "." + chapters + findings)
        }
    }

    mutating func addPlace() {
        canvas.heading("Wat en waar")
        for part in report.initiative.parts {
            if report.initiative.parts.count > 1 { canvas.subheading("Onderdeel \(part.id)") }
            canvas.row("Activiteit", part.activities.map(\.label).joined(separator: ", "))
            if let change = part.change { canvas.row("Verandering", change.rawValue) }
            if let phase = part.phase { canvas.row("Fase", phase.rawValue) }
            switch part.measure.kind {
            case .area: canvas.row("Oppervlakte", Numbers.area(part.measure.value ?? 0))
            case .length: canvas.row("Lengte", Numbers.length(part.measure.value ?? 0))
            case .point: canvas.row("Plek", "een punt")
            }
            if let depth = voice.depth(of: part) { canvas.row("Diepte", depth) }
            for (position, property) in part.properties.sorted(by: { $0.key < $1.key }).enumerated() {
                canvas.row(
                    position == 0 ? "Opgegeven" : "", "\(names.title(property.key)): \(Numbers.value(property.value))")
            }
        }
        canvas.blank()
        canvas.row(
            "Hoofdfunctie", place.primaryFunctions.isEmpty ? "niet bekend" : voice.shares(place.primaryFunctions))
        if !place.municipalities.isEmpty { canvas.row("Gemeente", voice.shares(place.municipalities)) }
        if !place.settlements.isEmpty { canvas.row("Kern", voice.shares(place.settlements)) }
        if !place.regions.isEmpty { canvas.row("Regio", voice.shares(place.regions)) }
        addHits()
        for (position, near) in place.nearby.prefix(8).enumerated() {
            canvas.row(
                position == 0 ? "In de buurt" : "",
                "\(near.title)\(near.name.map { ": " + $0 } ?? "") (\(Numbers.length(near.distanceMetres)))")
        }
        addSilentLayers()
    }

    /// Designations of policy that the plan lies in.
    private mutating func addHits() {
        for (position, layer) in voice.policyHits.enumerated() {
            canvas.row(position == 0 ? "Ligt in" : "", voice.hit(layer))
        }
    }

    private var place: PlaceSummary { report.place }

    /// Layers that could have decided something here; the others are only counted.
    private mutating func addSilentLayers() {
        let (telling, rest) = voice.silentLayers
        guard rest > 0 || !telling.isEmpty else { return }
        var text = telling.map { "\($0.title) (\(Words.layerState($0.state)))" }.joined(separator: "; ")
        if rest > 0 {
            text +=
                (text.isEmpty ? "" : "; en ")
                + "\(rest) \(rest == 1 ? "kaartlaag" : "kaartlagen") waar hier niets van afhangt"
        }
        canvas.row("Niet bekend hier", text)
    }
}

extension String {
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
