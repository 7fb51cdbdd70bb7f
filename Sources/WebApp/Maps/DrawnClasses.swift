import OpportunityMap

/// The classes that a picture draws, in the order in which they go before each other, and those that it leaves out.
struct DrawnClasses: Sendable {
    /// What is seen, with its hectares on the picture.
    var classes: [OpportunityClass]
    var hectares: [Double]
    /// The same nearly everywhere, so not drawn.
    var everywhere: [OpportunityClass]

    init(_ result: OpportunityResult, _ shown: MapShown) {
        let order: [OpportunityClass]
        switch shown {
        case .one(let kind):
            order = result.plane(kind) == nil ? [] : [kind]
            everywhere = []
        case .certain, .all:
            let telling = TellingClasses(result, isCertainOnly: shown == .certain)
            order = telling.drawn
            everywhere = telling.everywhere
        }
        let drawn = zip(order, result.drawnHectares(by: order)).filter { $0.1 > 0 }
        classes = drawn.map(\.0)
        hectares = drawn.map(\.1)
    }
}
