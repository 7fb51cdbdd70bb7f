import PolicyModel

/// Colours of a map, opaque or not, one per class.
public struct Palette: Sendable {
    public struct Colour: Sendable, Hashable {
        public var red, green, blue, alpha: UInt8

        public init(_ red: UInt8, _ green: UInt8, _ blue: UInt8, alpha: UInt8 = 255) {
            (self.red, self.green, self.blue, self.alpha) = (red, green, blue, alpha)
        }

        /// `#rrggbb`.
        public var hexadecimal: String {
            "#"
                + [red, green, blue].map { value in
                    let digits = String(value, radix: 16)
                    return digits.count < 2 ? "0" + digits : digits
                }.joined()
        }
    }

    /// Where no finding stands, within the house.
    public var nothing = Colour(243, 241, 234)
    public var outside = Colour(0, 0, 0, alpha: 0)

    public init() {}

    /// Colours that stay apart without red and green (after Okabe and Ito); undecided ones are paler.
    public func colour(of kind: OpportunityClass) -> Colour {
        switch kind {
        case .applies(let effect): Self.colour(of: effect)
        case .undecided(let effect): Self.paler(Self.colour(of: effect))
        case .noData: Colour(158, 158, 158)
        default: Colour(120, 120, 160)
        }
    }

    private static func paler(_ colour: Colour) -> Colour {
        func pale(_ value: UInt8) -> UInt8 { UInt8((Int(value) * 45 + 255 * 55) / 100) }
        return Colour(pale(colour.red), pale(colour.green), pale(colour.blue))
    }

    private static func colour(of effect: Effect) -> Colour {
        switch effect {
        case .prohibited: Colour(158, 27, 50)
        case .noUnless: Colour(213, 94, 0)
        case .undesired: Colour(190, 120, 70)
        case .restrained: Colour(230, 159, 0)
        case .reserved: Colour(120, 60, 120)
        case .phaseOut: Colour(150, 110, 60)
        case .yesProvided: Colour(86, 150, 200)
        case .yesAnd: Colour(60, 170, 190)
        case .permitted: Colour(0, 158, 115)
        case .encouraged: Colour(0, 120, 80)
        case .sitingPreference: Colour(90, 175, 110)
        case .priority: Colour(0, 90, 140)
        case .duty, .procedure, .assessAs, .regulatedElsewhere: Colour(130, 150, 180)
        case .commitment, .competence, .goal, .intention: Colour(170, 185, 170)
        case .noStatus, .information: Colour(200, 200, 195)
        }
    }
}
