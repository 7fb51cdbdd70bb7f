import Geometry
import NormEngine
import PolicyModel

/// Sets what the initiator says of the place beside what the layers say. A difference is shown; neither replaces the other.
struct DeclaredShares {
    let index: HouseIndex
    let initiative: Initiative
    let parts: [PartInput]
    let places: [PlaceReader.Place]

    /// Differences smaller than this share of the part are rounding.
    static let tolerance = 0.005

    func warnings() -> [String] {
        var warnings: [String] = []
        for (position, part) in initiative.parts.enumerated() where !part.declaredShares.isEmpty {
            let whole = places[position].shape.areaSquareMetres
            for share in part.declaredShares {
                guard let declared = share.area.converted(to: "m2")?.value else { continue }
                let name = index.functions[share.function]?.label.lowercased() ?? share.function
                let source = share.source.map { " (\($0))" } ?? ""
                guard let computed = area(of: share.function, in: parts[position], whole: whole) else {
                    warnings.append(
                        "Opgegeven: \(hectares(declared)) ha \(name)\(source). Van die functie is hier geen kaartlaag om het mee te vergelijken."
                    )
                    continue
                }
                if abs(computed - declared) > Self.tolerance * whole {
                    warnings.append(
                        "Opgegeven: \(hectares(declared)) ha \(name)\(source); volgens de kaartlagen is het \(hectares(computed)) ha."
                    )
                }
            }
        }
        return warnings
    }

    /// Area of a function in a part by the layers; `nil` when no layer can tell.
    private func area(of function: String, in part: PartInput, whole: Double) -> Double? {
        var sum: Double?
        for designation in index.functionDesignations where designation.primaryFunction == function {
            for fact in part.facts.layers[designation.id] ?? [] {
                switch fact.state {
                case .hit: sum = (sum ?? 0) + (fact.overlapShare ?? 0) * whole
                case .none, .near: sum = sum ?? 0
                case .noData, .noLayer, .failed: break
                }
            }
        }
        return sum
    }

    private func hectares(_ squareMetres: Double) -> String {
        let tenths = Int((squareMetres / 1000).rounded())
        return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10),\(tenths % 10)"
    }
}
