import Foundation

/// The formats that may be read. Drivers that use the network or run commands are not among them.
enum SourceFormat: String, CaseIterable {
    case geoJSON = "GeoJSON"
    case geoPackage = "GPKG"
    case gml = "GML"
    case shapefile = "ESRI Shapefile"
    case flatGeobuf = "FlatGeobuf"

    /// What GDAL opens for a file: a zipped shapefile is read from the archive.
    static func path(of file: URL) -> String {
        file.pathExtension.lowercased() == "zip" ? "/vsizip/{\(file.path)}" : file.path
    }

    /// Options that keep a driver from fetching schemas and from writing beside the source.
    static func openOptions(of file: URL) -> [String] {
        ["gml", "xml"].contains(file.pathExtension.lowercased()) ? ["DOWNLOAD_SCHEMA=NO", "WRITE_GFS=NO"] : []
    }

    static let words = "GeoJSON, GeoPackage, GML, Shapefile (gezipt mag) en FlatGeobuf"
}
