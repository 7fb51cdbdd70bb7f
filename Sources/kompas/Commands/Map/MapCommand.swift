import ArgumentParser
import Assessment
import CanonicalJSON
import Foundation
import Geometry
import NormEngine
import OpportunityMap
import PolicyModel
import Reporting

struct MapCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "map",
        abstract: "Tekent waar een activiteit past: hectares per klasse, en op elke plek waarom.",
        discussion: """
            Elke cel krijgt de uitkomsten die `assess` er ook geeft. Wat overal geldt, staat apart: daaraan verandert geen \
            plek iets. De kaart geeft geen oordeel; zij telt hectares, geen argumenten.
            """)

    @OptionGroup(title: "Het plan") var initiative: InitiativeFlags
    @OptionGroup(title: "De kaart") var grid: GridFlags
    @OptionGroup(title: "Huis en lagen") var house: HouseOptions
    @OptionGroup var day: DayOption

    @Option(help: ArgumentHelp("Vertel van één cel waarom: de beoordeling van het plan daar.", valueName: "x,y"))
    var at: String?

    @Option(help: ArgumentHelp("Zoek de dichtstbijzijnde plekken waar het past.", valueName: "x,y"))
    var nearest: String?

    @Option(help: ArgumentHelp("Schrijf de kaart als plaatje.", valueName: "bestand.png"))
    var png: String?

    @Option(help: ArgumentHelp("Schrijf per klasse de vlakken in GeoJSON (RD).", valueName: "bestand.geojson"))
    var geojson: String?

    @Option(
        help: ArgumentHelp(
            "Schrijf de kaart als Cloud Optimized GeoTIFF, een band per klasse.", valueName: "bestand.tif"))
    var geotiff: String?

    @Option(help: ArgumentHelp("Schrijf per klasse de vlakken in een GeoPackage.", valueName: "bestand.gpkg"))
    var geopackage: String?

    @Flag(help: "Splits de hectares naar gemeente, regio en afstand tot een kern.")
    var zones = false

    @Flag(help: "Toon waarin de regels zijn omgezet.")
    var explainProgram = false

    @Option(help: ArgumentHelp("Beoordeel zoveel cellen ook los, en vergelijk.", valueName: "aantal"))
    var verify: Int?

    @Option(help: "Vorm van het antwoord: text of json.")
    var format: OutputFormat = .text

    func validate() throws {
        guard initiative.activity != nil else { throw ValidationError("noem wat er gebeurt met --activity") }
        if initiative.title != nil, at == nil { throw ValidationError("--title hoort bij een rapport; geef ook --at") }
        for text in [at, nearest].compactMap({ $0 }) where PlaceFlags.pair(text) == nil {
            throw ValidationError("een plek moet twee getallen zijn, bijvoorbeeld 233000,556000")
        }
        if let verify, !(1...1_000_000).contains(verify) {
            throw ValidationError("--verify moet een aantal van 1 tot 1000000 zijn")
        }
    }

    func run() async throws {
        let workspace = try Workspace.open(house)
        let day = try day.day()
        if let at, let place = PlaceFlags.pair(at) { return try explain(place, workspace, day) }
        let question = try initiative.question(workspace, on: day, format: format)
        let activity = ActivityCompiler(index: workspace.index, layers: workspace.layers).compile(question)
        if explainProgram { return Terminal.out(activity.explanation()) }
        let maker = try grid.maker(workspace)
        let answer = try LongWork.run { work in
            let result = try OpportunityMapper(maker: maker).map(activity, work: work)
            let zones = zones ? try MapZones(workspace.index).zones(maker, work) : []
            let differing = try verify.map { try disagreements(result, maker, workspace, count: $0, work) }
            return (result: result, zones: zones, differing: differing)
        }
        let table = HectaresTable(answer.result, zones: answer.zones)
        if let nearest, let place = PlaceFlags.pair(nearest) {
            try tell(NearestFit(answer.result, from: Position(x: place.0, y: place.1)), workspace)
        } else {
            switch format {
            case .json: Terminal.out(try answer.result.json(table).canonicalString)
            case .text:
                Terminal.out(
                    MapText(index: workspace.index).text(
                        answer.result, table, sketches: SketchedLayers(activity, workspace.layers)))
            }
        }
        try await MapFiles(index: workspace.index, result: answer.result).write(
            png: png, geojson: geojson, geotiff: geotiff, geopackage: geopackage)
        if let differing = answer.differing {
            for line in differing.prefix(20) { Terminal.error(line.description) }
            Terminal.error("\(verify ?? 0) cellen los beoordeeld: \(differing.count) verschillen")
            if !differing.isEmpty { throw KompasExit.incomplete }
        }
        if workspace.contentIsBroken || maker.hasFailedLayer(of: activity) { throw KompasExit.incomplete }
    }

    private func disagreements(
        _ result: OpportunityResult, _ maker: PlaneMaker, _ workspace: Workspace, count: Int, _ work: Work
    ) throws -> [AgreementCheck.Difference] {
        let check = AgreementCheck(index: workspace.index, layers: workspace.layers)
        var generator = SystemRandomNumberGenerator()
        let planes = try maker.planes(result.activity.sources, work: work)
        let cells = check.cells(of: result, planes: planes, count: count, using: &generator)
        return try check.differences(result, maker: maker, cells: cells, work: work)
    }

    /// The assessment of the plan on the cell that a place lies in.
    private func explain(_ place: (Double, Double), _ workspace: Workspace, _ day: PolicyDate) throws {
        let cells = try grid.grid(of: workspace.layers)
        guard let cell = cells.cell(at: Position(x: place.0, y: place.1)) else {
            throw Failure.message("de plek ligt buiten de kaart", help: "kijk of de coördinaten in RD staan")
        }
        let shape = try grid.shape.shape(at: cells.centre(of: cell)).geoJSON(in: .rd)
        do {
            let request = AssessmentRequest(
                input: try initiative.feature(geometry: shape, index: workspace.index), crs: CRS.rd.rawValue,
                demo: house.demo)
            let report = try workspace.assessor.assess(request, on: day)
            switch format {
            case .json: Terminal.out(String(decoding: report.canonicalJSON, as: UTF8.self))
            case .text:
                Terminal.out(
                    TextReport(
                        report, house: workspace.index.house, width: Terminal.width, isColoured: Terminal.isColoured
                    ).render())
            }
            if report.hasFailedLayer || workspace.contentIsBroken { throw KompasExit.incomplete }
        } catch let refused as InputRefused {
            throw Failure.input(refused.problems, format: format)
        }
    }

    private func tell(_ fit: NearestFit, _ workspace: Workspace) throws {
        switch format {
        case .json: Terminal.out(try fit.json.canonicalString)
        case .text: Terminal.out(MapText(index: workspace.index).text(fit))
        }
    }
}

extension PlaceFlags {
    /// Two numbers with a comma between them.
    static func pair(_ text: String) -> (Double, Double)? {
        let fields = text.split(separator: ",", omittingEmptySubsequences: false).map { Double($0.trimmingSpaces) }
        guard fields.count == 2, let first = fields[0], let second = fields[1], first.isFinite, second.isFinite else {
            return nil
        }
        return (first, second)
    }
}

/// The zones that a house tells hectares over.
struct MapZones {
    let index: HouseIndex
    init(_ index: HouseIndex) { self.index = index }

    func zones(_ maker: PlaneMaker, _ work: Work) throws(OpportunityError) -> [Zone] {
        func ids(_ kind: Designation.Kind) -> [String] { (index.designationsByKind[kind] ?? []).map(\.id).sorted() }
        return try ZoneMaker(maker: maker).zones(
            municipalities: ids(.municipality), regions: ids(.region), settlements: ids(.settlement), work: work)
    }
}
