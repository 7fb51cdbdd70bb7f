public import Assessment
public import NormEngine
import PolicyModel

extension PlaceAnswer {
    public init(_ study: PlaceStudy, index: HouseIndex) {
        let maker = PlaceAnswerMaker(study: study, index: index)
        let statements = maker.statements()
        here = maker.here()
        nearby = maker.nearby()
        short = maker.short(statements)
        topics = maker.topics(statements)
        unknown = maker.unknown()
        ground = study.ground
        isRough = maker.isRough
        notConsulted = study.notConsulted.map { index.documentTitles[$0] ?? $0 }
        warnings = study.report.warnings
        asOf = study.report.asOf
    }
}

/// Makes the parts of an answer.
struct PlaceAnswerMaker {
    let study: PlaceStudy
    let index: HouseIndex

    // MARK: - What lies here

    /// Layers of policy, towns and regions that the place lies in.
    func here() -> [PlaceAnswer.Lies] {
        study.report.layers.filter { $0.state == .hit && tells($0.designation) }.map { layer in
            lies(layer.designation, names: Set(layer.hits.compactMap(\.name)).sorted(), isCertain: layer.certain, layer)
        }
    }

    /// What lies near, nearest first; a line that is drawn roughly may lie nearer or farther.
    func nearby() -> [PlaceAnswer.Lies] {
        let layers = Dictionary(study.report.layers.map { ($0.designation, $0) }) { first, _ in first }
        let maybe = study.report.layers.filter { $0.state == .near && tells($0.designation) }.map { layer in
            var near = lies(
                layer.designation, names: Set(layer.hits.compactMap(\.name)).sorted(), isCertain: false, layer)
            near.distanceMetres = layer.hits.map(\.distanceMetres).min()
            return near
        }
        let told = Set(maybe.map(\.designation))
        let near = study.report.place.nearby.filter { !told.contains($0.designation) }.map { near in
            var result = lies(
                near.designation, names: [near.name].compactMap { $0 }, isCertain: true, layers[near.designation])
            result.distanceMetres = near.distanceMetres
            return result
        }
        return (maybe + near).sorted {
            ($0.distanceMetres ?? 0, $0.designation, $0.names.first ?? "")
                < ($1.distanceMetres ?? 0, $1.designation, $1.names.first ?? "")
        }
    }

    private func lies(
        _ designation: String, names: [String], isCertain: Bool, _ layer: LayerSummary?
    ) -> PlaceAnswer.Lies {
        let known = index.designations[designation]
        let title = known?.title ?? designation
        return PlaceAnswer.Lies(
            designation: designation, title: title, summary: known?.summary,
            // A name that the title has already would be said twice.
            names: names.filter { !title.contains($0) }, isCertain: isCertain, distanceMetres: nil,
            widthMetres: layer?.precision?.widthMetres ?? 0, source: known?.source.map(index.view))
    }

    private func tells(_ designation: String) -> Bool {
        let kind = index.designations[designation]?.kind
        return kind != .outline && kind != .neighbour
    }

    /// Whether lines that are sketched or rough decide anything here.
    var isRough: Bool {
        study.report.layers.contains { layer in
            tells(layer.designation) && (layer.state == .hit || layer.state == .near)
                && (layer.precision?.kind == .indicative || layer.basis == LayerBinding.Basis.schematic.rawValue)
        }
    }

    /// Designations of policy of which it is not known whether they lie here.
    func unknown() -> [(title: String, why: String)] {
        study.report.layers.filter { layer in
            [.noData, .noLayer, .failed].contains(layer.state) && index.designations[layer.designation]?.kind == .policy
        }.map { ($0.title, Self.why($0.state)) }
    }

    private static func why(_ state: LayerState) -> String {
        switch state {
        case .noLayer: "er is geen kaart van"
        case .failed: "de kaart is niet te lezen"
        default: "de kaart zegt niets over deze plek"
        }
    }

    // MARK: - What is said

    /// Norms and agreements, in reading order.
    func statements() -> [PlaceAnswer.Statement] {
        study.report.norms.map { norm in
            PlaceAnswer.Statement(
                label: norm.label, text: norm.summary, mark: norm.isCertain ? Mark(norm.effect) : .unknown,
                record: .norm(norm.norm), source: norm.source, status: Words.status(norm.documentStatus),
                about: norm.activities, isCertain: norm.isCertain)
        }
            + study.agreements.map { agreement in
                PlaceAnswer.Statement(
                    label: "Afspraak tussen \(Self.list(agreement.parties))", text: agreement.summary, mark: .provide,
                    record: .agreement(agreement.agreement), source: agreement.source,
                    status: Words.agreement(agreement.state), about: [], isCertain: agreement.isCertain)
            }
    }

    /// The first few certain statements per question.
    func short(
        _ statements: [PlaceAnswer.Statement]
    ) -> [(question: PlaceAnswer.Question, statements: [PlaceAnswer.Statement], count: Int)] {
        PlaceAnswer.Question.allCases.filter { $0 != .unknown }.map { question in
            let found = statements.filter { $0.isCertain && self.question($0) == question }
            return (question, Array(found.prefix(PlaceAnswer.fewStatements)), found.count)
        }
    }

    private func question(_ statement: PlaceAnswer.Statement) -> PlaceAnswer.Question? {
        switch statement.record {
        case .norm(let id): index.norms[id].flatMap { PlaceAnswer.Question($0.effect) }
        case .agreement: .promised
        case .designation: nil
        }
    }

    /// Statements under the theme of the first goal that they advance, in the order of the house.
    func topics(_ statements: [PlaceAnswer.Statement]) -> [PlaceAnswer.Topic] {
        let sorter = TopicSorter(index)
        var byTopic: [String: PlaceAnswer.Topic] = [:]
        for statement in statements {
            let title = sorter.topic(of: goals(of: statement)) ?? TopicSorter.rest
            var topic = byTopic[title] ?? PlaceAnswer.Topic(title: title, statements: [], uncertain: [])
            if statement.isCertain { topic.statements.append(statement) } else { topic.uncertain.append(statement) }
            byTopic[title] = topic
        }
        return sorter.order.compactMap { byTopic[$0] }
    }

    private func goals(of statement: PlaceAnswer.Statement) -> [String] {
        switch statement.record {
        case .norm(let id): index.norms[id]?.advances ?? []
        case .agreement(let id): index.house.agreements.first { $0.id == id }?.goals ?? []
        case .designation: []
        }
    }

    private static func list(_ names: [String]) -> String {
        names.count < 2
            ? names.first ?? "partijen" : names.dropLast().joined(separator: ", ") + " en " + (names.last ?? "")
    }
}
