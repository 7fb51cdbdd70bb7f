public import NormEngine
public import PolicyModel

extension HouseIndex {
    /// A source reference as people see it.
    public func view(_ source: SourceReference) -> ReportSource {
        let last = source.path.last.flatMap { $0.count <= 4 ? $0 : nil }
        return ReportSource(
            document: source.document, title: documentTitles[source.document] ?? source.document,
            path: source.path, label: source.label ?? last, unit: source.passage.unit.rawValue,
            starts: source.passage.starts, verified: isVerified(source))
    }

    func named(_ activity: String) -> String { activities[activity]?.label ?? activity }
}
