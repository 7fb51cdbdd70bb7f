import NormEngine
import OpportunityMap
import PolicyModel
import Reporting

/// Words and numbers of maps.
struct MapWords {
    let index: HouseIndex

    func text(_ kind: OpportunityClass) -> String { OpportunityWords(index: index).text(kind) }

    func capitalised(_ kind: OpportunityClass) -> String { Words.capitalised(text(kind)) }

    /// What a record is called, by its id.
    func title(_ id: String) -> String {
        switch id {
        case "change": "soort verandering"
        case "phase": "fase"
        case "initiator.role": "wie de initiatiefnemer is"
        default:
            index.designations[id]?.title ?? index.properties[id]?.label.lowercased() ?? index.documents[id]?.title
                ?? index.house.layers.first { $0.id == id }?.title ?? index.questionTexts[id] ?? id
        }
    }

    /// Hectares without what nobody can use: whole ones from ten up, tenths below.
    static func hectares(_ value: Double) -> String {
        Numbers.decimal(value, digits: value >= 10 || value == value.rounded() ? 0 : 1)
    }

    static func share(_ part: Double, of whole: Double) -> String {
        guard whole > 0, part > 0 else { return "0 %" }
        let share = part / whole * 100
        if share < 0.1 { return "< 0,1 %" }
        if share < 10 { return Numbers.decimal(share, digits: 1) + " %" }
        if share > 99.9, share < 100 { return "> 99,9 %" }
        return Numbers.decimal(share, digits: share > 99 && share < 100 ? 1 : 0) + " %"
    }

    static func sketches(_ layers: SketchedLayers) -> String { layers.text(width: Numbers.length(layers.widthMetres)) }

    /// What stands on a cell.
    static func footprint(_ hectares: Double?) -> String {
        hectares.map { "een cirkel van \(Numbers.trimmed($0)) ha" } ?? "een punt"
    }
}

extension OpportunityClass {
    /// How a class stands in an address of a swatch, without signs that mean something there.
    var swatchID: String {
        switch self {
        case .applies(let effect): effect.rawValue
        case .undecided(let effect): effect.rawValue + "-onbeslist"
        case .noData: "geen-gegevens"
        case .yields, .goesFirst, .claimsUnknown, .rung, .function: "overig"
        }
    }

    /// The look behind such an address; `nil` for a class that is not there.
    static func look(_ swatch: String) -> CellPicture.Look? {
        let palette = Palette()
        func look(_ kind: OpportunityClass) -> CellPicture.Look {
            CellPicture.Look(palette.colour(of: kind), Texture.of(kind))
        }
        switch swatch {
        case "geen-gegevens": return look(.noData)
        case "overig": return look(.function(""))
        case "niets": return CellPicture.Look(palette.nothing, .plain)
        case "erbij": return DifferenceLook.gained
        case "eraf": return DifferenceLook.lost
        case "anders": return DifferenceLook.other
        default: break
        }
        if swatch.hasSuffix("-onbeslist") {
            return Effect(rawValue: String(swatch.dropLast("-onbeslist".count))).map { look(.undecided($0)) }
        }
        return Effect(rawValue: swatch).map { look(.applies($0)) }
    }
}
