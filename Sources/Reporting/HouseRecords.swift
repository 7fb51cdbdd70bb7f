import Foundation
import NormEngine
import PolicyModel

/// Every record of a house in one list, for looking things up by id.
struct HouseRecords {
    struct Record {
        var kind: String
        var id: String
        var title: String
        var summary: String?
        var sources: [SourceReference]
        /// Every text in the record, so that ids that it mentions can be found.
        var mentions: Set<String>
        var facts: (HouseIndex, PolicyDate) -> [(name: String, value: String)]
    }

    private(set) var all: [Record] = []

    init(_ house: PolicyHouse) {
        for value in house.norms {
            add("norm", value, value.id, value.title, value.summary, [value.source], Self.facts(of: value))
            for condition in value.conditions {
                addPart(
                    "condition", condition, condition.id, condition.text, condition.asks,
                    [condition.source ?? value.source])
            }
        }
        for value in house.documents {
            add("document", value, value.id, value.title, value.note, [], Self.facts(of: value))
        }
        for value in house.designations {
            add("designation", value, value.id, value.title, value.summary, value.source.map { [$0] } ?? [])
        }
        for value in house.layers {
            add("layer", value, value.id, value.title, value.origin, [], Self.facts(of: value))
        }
        for value in house.activities { add("activity", value, value.id, value.label, nil, [], Self.facts(of: value)) }
        for value in house.properties {
            add("property", value, value.id, value.label, value.asks, [], Self.facts(of: value))
        }
        for value in house.functions {
            add("function", value, value.id, value.label, nil, value.source.map { [$0] } ?? [])
        }
        for value in house.terms {
            add("term", value, value.id, value.label, value.definition, value.source.map { [$0] } ?? [])
        }
        for value in house.goals {
            add("goal", value, value.id, value.title, value.summary, value.source.map { [$0] } ?? [])
        }
        for value in house.roles {
            add("role", value, value.id, value.title, value.summary, value.source.map { [$0] } ?? [])
        }
        addFrames(of: house)
        addOrders(of: house)
        for value in house.agreements { add("agreement", value, value.id, value.title, value.summary, [value.source]) }
        for value in house.contributions {
            let evidence = value.account?.evidence ?? []
            add(
                "contribution", value, value.id, value.summary, value.account?.text, [value.source] + evidence,
                Self.facts(of: value))
        }
        for value in house.inconsistencies {
            add("inconsistency", value, value.id, value.id, value.summary, value.sources)
        }
        for value in house.signposts { add("signpost", value, value.id, value.summary, value.chapter, [value.source]) }
        addCycle(of: house)
        for value in house.openQuestions { add("open-question", value, value.question, value.asks, nil, []) }
    }

    mutating func add(
        _ kind: String, _ value: some Encodable, _ id: String, _ title: String, _ summary: String?,
        _ sources: [SourceReference], isPart: Bool = false,
        _ facts: @escaping (HouseIndex, PolicyDate) -> [(name: String, value: String)] = { _, _ in [] }
    ) {
        all.append(
            Record(
                kind: kind, id: id, title: title, summary: summary, sources: sources,
                mentions: isPart ? [] : Self.texts(in: value),
                facts: facts))
    }

    /// Every text in a record but its own id, which stands at the top.
    private static func texts(in value: some Encodable) -> Set<String> {
        guard let data = try? JSONEncoder().encode(value), let tree = try? JSONSerialization.jsonObject(with: data)
        else { return [] }
        var texts: Set<String> = []
        func walk(_ node: Any) {
            switch node {
            case let text as String: texts.insert(text)
            case let list as [Any]: for item in list { walk(item) }
            case let object as [String: Any]:
                texts.formUnion(object.keys)
                for item in object.values { walk(item) }
            default: break
            }
        }
        var members = tree as? [String: Any] ?? [:]
        members["id"] = nil
        walk(members)
        return texts
    }

    private static func facts(of norm: Norm) -> (HouseIndex, PolicyDate) -> [(name: String, value: String)] {
        { index, day in
            let status = index.documents[norm.source.document]?.status(on: day)
            let force = index.force(of: norm, status: status)
            let binds = norm.binds ?? index.documents[norm.source.document]?.binds
            var facts = [
                (
                    "effect",
                    "\(norm.effect.rawValue): \(index.label(effect: norm.effect, force: force, status: status))"
                ),
                ("binding", Words.force(force, binds: binds)),
                ("status", status.map { Words.status($0.rawValue) } ?? "niet bekend"),
            ]
            if let bearer = norm.bearer { facts.append(("aan zet", bearer)) }
            if let authority = norm.competentAuthority { facts.append(("bevoegd gezag", authority)) }
            for condition in norm.conditions { facts.append(("voorwaarde", condition.text)) }
            return facts.map { (name: $0.0, value: $0.1) }
        }
    }

    private static func facts(of document: PolicyDocument) -> (HouseIndex, PolicyDate) -> [(
        name: String, value: String
    )] {
        { _, day in
            [
                ("soort", document.kind), ("vastgesteld door", document.adoptedBy ?? "niet bekend"),
                ("geladen", document.loaded ? "ja" : "nee"),
                ("binding", Words.force(document.forceWhenAdopted, binds: document.binds)),
                ("status", document.status(on: day).map { Words.status($0.rawValue) } ?? "niet bekend"),
                ("status nagegaan op", document.statusCheckedOn?.description ?? "niet bekend"),
            ].map { (name: $0.0, value: $0.1) }
        }
    }

    static func facts(of figure: Figure) -> (HouseIndex, PolicyDate) -> [(name: String, value: String)] {
        { _, _ in
            var facts = [(name: "waarde", value: Numbers.value(figure.value))]
            if let moment = figure.asOf { facts.append((name: "stand", value: moment)) }
            return facts
        }
    }

    private static func facts(of layer: LayerBinding) -> (HouseIndex, PolicyDate) -> [(name: String, value: String)] {
        { _, _ in
            [
                ("grondslag", layer.basis.rawValue), ("licentie", layer.licence), ("herkomst", layer.origin),
                (
                    "precisie",
                    layer.precision.widthMetres.map { "\(Numbers.trimmed($0)) m" } ?? layer.precision.kind.rawValue
                ),
                ("stand", layer.asOf?.description ?? "niet bekend"),
            ].map { (name: $0.0, value: $0.1) }
        }
    }

    private static func facts(of property: PropertyDefinition) -> (HouseIndex, PolicyDate) -> [(
        name: String, value: String
    )] {
        { _, _ in
            var facts: [(name: String, value: String)] = []
            if let unit = property.unit { facts.append((name: "eenheid", value: unit)) }
            if !property.values.isEmpty {
                facts.append((name: "waarden", value: property.values.joined(separator: ", ")))
            }
            return facts
        }
    }

    private static func facts(of activity: Activity) -> (HouseIndex, PolicyDate) -> [(name: String, value: String)] {
        { _, _ in
            var facts: [(name: String, value: String)] = []
            if !activity.synonyms.isEmpty { facts.append(("ook wel", activity.synonyms.joined(separator: ", "))) }
            if !activity.broader.isEmpty { facts.append(("valt onder", activity.broader.joined(separator: ", "))) }
            if !activity.properties.isEmpty { facts.append(("vraagt om", activity.properties.joined(separator: ", "))) }
            return facts
        }
    }
}
