internal import Foundation
internal import Intake

/// A file that is ready to be read.
struct PlanFile {
    enum Content {
        case geoJSON
        case geoPackage
        case flatGeobuf
        case gml
        case shapefile

        /// `nil` for an archive, which is unpacked first.
        init?(_ kind: FileKind) {
            switch kind {
            case .geoJSON: self = .geoJSON
            case .geoPackage: self = .geoPackage
            case .flatGeobuf: self = .flatGeobuf
            case .gml: self = .gml
            case .zip: return nil
            }
        }

        /// The driver of GDAL that alone may try; `nil` for what is read without it.
        var driver: SourceFormat? {
            switch self {
            case .geoJSON: nil
            case .geoPackage: .geoPackage
            case .flatGeobuf: .flatGeobuf
            case .gml: .gml
            case .shapefile: .shapefile
            }
        }
    }

    var url: URL
    var content: Content
}
