import NormEngine
import ArgumentParser
import Assessment
import CanonicalJSON
import Foundation
import PolicyModel
import Publication
import Reporting

struct Assess: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assess",
        abstract: "Beoordeelt een initiatief: wat zegt het beleid over dit plan op deze plek?",
        discussion: """
            Geef een bestand met GeoJSON (een Feature, of een FeatureCollection met de onderdelen van één initiatief), `-` \
            voor standaardinvoer, of noem het plan met --activity en een plek. Met --ndjson komt er per regel een \
            initiatief binnen en gaat er per regel een rapport uit.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, html, pdf, geojson }

    @Argument(help: ArgumentHelp("Bestand met GeoJSON, of - voor standaardinvoer.", valueName: "bestand"))
    var file: String?

    @Option(
        help: ArgumentHelp(
            "Coördinatenstelsel van de invoer; anders wat het bestand zegt, of CRS84.", valueName: "EPSG:28992"))
    var crs: String?

    @Flag(help: "Lees initiatieven per regel en schrijf per regel een rapport (JSON).")
    var ndjson = false

    @Option(help: "Vorm van het rapport: text, json, html, pdf of geojson.")
    var format: Format = .text

    @Option(name: .shortAndLong, help: ArgumentHelp("Schrijf naar dit bestand.", valueName: "bestand"))
    var output: String?

    @Option(
        help: ArgumentHelp(
            "Map met de teksten van de documenten, om bij --format html of pdf de passages te tonen; anders KOMPAS_SOURCES.",
            valueName: "map"))
    var sources: String?

    @OptionGroup(title: "Het plan zonder bestand") var initiative: InitiativeFlags
    @OptionGroup(title: "De plek") var place: PlaceFlags
    @OptionGroup(title: "Huis en lagen") var house: HouseOptions
    @OptionGroup var day: DayOption

    func validate() throws {
        if sources != nil, format != .html, format != .pdf {
            throw ValidationError("--sources toont passages; geef ook --format html of --format pdf")
        }
        if format == .pdf, output == nil, Terminal.isTerminal {
            throw ValidationError("een PDF is geen tekst voor het scherm; noem met -o het bestand waar hij heen moet")
        }
        if ndjson {
            guard file == nil || file == "-", initiative.activity == nil, !place.isGiven else {
                throw ValidationError("--ndjson leest van standaardinvoer; geef geen bestand, activiteit of plek")
            }
        } else if file == nil {
            guard initiative.activity != nil else {
                throw ValidationError("geef een bestand, of noem het plan met --activity")
            }
            guard place.isGiven else { throw ValidationError("noem ook de plek: --at, --lonlat of --place") }
        } else if initiative.isGiven || place.isGiven || place.radius != nil {
            throw ValidationError("geef een bestand óf het plan met --activity, --set en een plek, niet allebei")
        }
    }

    func run() async throws {
        let workspace = try Workspace.open(house)
        let day = try day.day()
        if ndjson {
            let isWhole = await NDJSONRun(assessor: workspace.assessor, crs: crs, demo: house.demo, day: day).run()
            if !isWhole { throw KompasExit.inputIsWrong }
            return
        }
        let report: AssessmentReport
        do {
            report = try workspace.assessor.assess(try request(workspace), on: day)
        } catch let refused as InputRefused {
            throw Failure.input(refused.problems, format: format == .text ? .text : .json)
        }
        if format == .pdf {
            try Output.write(try await pdf(report, workspace), to: output)
        } else {
            try Output.write(try rendered(report, workspace), to: output)
        }
        if report.hasFailedLayer || workspace.contentIsBroken { throw KompasExit.incomplete }
    }

    private func request(_ workspace: Workspace) throws -> AssessmentRequest {
        if let file {
            do {
                return AssessmentRequest(input: try JSONValue.parse(try Output.read(file)), crs: crs, demo: house.demo)
            } catch let error as JSONSyntaxError {
                throw InputRefused([Failure.syntax(error)])
            }
        }
        let (geometry, crs) = try place.geometry(in: workspace)
        return AssessmentRequest(
            input: try initiative.feature(geometry: geometry, index: workspace.index), crs: crs, demo: house.demo)
    }

    private func page(_ report: AssessmentReport, _ workspace: Workspace) throws -> HTMLReport {
        HTMLReport(
            report, house: workspace.index.house,
            map: MapSketch(report, house: workspace.index.house, layers: workspace.layers),
            passages: try PassageReader(workspace).passages(of: report, sources: sources))
    }

    private func pdf(_ report: AssessmentReport, _ workspace: Workspace) async throws -> Data {
        guard let maker = PDFMaker.find() else {
            throw Failure.message(
                "het programma dat PDF's maakt, is er niet", help: "installeer het met `tools/setup.sh --web`")
        }
        do {
            return try await ReportPDF.make(try page(report, workspace), report: report, with: maker)
        } catch let problem as PDFProblem {
            throw Failure.message("de PDF is niet gemaakt", help: problem.detail.isEmpty ? nil : problem.detail)
        }
    }

    private func rendered(_ report: AssessmentReport, _ workspace: Workspace) throws -> String {
        switch format {
        case .text:
            TextReport(
                report, house: workspace.index.house, width: Terminal.width,
                isColoured: output == nil && Terminal.isColoured
            ).render()
        case .json: String(decoding: report.canonicalJSON, as: UTF8.self)
        case .html, .pdf: try page(report, workspace).render()
        case .geojson: try GeoJSONReport(report).json.canonicalString
        }
    }
}
