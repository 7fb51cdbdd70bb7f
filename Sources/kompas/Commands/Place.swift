import NormEngine
import PolicyModel
import ArgumentParser
import Assessment
import CanonicalJSON
import Reporting

struct Place: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "place", abstract: "Vertelt wat op een plek geldt, wat het plan ook is.")

    @OptionGroup(title: "De plek") var place: PlaceFlags
    @OptionGroup(title: "Huis en lagen") var house: HouseOptions
    @OptionGroup var day: DayOption

    @Option(help: "Vorm van het antwoord: text of json.")
    var format: OutputFormat = .text

    func validate() throws {
        guard place.isGiven else { throw ValidationError("noem de plek: --at, --lonlat of --place") }
    }

    func run() throws {
        let workspace = try Workspace.open(house)
        let (geometry, crs) = try place.geometry(in: workspace)
        let report: PlaceReport
        do {
            report = try workspace.assessor.place(geometry, crs: crs, on: day.day())
        } catch let refused as InputRefused {
            throw Failure.input(refused.problems, format: format)
        }
        switch format {
        case .json: Terminal.out(try report.json.canonicalString)
        case .text:
            Terminal.out(
                TextPlace(report, house: workspace.index.house, width: Terminal.width, isColoured: Terminal.isColoured)
                    .render())
        }
        if report.layers.contains(where: { $0.state == .failed }) || workspace.contentIsBroken {
            throw KompasExit.incomplete
        }
    }
}
