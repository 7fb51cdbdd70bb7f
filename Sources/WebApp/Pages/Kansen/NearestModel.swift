import Casework
import Geometry
import NormEngine
import OpportunityMap
import PolicyModel
import Reporting

/// The nearest places where it fits, and the largest areas.
struct NearestModel {
    struct Place {
        var title: String
        var distance: String
        var remaining: [WhyModel.Class]
        var why: String
    }

    struct Area {
        var title: String
        var hectares: String
        var why: String
    }

    var text: String
    var message: String?
    var from: String?
    var places: [Place] = []
    /// Norms that keep it out wherever it goes.
    var obstacles: [KansenModel.Norm] = []
    /// No place where it fits for certain; the places are those where nothing is certain to keep it out.
    var isUncertain = false
    /// Not even that.
    var isNowhere = false

    init(_ asked: KansenAsked, _ kept: KeptMap, _ house: SiteHouse) {
        let query = asked.query
        text = query.from ?? ""
        let words = MapWords(index: house.index)
        obstacles = kept.result.everywhere.filter { NearestFit.obstacles.contains($0.effect) }.map {
            Self.norm($0, house)
        }
        guard let typed = query.from else { return }
        let sought = SoughtPlace(typed, in: house)
        message = sought.message
        guard let position = sought.position else { return }
        from = sought.name ?? SoughtPlace.title(of: position, in: house)
        let fit = NearestFit(kept.result, from: position)
        // What is nearly everywhere the same tells no place from another; what may keep it out is always told.
        let same = Set(TellingClasses(kept.result).everywhere.filter { !$0.mayKeepOut })
        isUncertain = !fit.possible.isEmpty
        isNowhere = fit.places.isEmpty && fit.possible.isEmpty
        places = (fit.places + fit.possible).map { place in
            Place(
                title: SoughtPlace.title(of: place.centre, in: house), distance: Numbers.length(place.distanceMetres),
                remaining: place.remaining.filter { $0.isAboutNorms && !same.contains($0) }.map {
                    WhyModel.Class(swatch: $0.swatchID, label: words.capitalised($0))
                },
                why: Self.why(place.centre, query, house))
        }
    }

    /// The largest areas of some cells.
    static func areas(_ fitting: BitPlane, _ query: KansenQuery, _ house: SiteHouse) -> [Area] {
        fitting.areas(limit: 5).map { area in
            Area(
                title: SoughtPlace.title(of: area.centre, in: house),
                hectares: MapWords.hectares(area.hectares), why: why(area.centre, query, house))
        }
    }

    static func norm(_ item: CompiledActivity.Everywhere, _ house: SiteHouse) -> KansenModel.Norm {
        KansenModel.Norm(
            effect: Words.capitalised(OpportunityWords.text(item.effect)) + (item.applies ? "" : " (onbeslist)"),
            title: house.index.norms[item.norm]?.title ?? item.norm, href: PolicyAddress.norm(item.norm))
    }

    private static func why(_ position: Position, _ query: KansenQuery, _ house: SiteHouse) -> String {
        query.address(house, with: [("plek", SoughtPlace.text(of: position))]) + "#waarom"
    }
}

extension OpportunityClass {
    /// A norm applies or may, so there is something to read.
    var isAboutNorms: Bool {
        switch self {
        case .applies, .undecided, .noData: true
        case .yields, .goesFirst, .claimsUnknown, .rung, .function: false
        }
    }
}
