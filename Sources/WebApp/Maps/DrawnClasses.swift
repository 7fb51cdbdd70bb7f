import OpportunityMap

/// The classes that a picture draws, in the order in which they go before each other, and those that it leaves out.
struct DrawnClasses: Sendable {
    /// A class of so large a part of the house would cover everything after it and tells no place from another.
    private static let most = 0.99

    /// What is seen, with its hectares on the picture.
    var classes: [OpportunityClass]
    var hectares: [Double]
    /// The same nearly everywhere, so not drawn. What keeps a plan out is always drawn.
    var everywhere: [OpportunityClass]

    init(_ result: OpportunityResult, _ shown: MapShown) {
        everywhere = []
        var order = result.drawingOrder.filter { (result.plane($0)?.cellCount ?? 0) > 0 }
        switch shown {
        case .one(let kind): order = result.plane(kind) == nil ? [] : [kind]
        case .certain, .all:
            if shown == .certain { order = order.filter(\.isCertain) }
            let limit = Self.most * Double(result.domain.count)
            everywhere = order.filter { kind in
                !kind.keepsOut && Double(result.plane(kind)?.cellCount ?? 0) >= limit
            }
            let left = everywhere
            order = order.filter { !left.contains($0) }
        }
        let drawn = zip(order, result.drawnHectares(by: order)).filter { $0.1 > 0 }
        classes = drawn.map(\.0)
        hectares = drawn.map(\.1)
    }
}

extension OpportunityClass {
    /// A norm applies; nothing about it is undecided.
    var isCertain: Bool {
        if case .applies = self { true } else { false }
    }

    /// A norm applies that keeps a plan out.
    var keepsOut: Bool {
        if case .applies(let effect) = self { NearestFit.obstacles.contains(effect) } else { false }
    }
}
