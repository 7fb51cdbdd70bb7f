public import Foundation
internal import Casework
internal import CanonicalJSON
public import MapLayers

/// A published record with everything that belongs to it as one zip, for an archive: page, PDF, data, map, and sidecars by MDTO
/// that say what each file is.
public struct DossierArchive: Sendable {
    private let document: RecordDocument
    private let layers: MapLayers
    private let maps: GeoPackageMaker?

    /// - Parameters:
    ///   - layers: give the geometry of what the plan lies in.
    ///   - maps: writes the map; without it the archive has none.
    public init(_ document: RecordDocument, layers: MapLayers, maps: GeoPackageMaker?) {
        self.document = document
        self.layers = layers
        self.maps = maps
    }

    /// - Parameter pdf: the PDF of the record, when there is one.
    /// - Throws: when the record was not published, or something cannot be written.
    public func zip(pdf: Data?) async throws -> Data {
        guard let number = document.number, let stamp = document.record.stamp else { throw NotPublished() }
        var files: [ArchiveFile] = [
            ArchiveFile(
                name: "verslag.json", format: .json,
                content: try PublishedJSON(document).json.canonical()),
            ArchiveFile(name: "verslag.html", format: .html, content: Array(RecordPage(document).render().utf8)),
        ]
        if let report = document.reportJSON {
            files.append(ArchiveFile(name: "rapport.json", format: .json, content: try report.canonical()))
        }
        if let pdf { files.append(ArchiveFile(name: "verslag.pdf", format: .pdfA, content: Array(pdf))) }
        if let maps, let map = try await maps.make(ArchiveMap(document, layers: layers).json(moment: stamp.publishedAt))
        {
            files.append(ArchiveFile(name: "kaart.gpkg", format: .geoPackage, content: Array(map)))
        }
        let mdto = MDTO(document, stamp: stamp, files: files)
        let moment = Instant.date(stamp.publishedAt) ?? Date(timeIntervalSince1970: 0)
        var zip = ZipWriter(moment: moment)
        let folder = "afweging-\(number)/"
        zip.add(folder + "verslag.mdto.xml", Array(mdto.record.utf8))
        for file in files {
            zip.add(folder + file.name, file.content)
            zip.add(folder + file.name + ".bestand.mdto.xml", Array(mdto.sidecar(of: file).utf8))
        }
        return Data(zip.finished())
    }
}

/// A record without a number cannot go to an archive.
public struct NotPublished: Error, Sendable, Hashable {}

/// A file in an archive.
struct ArchiveFile {
    /// Formats by the names and numbers of PRONOM, the register of file formats.
    enum Format {
        case json, html, pdfA, geoPackage

        var label: String {
            switch self {
            case .json: "JSON Data Interchange Format"
            case .html: "Hypertext Markup Language (5)"
            case .pdfA: "Acrobat PDF/A - Portable Document Format (3a)"
            case .geoPackage: "OGC GeoPackage Encoding Standard"
            }
        }

        var code: String {
            switch self {
            case .json: "fmt/817"
            case .html: "fmt/471"
            case .pdfA: "fmt/479"
            case .geoPackage: "fmt/1700"
            }
        }
    }

    var name: String
    var format: Format
    var content: [UInt8]
}
