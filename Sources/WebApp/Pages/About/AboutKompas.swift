import Assessment
import NormEngine
import PolicyModel
import Reporting

/// What the page about Kompas tells.
struct AboutKompas {
    /// Layers that come from the same place under the same terms.
    struct SourceRow {
        var origin: String
        var licence: String
        var basis: String
        var layers: Int
    }

    var contact: ContactView
    var houseTitle: String
    var version: String
    var contentHash: String
    var day: String
    var norms: String
    var loaded: String
    var named: String
    /// How many of the layers are sketches; `nil` when none is.
    var sketches: String?
    var usesDemonstration: Bool
    var sources: [SourceRow]

    init(site: Site) {
        let house = site.house.house
        let layers = house.layers.filter { $0.demo != true || site.house.usesDemonstration }
        contact = ContactView(site: site)
        houseTitle = house.title
        version = EngineVersion.current
        contentHash = String(site.house.hash.prefix(12))
        day = DutchTime.text(site.today)
        norms = Self.number(house.norms.count)
        loaded = Self.number(house.documents.count(where: \.loaded))
        named = Self.number(house.documents.count { !$0.loaded })
        let rough = layers.count { $0.basis.isSketch }
        if rough > 0 {
            sketches = rough == layers.count ? "Alle \(rough) kaartlagen" : "\(rough) van de \(layers.count) kaartlagen"
        }
        usesDemonstration = site.house.usesDemonstration
        struct Origin: Hashable { var origin: String, licence: String, basis: String }
        let groups = Dictionary(grouping: layers) {
            Origin(origin: $0.origin, licence: $0.licence, basis: Words.basis($0.basis.rawValue))
        }
        sources = groups.map {
            SourceRow(origin: $0.key.origin, licence: $0.key.licence, basis: $0.key.basis, layers: $0.value.count)
        }.sorted { ($1.layers, $0.origin) < ($0.layers, $1.origin) }
    }

    private static func number(_ count: Int) -> String { Numbers.decimal(Double(count), digits: 0) }
}
