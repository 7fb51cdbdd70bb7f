import ArgumentParser
import DutchUsage
import Foundation
import GeoImport
import Geometry
import MapLayers
import PolicyModel

/// The program that brings foreign geometry into the layer store; the only one that links GDAL.
@main
struct KompasImport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kompas-import",
        abstract: "Leest een kaartlaag uit een bestand en bewaart haar bij een aanduiding.",
        discussion: """
            Leest GeoJSON, GeoPackage, GML, Shapefile (gezipt mag) en FlatGeobuf in EPSG:28992, EPSG:4258 of WGS 84.
            Ongeldige geometrie wordt hersteld en geteld. Een laag komt er heel in of helemaal niet.

            Afloop: 0 klaar; 1 de bron of de opslag klopt niet; 2 verkeerd gebruik.
            """)

    @Argument(help: ArgumentHelp("Het bestand dat gelezen wordt.", valueName: "bron"))
    var source: String

    @Option(help: ArgumentHelp("De kaartlagenopslag; wordt gemaakt als zij er niet is.", valueName: "bestand"))
    var store: String

    @Option(help: ArgumentHelp("De aanduiding waarbij de laag hoort.", valueName: "id"))
    var designation: String

    @Option(help: ArgumentHelp("De id van de laag in de opslag; gewoonlijk die van de aanduiding.", valueName: "id"))
    var id: String?

    @Option(help: ArgumentHelp("De titel van de laag.", valueName: "tekst"))
    var title: String?

    @Option(help: ArgumentHelp("De laag in de bron, als er meer dan een is.", valueName: "naam"))
    var layerName: String?

    @Option(
        name: .customLong("where"), help: ArgumentHelp("Alleen wat hieraan voldoet (OGR SQL).", valueName: "voorwaarde")
    )
    var filter: String?

    @Option(help: ArgumentHelp("Het veld met de naam.", valueName: "veld"))
    var nameField: String?

    @Option(help: ArgumentHelp("Het veld met de id; gewoonlijk het volgnummer in de bron.", valueName: "veld"))
    var idField: String?

    @Option(
        help: ArgumentHelp(
            "Een veld dat bewaard wordt, eventueel onder een andere naam; mag vaker.", valueName: "veld[=naam]"))
    var attribute: [String] = []

    @Option(
        help: ArgumentHelp(
            "Hoe precies de lijnen zijn: exact of indicative:BREEDTE in meter; anders exact.", valueName: "precisie"))
    var precision: PrecisionArgument?

    @Option(
        help: ArgumentHelp(
            "Waar de laag volledig is: house, features, around:METERS of een bestand; anders house.",
            valueName: "dekking"))
    var coverage: String?

    @Option(help: ArgumentHelp("De licentie van de gegevens.", valueName: "tekst"))
    var licence: String

    @Option(help: ArgumentHelp("Waar de gegevens vandaan komen.", valueName: "tekst"))
    var origin: String = ""

    @Option(help: ArgumentHelp("De dag waarop de gegevens golden, als JJJJ-MM-DD.", valueName: "dag"))
    var asOf: DayArgument?

    @Flag(help: "Vervangt een laag met dezelfde id.")
    var replace = false

    @Flag(help: "Weigert ongeldige of lege geometrie in plaats van haar te herstellen of over te slaan.")
    var strict = false

    @Option(help: ArgumentHelp("Hoe het verslag eruitziet: text of json.", valueName: "vorm"))
    var format: OutputFormat = .text

    @Option(help: ArgumentHelp("Hoeveel gebieden er ten hoogste worden gelezen.", valueName: "aantal"))
    var maxFeatures = ImportLimits().features

    func validate() throws {
        if licence.trimmingCharacters(in: .whitespaces).isEmpty {
            throw ValidationError("geef met --licence aan onder welke licentie de gegevens staan")
        }
    }

    func run() throws {
        let options = try importOptions()
        options.limits.limitProcess()
        let progress = ProgressLine()
        do {
            let (draft, report) = try LayerImporter(options: options).read { progress.show("gelezen", $0, $1) }
            let store = try LayerStore.openForWriting(URL(fileURLWithPath: store))
            try store.add(draft, replacing: replace) { progress.show("geknipt", $0, report.features) }
            progress.end()
            print(ImportReportText(report).text(format))
            for claim in unspokenClaims { ProgressLine.write("let op: \(claim)\n") }
        } catch {
            progress.end()
            throw Refusal(message: "\(error)")
        }
    }

    /// What the layer claims because nobody said otherwise. Outside a layer that claims to be complete, "not there" counts.
    private var unspokenClaims: [String] {
        var claims: [String] = []
        if precision == nil { claims.append("zonder --precision gelden de lijnen als exact") }
        if coverage == nil {
            claims.append("zonder --coverage geldt de laag als volledig in het hele gebied: waar niets ligt, is niets")
        }
        return claims
    }

    private func importOptions() throws -> ImportOptions {
        let coverage = try CoverageArgument(coverage ?? "house")
        let description = LayerDescription(
            id: id ?? designation, designation: designation, title: title ?? designation,
            precision: precision?.precision ?? LayerPrecision(kind: .exact, widthMetres: nil),
            coverage: coverage.coverage, asOf: asOf?.day, licence: licence,
            origin: origin)
        var options = ImportOptions(source: URL(fileURLWithPath: source), description: description)
        options.layerName = layerName
        options.filter = filter
        options.nameField = nameField
        options.idField = idField
        options.attributes = attribute.map { text in
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            return (parts.first ?? text, parts.last ?? text)
        }
        options.isStrict = strict
        options.limits.features = maxFeatures
        options.coverageFile = coverage.file
        return options
    }

    /// Two more commands serve other programs of Kompas; people have no use for them.
    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        switch arguments.first {
        case ReadPlan.configuration.commandName: run(ReadPlan.self, Array(arguments.dropFirst()))
        case WriteCommand.configuration.commandName: run(WriteCommand.self, Array(arguments.dropFirst()))
        default: run(KompasImport.self, arguments)
        }
    }

    private static func run<Command: ParsableCommand>(_ command: Command.Type, _ arguments: [String]) {
        do {
            var command = try command.parse(arguments)
            try command.run()
        } catch let refusal as Refusal {
            ProgressLine.write("fout: \(refusal.message)\n")
            Foundation.exit(1)
        } catch {
            let code = command.exitCode(for: error)
            let text = DutchUsage.translated(command.fullMessage(for: error))
            // The library's own code for wrong usage is 64.
            if code.isSuccess { print(text) } else { ProgressLine.write(text + "\n") }
            Foundation.exit(code.isSuccess ? 0 : 2)
        }
    }
}

/// The source or the store is not as it must be.
struct Refusal: Error {
    var message: String
}
