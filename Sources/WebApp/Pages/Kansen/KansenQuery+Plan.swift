import CanonicalJSON
import Casework
import Assessment
import Geometry
import NormEngine
import OpportunityMap
import PolicyModel

extension KansenQuery {
    /// The plan on a place: the same that an assessment reads.
    func input(at shape: JSONValue) -> JSONValue {
        var draft = draft
        draft.changePart(part.id) { $0.geometry = shape }
        return draft.input
    }

    /// What the map depends on.
    /// - Throws: ``PageRefused`` when the house has no outline, ``InputRefused`` when the plan cannot be read.
    func key(_ house: SiteHouse, today: PolicyDate) throws -> MapKey {
        guard let box = MapExtent.box(of: house.layers) else {
            throw PageRefused.unavailable("De omtrek van het gebied is niet te lezen, dus er is geen kaart te maken.")
        }
        // Any place will do: only the plan is read.
        let point: JSONValue = [
            "type": "Point", "coordinates": [.number((box.minX + box.maxX) / 2), .number((box.minY + box.maxY) / 2)],
        ]
        let initiative = try InitiativeReader(index: house.index).read(input(at: point), crs: CRS.rd.rawValue)
        guard let question = OpportunityQuestion(initiative, asOf: day ?? today) else {
            throw PageRefused.wrong("Kies eerst een activiteit.")
        }
        return MapKey(question: question, grid: GridKey(cellMetres: cell, hectares: hectares))
    }
}
