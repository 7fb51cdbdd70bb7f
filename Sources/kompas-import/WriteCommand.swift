import ArgumentParser
import CanonicalJSON
import Foundation
import GeoImport

/// The other way round: what other programs of Kompas made, in formats of a GIS.
struct WriteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "write",
        abstract: "Schrijft wat Kompas maakte als GeoTIFF (COG) of GeoPackage.",
        discussion: """
            Dit commando is er voor `kompas map --geotiff` en `--geopackage`, en voor het dossier bij een gepubliceerde
            afweging, dat met `layers` zijn lagen krijgt.
            """)

    enum Form: String, ExpressibleByArgument, CaseIterable { case geotiff, geopackage, layers }

    @Argument(
        help: ArgumentHelp(
            "Wat er geschreven wordt: een kaart als geotiff of geopackage, of layers als GeoPackage.",
            valueName: "vorm"))
    var form: Form

    @Argument(
        help: ArgumentHelp("Wat er klaarstaat: een kaart van `kompas map`, of lagen als JSON.", valueName: "bron"))
    var source: String

    @Argument(help: ArgumentHelp("Het bestand dat geschreven wordt.", valueName: "doel"))
    var target: String

    func run() throws {
        ImportLimits().limitProcess()
        let (source, target) = (URL(filePath: source), URL(filePath: target))
        do {
            switch form {
            case .geotiff: try MapWriter.writeGeoTIFF(source, to: target)
            case .geopackage: try MapWriter.writeGeoPackage(source, to: target)
            case .layers: try GeoPackageWriter().write(try layers(source), to: target)
            }
        } catch let refusal as Refusal {
            throw refusal
        } catch {
            throw Refusal(message: "\(error)")
        }
    }

    private func layers(_ file: URL) throws -> GeoPackageContents {
        guard let data = FileManager.default.contents(atPath: file.path), let json = try? JSONValue.parse(data),
            let contents = GeoPackageContents(json)
        else { throw Refusal(message: "`\(source)` is niet te lezen") }
        return contents
    }
}
