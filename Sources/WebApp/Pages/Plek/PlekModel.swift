import Assessment
import Geometry
import NormEngine
import PolicyModel
import Reporting

/// What the page about a place shows.
struct PlekModel {
    struct Run {
        var text: String
        /// Address in the glossary.
        var term: String?
    }

    struct Sentence {
        var mark: String
        var label: String?
        var runs: [Run]
        var about: String?
        var isUncertain: Bool
        var source: Source?
        /// Where one says that it is not right.
        var report: String
    }

    struct Source {
        var text: String
        var status: String?
        var href: String
    }

    struct Part {
        var id: String
        var title: String
        var sentences: [Sentence]
        /// How many there are beyond those.
        var more: String?
        var empty: String?
    }

    struct Topic {
        var id: String
        var title: String
        var count: String
        var sentences: [Sentence]
        var uncertain: [Sentence]
        var uncertainTitle: String
    }

    struct Lies {
        var title: String
        var href: String
        var names: String?
        var runs: [Run]
        var remark: String?
        var source: Source?
        var report: String
    }

    struct Word {
        var label: String
        var definition: String
        var href: String
    }

    /// The shapes of the signs.
    var symbols: String
    var title: String
    var kind: String
    /// Why the answer is about an area.
    var banner: String?
    var intro: String
    var short: [Part]
    var unknown: [String]
    var unknownMore: String?
    var here: [Lies]
    var nearby: [Lies]
    var topics: [Topic]
    var ground: String
    var hasGround: Bool
    var words: [Word]
    var notConsulted: [String]
    var warnings: [String]
    var address: String
    var view: String
    var layers: String
    var plan: String
    var planHref: String
    var mapHref: String
    var day: String
}
