import NormEngine
import ArgumentParser
import CanonicalJSON
import MapLayers
import PolicyModel

struct Layers: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "layers", abstract: "Toont welke kaartlagen er zijn, hoe precies ze zijn en waar ze vandaan komen."
    )

    @OptionGroup(title: "Huis en lagen") var house: HouseOptions

    @Option(help: "Vorm van het antwoord: text of json.")
    var format: OutputFormat = .text

    func run() throws {
        let workspace = try Workspace.open(house)
        let rows = workspace.layers.overview()
        switch format {
        case .json: Terminal.out(try JSONValue.object(JSONObject([("layers", .array(rows.map(json)))])).canonicalString)
        case .text:
            for row in rows {
                Terminal.out(
                    "\(row.designation)  \(workspace.index.designations[row.designation]?.title ?? "(deze aanduiding kent het huis niet)")"
                )
                Terminal.out("    \(text(row))")
            }
        }
        if rows.contains(where: { $0.failure != nil }) { throw KompasExit.incomplete }
    }

    private func text(_ row: LayerOverview) -> String {
        guard let layer = row.layer else { return "geen kaartlaag" }
        if let failure = row.failure { return "\(layer.id): niet te lezen, \(failure)" }
        let precision = layer.precision.widthMetres.map { "niet preciezer dan \(Int($0)) m" } ?? "exact"
        return
            "\(layer.id): \(row.featureCount) \(row.featureCount == 1 ? "vlak" : "vlakken"), \(precision), \(layer.basis), stand \(layer.asOf?.description ?? "niet bekend"), \(layer.licence)"
    }

    private func json(_ row: LayerOverview) -> JSONValue {
        func text(_ value: String?) -> JSONValue { value.map(JSONValue.string) ?? .null }
        return [
            "designation": .string(row.designation), "layer": text(row.layer?.id),
            "features": .number(Double(row.featureCount)),
            "precisionMetres": row.layer?.precision.widthMetres.map(JSONValue.number) ?? .null,
            "basis": text(row.layer?.basis),
            "asOf": text(row.layer?.asOf?.description), "licence": text(row.layer?.licence),
            "failure": text(row.failure),
        ]
    }
}
