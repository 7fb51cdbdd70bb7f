import Reporting

/// What the page with the map shows.
struct KaartModel {
    struct Item {
        var id: String
        var title: String
        var summary: String?
        var href: String
        var isOn: Bool
        /// From 1 while it is on; the look of its line.
        var mark: Int?
        var isRough: Bool
        var stratum: String
        var precision: String
    }

    struct Missing {
        var title: String
        var href: String
    }

    struct Group {
        var id: String
        var title: String
        var items: [Item]
        var missing: [Missing]
        var missingTitle: String
        var isOpen: Bool
        /// How many are on; `nil` for none.
        var onCount: Int?
    }

    struct Choice {
        var value: String
        var label: String
        var isChosen: Bool
    }

    struct Lies {
        var title: String
        var href: String
        var names: String?
        var remark: String?
    }

    struct Place {
        var title: String
        var coordinates: String
        var lies: [Lies]
        var near: [Lies]
        var unknown: String?
        var href: String
    }

    var query: String
    var message: String?
    var depth: [Choice]
    var depthValue: String
    var groups: [Group]
    var onIds: String
    var place: Place?
    var view: String
    /// Where the chosen place is marked; empty for none.
    var chosen: String?
    var map: String
    var remark: String?
    var count: Int
}
