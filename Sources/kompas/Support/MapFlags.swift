import ArgumentParser
import Assessment
import CanonicalJSON
import Foundation
import Geometry
import MapLayers
import NormEngine
import OpportunityMap
import PolicyContent
import PolicyModel

/// Size of the cells and what stands on them.
struct GridFlags: ParsableArguments {
    @Option(help: ArgumentHelp("Zijde van een cel in meters.", valueName: "meters"))
    var cell = 25.0

    @Option(
        help: ArgumentHelp(
            "Oppervlakte van het plan in hectare: een schijf om het midden van de cel. Zonder: een punt.",
            valueName: "hectare"))
    var footprint: Double?

    func validate() throws {
        if let footprint, !Footprint.hectares.contains(footprint) {
            throw ValidationError(OpportunityError.footprint(footprint).description)
        }
        guard CellGrid.cellSizes.contains(cell) else {
            throw ValidationError(OpportunityError.cellSize(cell).description)
        }
    }

    var shape: Footprint { footprint.map { .disc(hectares: $0) } ?? .point }

    /// The grid over the whole house.
    func grid(of layers: MapLayers) throws -> CellGrid {
        guard let box = MapExtent.box(of: layers) else {
            throw Failure.broken(OpportunityError.noOutline.description, help: "zie `kompas layers`")
        }
        do {
            return try CellGrid(cellMetres: cell, covering: box)
        } catch {
            throw Failure.message(error.description)
        }
    }

    func maker(_ workspace: Workspace, grid: CellGrid? = nil) throws -> PlaneMaker {
        let cache = HouseSnapshot.defaultCache().map { PlaneCache(folder: $0.appending(path: "planes")) }
        return PlaneMaker(
            layers: workspace.layers, needs: workspace.index.house.factNeeds,
            grid: try grid ?? self.grid(of: workspace.layers), footprint: shape, cache: cache)
    }
}

extension InitiativeFlags {
    /// The plan without a place, read as an assessment reads it.
    func question(_ workspace: Workspace, on day: PolicyDate, format: OutputFormat) throws -> OpportunityQuestion {
        guard let box = MapExtent.box(of: workspace.layers) else {
            throw Failure.broken(OpportunityError.noOutline.description, help: "zie `kompas layers`")
        }
        if let name = unknownProperty(workspace.index) {
            let near = nearMisses(of: name, in: workspace.index.properties.keys)
            throw Failure.message(
                "de eigenschap `\(name)` kent dit huis niet",
                help: near.isEmpty
                    ? "eigenschappen staan bij de normen: `kompas explain`"
                    : "bedoelt u \(near.map { "`\($0)`" }.joined(separator: ", "))?")
        }
        // Any place will do: only the plan is read.
        let place: JSONValue = [
            "type": "Point", "coordinates": [.number((box.minX + box.maxX) / 2), .number((box.minY + box.maxY) / 2)],
        ]
        do {
            let initiative = try InitiativeReader(index: workspace.index).read(
                feature(geometry: place, index: workspace.index), crs: CRS.rd.rawValue)
            guard let question = OpportunityQuestion(initiative, asOf: day) else {
                throw Failure.message("er staat niet wat er gebeurt", help: "noem een activiteit met --activity")
            }
            return question
        } catch let refused as InputRefused {
            throw Failure.input(refused.problems, format: format)
        }
    }
}
