/// The kinds of files that are read, told by their first bytes and never by their names.
public enum FileKind: String, Sendable, Hashable, CaseIterable {
    case geoJSON = "geojson"
    case geoPackage = "gpkg"
    case flatGeobuf = "fgb"
    case gml
    case zip

    /// The name under which the reading program finds it; a name from elsewhere never becomes one.
    public var fileName: String { "invoer.\(rawValue)" }

    /// What people call it, without an article.
    var title: String {
        switch self {
        case .geoJSON: "GeoJSON"
        case .geoPackage: "GeoPackage"
        case .flatGeobuf: "FlatGeobuf"
        case .gml: "GML"
        case .zip: "zip-bestand"
        }
    }

    /// What the end of a name promises.
    init?(nameEnding ending: String) {
        switch ending.lowercased() {
        case "geojson", "json": self = .geoJSON
        case "gpkg": self = .geoPackage
        case "fgb": self = .flatGeobuf
        case "gml": self = .gml
        case "zip": self = .zip
        default: return nil
        }
    }
}
