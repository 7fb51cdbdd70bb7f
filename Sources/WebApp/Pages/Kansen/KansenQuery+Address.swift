import Casework
import NormEngine
import PolicyModel

extension KansenQuery {
    typealias Pair = (name: String, value: String)

    /// The question alone: what the map depends on.
    func questionPairs(_ house: SiteHouse) -> [Pair] {
        let part = part
        var pairs: [Pair] = part.activities.map { ("activiteit", $0) }
        if let change = part.change { pairs.append(("verandering", change.rawValue)) }
        if let phase = part.phase { pairs.append(("fase", phase.rawValue)) }
        if let role = draft.initiatorRole { pairs.append(("rol", role)) }
        if let use = part.use {
            pairs.append(("diepte-van", DutchNumber.text(use.from)))
            if let to = use.to { pairs.append(("diepte-tot", DutchNumber.text(to))) }
        }
        for (id, value) in part.properties.sorted(by: { $0.key < $1.key }) {
            guard let property = house.index.properties[id] else { continue }
            pairs.append((DetailsStep.prefix + id, PropertyText.text(of: value, property)))
        }
        if let hectares { pairs.append(("oppervlakte", DutchNumber.text(hectares))) }
        if cell != Self.usualCell { pairs.append(("cel", String(cell))) }
        if let day { pairs.append(("dag", DutchTime.digits(day))) }
        return pairs
    }

    /// What is shown of the answer, and the second variant.
    var viewPairs: [Pair] {
        var pairs: [Pair] = variant.map { ($0.name, $0.value) }
        if !shown.isEmpty { pairs.append(("toon", shown)) }
        if let division { pairs.append(("verdeling", division.rawValue)) }
        if let place { pairs.append(("plek", place)) }
        if let from { pairs.append(("vanaf", from)) }
        for (name, value) in zip(["x", "y", "z"], view) { pairs.append((name, value)) }
        return pairs
    }

    /// Everything, in one order and without what goes without saying: the address to keep.
    func address(_ house: SiteHouse, without names: Set<String> = [], with more: [Pair] = []) -> String {
        let left = (questionPairs(house) + viewPairs).filter { !names.contains($0.name) }
        let added = Set(more.map(\.name))
        return Self.address("/kansen", left.filter { !added.contains($0.name) } + more)
    }

    static func address(_ path: String, _ pairs: [Pair]) -> String {
        let query = pairs.filter { !$0.value.isEmpty }.map { "\($0.name)=\(encoded($0.value))" }
        return path + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
    }

    /// A comma need not be written as a reference.
    private static func encoded(_ text: String) -> String {
        PlaceAddress.encoded(text).replacing("%2C", with: ",")
    }
}
