import ArgumentParser
import Assessment
import CanonicalJSON
import Foundation
import Geometry
import Intake
import MapLayers
import NormEngine
import PolicyContent
import PolicyModel
import Publication

struct Doctor: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Kijkt na of alles er is om goed te werken, en zegt hoe het te maken is.")

    @OptionGroup(title: "Huis en lagen") var house: HouseOptions

    @Option(help: "Vorm van het antwoord: text of json.")
    var format: OutputFormat = .text

    private struct Check {
        enum State: String { case ok, warning, error }
        var name: String
        var state: State
        var message: String
    }

    func run() throws {
        var checks = [
            Check(name: "programma", state: .ok, message: EngineVersion.current),
            Check(name: "GEOS", state: .ok, message: GeometryLibraries.geosVersion),
            Check(name: "PROJ", state: .ok, message: GeometryLibraries.projVersion), grid(),
        ]
        checks += content()
        switch format {
        case .json:
            let list = checks.map { check -> JSONValue in
                [
                    "name": .string(check.name), "state": .string(check.state.rawValue),
                    "message": .string(check.message),
                ]
            }
            Terminal.out(JSONValue.object(JSONObject([("checks", .array(list))])).pretty())
        case .text:
            for check in checks {
                let mark = check.state == .ok ? "goed   " : check.state == .warning ? "let op " : "fout   "
                Terminal.out("\(mark) \(check.name): \(check.message)")
            }
        }
        if checks.contains(where: { $0.state == .error }) { throw KompasExit.incomplete }
    }

    private func grid() -> Check {
        if let name = Transformer.gridName { return Check(name: "RD-raster", state: .ok, message: name) }
        return Check(
            name: "RD-raster", state: .warning,
            message:
                "\(Transformer.gridFile) ontbreekt; een plek in lengte- en breedtegraden kan tot 25 cm afwijken. Zet het bestand in een map en noem die in PROJ_DATA vóór de map van PROJ zelf, bijvoorbeeld PROJ_DATA=/pad/naar/raster:/usr/share/proj"
        )
    }

    private func content() -> [Check] {
        let workspace: Workspace
        do {
            workspace = try Workspace.open(house)
        } catch {
            return [Check(name: "huis", state: .error, message: "niet te openen; zie de melding")]
        }
        let errors = workspace.findings.count { $0.severity == .error }
        let house = workspace.index.house
        var checks = [
            Check(
                name: "huis", state: errors == 0 ? .ok : .error,
                message:
                    "\(house.title): \(house.norms.count) normen uit \(house.documents.count { $0.loaded }) documenten"
                    + (errors == 0 ? "" : ", \(errors) fouten; zie `kompas check`"))
        ]
        let layers = workspace.layers.overview()
        let strange = Set(layers.map(\.designation)).filter { workspace.index.designations[$0] == nil }.sorted()
        if !strange.isEmpty {
            checks.append(
                Check(
                    name: "aanduidingen", state: .warning,
                    message:
                        "er zijn kaartlagen bij aanduidingen die het huis niet kent en die dus nergens voor tellen: "
                        + strange.joined(separator: ", ")))
        }
        let failed = layers.filter { $0.failure != nil }
        let missing = Set(layers.filter { $0.layer == nil }.map(\.designation))
        checks.append(
            Check(
                name: "kaartlagen", state: failed.isEmpty ? (missing.isEmpty ? .ok : .warning) : .error,
                message: "\(layers.count - missing.count) gelezen"
                    + (missing.isEmpty ? "" : ", \(missing.count) aanduidingen zonder kaartlaag")
                    + (failed.isEmpty
                        ? "" : ", niet te lezen: \(failed.compactMap(\.layer?.id).joined(separator: ", "))")))
        let hasImporter = Importer.find() != nil
        checks.append(
            Check(
                name: "kompas-import", state: hasImporter ? .ok : .warning,
                message: hasImporter ? "aanwezig" : "niet gebouwd; kaartlagen en plannen inlezen kan niet"))
        let hasPDF = PDFMaker.find() != nil
        checks.append(
            Check(
                name: "PDF", state: hasPDF ? .ok : .warning,
                message: hasPDF
                    ? "aanwezig"
                    : "het programma dat PDF's maakt, is er niet; installeer het met `tools/setup.sh --web`"))
        return checks
    }
}
