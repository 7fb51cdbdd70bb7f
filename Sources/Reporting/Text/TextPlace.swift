public import Assessment
public import PolicyModel

/// What applies in a place, as text for a terminal.
public struct TextPlace {
    let report: PlaceReport
    let house: PolicyHouse
    var canvas: TextCanvas

    public init(_ report: PlaceReport, house: PolicyHouse, width: Int = 100, isColoured: Bool = false) {
        self.report = report
        self.house = house
        canvas = TextCanvas(width: width, isColoured: isColoured)
    }

    public func render() -> String {
        var page = self
        page.canvas.paragraph("KOMPAS · Deze plek", isBold: true)
        page.canvas.paragraph("\(house.title) · beleid van \(Words.day(report.asOf))")
        page.addPlace()
        page.addNorms("Wat hier geldt", report.norms.filter(\.isCertain))
        let open = report.norms.count { !$0.isCertain }
        if open > 0 {
            page.canvas.blank()
            page.canvas.paragraph(
                "Van nog \(open) regels en uitspraken is niet bekend of deze plek erbij hoort. `--format json` noemt ze alle."
            )
        }
        return page.canvas.text
    }

    private mutating func addPlace() {
        for warning in report.warnings { canvas.item("Let op: \(warning)") }
        canvas.heading("De plek")
        let hits = report.layers.filter { $0.state == .hit || $0.state == .near }
        if hits.isEmpty { canvas.paragraph("Geen enkele kaartlaag laat hier iets zien.") }
        for layer in hits {
            let names = Set(layer.hits.compactMap(\.name)).sorted().joined(separator: ", ")
            let near =
                layer.state == .near
                ? ", vlakbij en de lijn is niet precies" : layer.certain ? "" : ", de lijn is niet precies"
            canvas.item("\(layer.title)\(names.isEmpty ? "" : ": \(names)")\(near)")
        }
        for layer in report.layers where layer.state == .failed { canvas.item("Niet te lezen: \(layer.title)") }
        let silent = report.layers.count { [.noData, .noLayer].contains($0.state) }
        if silent > 0 {
            canvas.item(
                "Van \(silent) aanduidingen is hier niet bekend of ze er liggen; `kompas layers` toont welke kaartlagen er zijn."
            )
        }
        for near in report.place.nearby.prefix(8) {
            canvas.item(
                "In de buurt: \(near.title)\(near.name.map { " (\($0))" } ?? ""), \(Numbers.length(near.distanceMetres))"
            )
        }
    }

    private mutating func addNorms(_ title: String, _ norms: [PlaceReport.Item]) {
        guard !norms.isEmpty else { return }
        canvas.heading(title)
        for norm in norms {
            let activities =
                norm.activities.isEmpty
                ? "elke activiteit" : norm.activities.map(\.lowercasedFirst).joined(separator: "; ")
            canvas.item(
                "\(norm.label): \(norm.summary) (\(activities.lowercasedFirst); \(norm.source.title), \(SectionName.of(norm.source.path)); \(Words.status(norm.documentStatus)))"
            )
        }
    }
}
