/// The classes that tell one place from another, in the drawing order, and those that are the same nearly everywhere.
///
/// A class of nearly the whole house would cover everything after it. What keeps a plan out for certain is always drawn.
public struct TellingClasses: Sendable, Hashable {
    /// A class that applies is left out from this share of the house.
    private static let mostCertain = 0.99
    /// A class that is undecided says less, and is left out sooner.
    private static let mostUndecided = 0.9

    public let drawn: [OpportunityClass]
    public let everywhere: [OpportunityClass]

    /// - Parameter isCertainOnly: whether only classes that apply are told.
    public init(_ result: OpportunityResult, isCertainOnly: Bool = false) {
        let order = result.drawingOrder.filter { kind in
            (result.plane(kind)?.cellCount ?? 0) > 0 && (!isCertainOnly || kind.isCertain)
        }
        let everywhere = order.filter { kind in
            let most = kind.isCertain ? Self.mostCertain : Self.mostUndecided
            return !kind.keepsOut
                && Double(result.plane(kind)?.cellCount ?? 0) >= most * Double(result.domain.count)
        }
        self.everywhere = everywhere
        drawn = order.filter { !everywhere.contains($0) }
    }
}

extension OpportunityClass {
    /// A norm applies; nothing about it is undecided.
    public var isCertain: Bool {
        if case .applies = self { true } else { false }
    }

    /// A norm applies that keeps a plan out.
    var keepsOut: Bool {
        if case .applies(let effect) = self { NearestFit.obstacles.contains(effect) } else { false }
    }

    /// A norm may apply that would keep a plan out.
    public var mayKeepOut: Bool {
        if case .undecided(let effect) = self { NearestFit.obstacles.contains(effect) } else { false }
    }
}
