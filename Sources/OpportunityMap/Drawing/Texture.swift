import PolicyModel

/// Marks over a colour by which classes are told apart without it. All repeat every eight pixels, so tiles join.
public enum Texture: String, Sendable, CaseIterable {
    case plain
    /// Lines from the south-west to the north-east, and close together.
    case rising, closeRising
    /// Lines from the north-west to the south-east, and close together.
    case falling, closeFalling
    case crossed
    case level, closeLevel
    case upright, closeUpright
    case squares
    case dots, fewDots
    case dashes

    static let period = 8

    /// Whether a mark stands on a pixel, counted from the north-west.
    @inline(__always)
    public func isInk(_ x: Int, _ y: Int) -> Bool {
        let (column, row) = (x & 7, y & 7)
        switch self {
        case .plain: return false
        case .rising: return (column + row) & 7 == 7
        case .closeRising: return (column + row) & 3 == 3
        case .falling: return (column - row) & 7 == 0
        case .closeFalling: return (column - row) & 3 == 0
        case .crossed: return (column + row) & 7 == 7 || (column - row) & 7 == 0
        case .level: return row == 4
        case .closeLevel: return row & 3 == 2
        case .upright: return column == 4
        case .closeUpright: return column & 3 == 2
        case .squares: return row == 4 || column == 4
        case .dots: return (column & 3 == 1 || column & 3 == 2) && row & 3 == 1 && (column < 4) == (row < 4)
        case .fewDots: return (column == 3 || column == 4) && (row == 3 || row == 4)
        case .dashes: return (row == 2 && column < 4) || (row == 6 && column >= 4)
        }
    }

    /// The marks of a class; a class that is undecided has those of its effect, on a paler ground.
    public static func of(_ kind: OpportunityClass) -> Texture {
        switch kind {
        case .applies(let effect), .undecided(let effect): of(effect)
        case .noData: .fewDots
        case .yields, .goesFirst, .claimsUnknown, .rung, .function: .plain
        }
    }

    private static func of(_ effect: Effect) -> Texture {
        switch effect {
        case .prohibited: .crossed
        case .noUnless: .rising
        case .undesired: .closeRising
        case .restrained: .level
        case .phaseOut: .closeLevel
        case .reserved: .upright
        case .yesProvided: .dots
        case .yesAnd: .fewDots
        case .permitted: .plain
        case .encouraged: .falling
        case .sitingPreference: .closeFalling
        case .priority: .squares
        case .duty, .commitment: .dashes
        case .procedure, .competence: .closeUpright
        case .assessAs, .intention: .rising
        case .regulatedElsewhere, .goal: .fewDots
        case .noStatus: .plain
        case .information: .level
        }
    }
}
