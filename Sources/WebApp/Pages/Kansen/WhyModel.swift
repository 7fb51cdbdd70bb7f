import Assessment
import Geometry
import NormEngine
import OpportunityMap
import PolicyModel
import Reporting

/// Why a place is what the map says: the assessment of the plan there.
struct WhyModel {
    struct Finding {
        var mark: String
        var label: String
        var title: String
        var summary: String
        var href: String
        var source: String
        /// Why it is undecided.
        var because: [String]
    }

    struct Class {
        var swatch: String
        var label: String
    }

    /// What stands in the field.
    var text: String
    var message: String?
    var title: String?
    var about: String
    var classes: [Class] = []
    var applies: [Finding] = []
    var undecided: [Finding] = []
    /// Findings that hold in every place, and goals and the like.
    var everywhere: [Finding] = []
    var further: [Finding] = []
    var planHref: String?
    var placeHref: String?

    var hasPlace = false
    /// Nothing that depends on the place keeps the plan out or steers it.
    var isEmpty = false

    init(_ asked: KansenAsked, _ kept: KeptMap, _ site: Site) throws {
        let query = asked.query
        let house = site.house
        text = query.place ?? ""
        about =
            "Hier wordt \(MapWords.footprint(query.hectares)) beoordeeld, in het midden van de cel van \(query.cell) bij \(query.cell) m."
        guard let typed = query.place else { return }
        let sought = SoughtPlace(typed, in: house)
        message = sought.message
        guard let position = sought.position else { return }
        let result = kept.result
        guard let cell = result.grid.cell(at: position), result.domain[cell] else {
            message = PlaceWords(house).sentence(.outside(position), query: typed)
            return
        }
        let centre = result.grid.centre(of: cell)
        let words = MapWords(index: house.index)
        title = SoughtPlace.title(of: centre, in: house)
        hasPlace = true
        classes = result.classes(of: cell).map { Class(swatch: $0.swatchID, label: words.capitalised($0)) }
        let shape = try result.footprint.shape(at: centre)
        let report = try house.assessor.assess(
            AssessmentRequest(
                input: query.input(at: try shape.geoJSON(in: .rd)), crs: CRS.rd.rawValue,
                demo: house.usesDemonstration),
            on: asked.key.question.asOf)
        read(report, everywhere: Set(result.everywhere.map(\.norm)), house)
        let rounded = PlaceFinder.rounded(centre)
        let activities = query.activities.map { "&activiteit=" + PlaceAddress.encoded($0) }.joined()
        planHref = "/toets/nieuw?x=\(Int(rounded.x))&y=\(Int(rounded.y))" + activities
        placeHref = "/plek?x=\(Int(rounded.x))&y=\(Int(rounded.y))"
    }

    private mutating func read(_ report: AssessmentReport, everywhere norms: Set<String>, _ house: SiteHouse) {
        let words = MapWords(index: house.index)
        for item in report.findings {
            let finding = Finding(
                mark: item.state == .undecided ? "unknown" : Mark(item.effect).rawValue, label: item.label,
                title: item.title, summary: item.summary, href: PolicyAddress.norm(item.norm),
                source: "\(item.source.title), \(SectionName.of(item.source.path))",
                because: item.state == .undecided
                    ? item.undecidedBecause.map {
                        Words.missing($0, title: words.title)
                    } : [])
            if norms.contains(item.norm) {
                everywhere.append(finding)
            } else if PressureMap.Kind(item.effect) == nil || PressureMap.Kind(item.effect) == .task {
                further.append(finding)
            } else if item.state == .applies {
                applies.append(finding)
            } else {
                undecided.append(finding)
            }
        }
        isEmpty = applies.isEmpty && undecided.isEmpty
    }
}
