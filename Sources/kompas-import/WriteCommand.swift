import ArgumentParser
import Foundation
import GeoImport

/// The other way round: maps that `kompas map` drew, in formats of a GIS.
struct WriteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "write",
        abstract: "Schrijft een kaart van `kompas map` als GeoTIFF (COG) of GeoPackage.",
        discussion: "Dit commando is er voor `kompas map --geotiff` en `--geopackage`.")

    enum Form: String, ExpressibleByArgument, CaseIterable { case geotiff, geopackage }

    @Argument(help: ArgumentHelp("Wat er geschreven wordt: geotiff of geopackage.", valueName: "vorm"))
    var form: Form

    @Argument(help: ArgumentHelp("De kaart die `kompas map` klaarzette.", valueName: "bron"))
    var source: String

    @Argument(help: ArgumentHelp("Het bestand dat geschreven wordt.", valueName: "doel"))
    var target: String

    func run() throws {
        ImportLimits().limitProcess()
        do {
            switch form {
            case .geotiff: try MapWriter.writeGeoTIFF(URL(filePath: source), to: URL(filePath: target))
            case .geopackage: try MapWriter.writeGeoPackage(URL(filePath: source), to: URL(filePath: target))
            }
        } catch {
            throw Refusal(message: "\(error)")
        }
    }
}
