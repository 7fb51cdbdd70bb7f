import NormEngine
import PolicyModel

/// Figures that are said to be the same and have several values.
struct FigureValues: CorpusCheck {
    static func findings(in index: HouseIndex, on day: PolicyDate) -> [CorpusFinding] {
        let groups = Dictionary(grouping: index.house.figures.filter { $0.sameAs != nil }) { $0.sameAs ?? "" }
        return groups.values.compactMap { figures in
            guard Set(figures.map(\.value)).count > 1 else { return nil }
            let details = figures.sorted { $0.id < $1.id }.map { figure in
                "\(figure.id): \(words(figure.value))\(figure.asOf.map { " (\($0))" } ?? ""), "
                    + "\(index.title(ofDocument: figure.source.document)) \(figure.source.path.joined(separator: " / "))"
            }
            return CorpusFinding(.figure, about: figures.map(\.id), title: figures[0].title, details: details)
        }
    }

    private static func words(_ value: PropertyValue) -> String {
        switch value {
        case .quantity(let quantity): "\(quantity.value) \(quantity.unit)"
        case .number(let number): "\(number)"
        case .text(let text): text
        case .flag(let flag): flag ? "ja" : "nee"
        }
    }
}
