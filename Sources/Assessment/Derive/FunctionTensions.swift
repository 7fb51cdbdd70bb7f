import NormEngine
import PolicyModel

/// Tensions between the primary functions of a place, and between those and what the initiative turns it into.
struct FunctionTensions {
    let index: HouseIndex
    let parts: [PartInput]
    let initiative: InitiativeInput

    func find() -> [Tension] {
        var tensions: [String: Tension] = [:]
        for part in parts {
            let tests = TestEvaluator(index: index, initiative: initiative, part: part)
            let here = index.functionDesignations.filter {
                tests.evaluate(.inside(designation: $0.id), step: "").truth == .yes
            }
            let functions = Set(here.compactMap(\.primaryFunction))
            if functions.count > 1 {
                let between = here.map(\.id).sorted()
                let id = "function:" + between.joined(separator: "~")
                tensions[id] = Tension(
                    id: id, kind: .function, between: between,
                    about: "Hier komen verschillende hoofdfuncties samen: \(words(functions)).", hints: [],
                    resolvedBy: nil)
            }
            let resulting = tests.resultingFunctions
            guard !resulting.isEmpty, tests.evaluate(.functionChange, step: "").truth == .yes else { continue }
            for designation in here {
                guard let function = designation.primaryFunction, !resulting.contains(function) else { continue }
                let id = "function-change:\(designation.id)"
                tensions[id] = Tension(
                    id: id, kind: .function, between: [designation.id] + resulting.sorted(),
                    about:
                        "Het plan geeft deze plek een andere functie (\(words(resulting))), terwijl \(words([function])) hier de hoofdfunctie is.",
                    hints: [], resolvedBy: nil)
            }
        }
        return tensions.values.sorted { $0.id < $1.id }
    }

    private func words(_ functions: Set<String>) -> String {
        functions.map { index.functions[$0]?.label.lowercased() ?? $0 }.sorted().joined(separator: " en ")
    }
}
