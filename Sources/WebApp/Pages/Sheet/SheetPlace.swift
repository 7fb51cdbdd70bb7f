import Assessment
import Casework
import Foundation
import Geometry
import OpportunityMap
import PolicyModel
import Reporting

/// What a sheet shows of the place beside the small map: the ground below it, and the way to the large map.
enum SheetPlace {
    /// The column of soil below the first part that tells a depth; empty when none does.
    static func ground(_ report: AssessmentReport, _ house: SiteHouse, _ day: PolicyDate) -> String {
        guard let part = report.initiative.parts.first(where: { $0.use != nil }),
            let shape = try? GeometryReader(crs: .rd).read(part.geometry)
        else { return "" }
        let profile = house.assessor.ground(below: shape, on: day)
        return SoilColumn(profile, use: part.use, reach: part.reach) { band in
            band.norms.first.map(PolicyAddress.norm) ?? band.designation.map(PolicyAddress.designation)
        }.figure.markup
    }

    /// The nearest places where the part that is kept out here does fit; `nil` when nothing keeps one out.
    static func elsewhere(_ draft: PlanDraft, _ report: AssessmentReport, _ house: SiteHouse) -> String? {
        let kept = report.findings.first { $0.state == .applies && NearestFit.obstacles.contains($0.effect) }
        guard let part = kept.flatMap({ finding in draft.parts.first { finding.parts.contains($0.id) } }),
            let shape = try? GeometryReader(crs: .rd).read(part.geometry), let middle = try? shape.innerPosition()
        else { return nil }
        var query = KansenQuery(Form(), house)
        query.draft = PlanDraft()
        query.draft.initiatorRole = draft.initiatorRole
        query.draft.changePart(query.part.id) { own in
            (own.activities, own.change, own.phase) = (part.activities, part.change, part.phase)
            (own.use, own.properties) = (part.use, part.properties)
        }
        let hectares = (shape.areaSquareMetres / 1_000).rounded() / 10
        if KansenQuery.hectaresOffered.contains(hectares) { query.hectares = hectares }
        query.day = report.asOf
        query.from = SoughtPlace.text(of: middle)
        return query.address(house) + "#dichtstbij"
    }

    /// Metres a pixel at level 0 of the Dutch tile matrix set; each level halves them.
    private static let coarsest = 3440.64

    /// The page with the map, at the view and with the layers of a small map.
    static func mapAddress(_ sketch: MapSketch) -> String {
        let view = sketch.view
        let level = max(0, log2(coarsest / max(0.5, view.width / 900)))
        let layers = sketch.layers.filter { !$0.coversView }.compactMap(\.summary.layer)
        let place =
            "/kaart?x=\(Int((view.minX + view.maxX) / 2))&y=\(Int((view.minY + view.maxY) / 2))&z=\((level * 10).rounded() / 10)"
        return layers.isEmpty ? place : place + "&lagen=" + layers.map(PlanAddress.encoded).joined(separator: ",")
    }
}
