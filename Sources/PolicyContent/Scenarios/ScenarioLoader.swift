internal import CanonicalJSON
public import Foundation
internal import PolicyModel

/// Reads the scenarios of a house: `scenarios/*.yaml`, in folders as people like.
public struct ScenarioLoader {
    let house: URL
    let schemas: URL

    /// - Parameter schemas: folder of the JSON Schemas; by default `schema` beside the house.
    public init(house: URL, schemas: URL? = nil) {
        self.house = house
        self.schemas = schemas ?? SchemaSet.folder(beside: house)
    }

    /// The scenarios in the order of file names, and what is wrong with the files.
    public func load() -> (scenarios: [Scenario], findings: [ContentFinding]) {
        let all = (try? FileManager.default.subpathsOfDirectory(atPath: house.path + "/scenarios")) ?? []
        let files = all.filter { $0.hasSuffix(".yaml") }.sorted().map { "scenarios/\($0)" }
        var reader = ScenarioReader(house: house)
        do {
            let schemas = try SchemaSet(folder: schemas)
            for file in files { reader.read(file, schemas) }
        } catch {
            let message = (error as? SchemaSet.Failure)?.message ?? "the schemas cannot be read"
            reader.findings.append(ContentFinding(.error, file: "scenarios", line: 1, column: 1, message: message))
        }
        return (reader.scenarios, reader.findings.sorted())
    }
}

/// Collects the scenarios of files.
private struct ScenarioReader {
    let house: URL
    var scenarios: [Scenario] = []
    var findings: [ContentFinding] = []
    private var places: [String: String] = [:]

    init(house: URL) { self.house = house }

    mutating func read(_ file: String, _ schemas: SchemaSet) {
        guard let bytes = try? Data(contentsOf: house.appending(path: file)) else {
            return report(file, .start, "the file cannot be read")
        }
        do {
            guard let root = try YAMLReader.read(bytes) else { return report(file, .start, "the file is empty") }
            guard let schema = schemas["scenarios.schema.json"] else {
                return report(file, .start, "there is no schema for scenarios")
            }
            var validator = SchemaValidator(schemas: schemas)
            let violations = validator.violations(of: root, schema)
            for violation in violations { report(file, violation.mark, violation.message, help: violation.help) }
            guard violations.isEmpty, let day = root["on"]?.text.flatMap(PolicyDate.init) else { return }
            for node in root["scenarios"]?.items ?? [] { read(node, file, day) }
        } catch {
            let failure = error as? YAMLReader.Failure
            report(file, failure?.mark ?? .start, failure?.message ?? "the file cannot be read", help: failure?.help)
        }
    }

    private mutating func read(_ node: ContentNode, _ file: String, _ day: PolicyDate) {
        let location = "\(file):\(node.mark.line):\(node.mark.column)"
        var whole = Scenario(
            id: node["id"]?.text ?? "", title: node["title"]?.text ?? "", sources: [], on: day, given: JSONObject(),
            answers: [:], place: .facts(.init()), otherParts: [], expectations: [], absent: [], location: location)
        if let first = places[whole.id] {
            return report(file, node.mark, "scenario `\(whole.id)` stands twice", help: "also in \(first)")
        }
        places[whole.id] = location
        take(node, into: &whole)
        guard let cases = node["cases"]?.items else {
            scenarios.append(whole)
            return
        }
        for item in cases {
            // A case has all that its scenario has, but for what it says itself.
            var single = whole
            single.id = "\(whole.id)/\(item["id"]?.text ?? "")"
            single.location = "\(file):\(item.mark.line):\(item.mark.column)"
            take(item, into: &single)
            scenarios.append(single)
        }
    }

    private func take(_ node: ContentNode, into scenario: inout Scenario) {
        let decoder = ContentDecoder()
        for item in node["sources"]?.items ?? [] {
            if let source = try? decoder.decode(SourceReference.self, from: item) { scenario.sources.append(source) }
        }
        if let day = node["on"]?.text.flatMap(PolicyDate.init) { scenario.on = day }
        for member in node["given"]?.members ?? [] { scenario.given[member.key] = member.node.json }
        for member in node["answers"]?.members ?? [] { scenario.answers[member.key] = member.node.flag }
        if let role = node["initiator"]?.text { scenario.initiator = role }
        if let place = node["place"] { scenario.place = Self.place(place) }
        if node["otherParts"] != nil { scenario.otherParts = [] }
        for item in node["otherParts"]?.items ?? [] {
            var given = JSONObject()
            for member in item["given"]?.members ?? [] { given[member.key] = member.node.json }
            let place = item["place"].map(Self.place) ?? scenario.place
            scenario.otherParts.append(Scenario.Part(given: given, place: place))
        }
        if let expected = node["expect"]?.items { scenario.expectations = expected.compactMap(Self.expectation) }
        if let absent = node["absent"]?.items { scenario.absent = absent.compactMap(\.text) }
    }

    private static func place(_ node: ContentNode) -> Scenario.Place {
        if let at = node["at"]?.items?.compactMap(\.number), at.count == 2 {
            return .point(x: at[0], y: at[1], radius: node["radius"]?.number)
        }
        var facts = Scenario.GivenFacts()
        for item in node["in"]?.items ?? [] {
            if let id = item.text { facts.features.append(.init(designation: id)) }
            guard let designation = item["designation"]?.text else { continue }
            var feature = Scenario.GivenFacts.Feature(designation: designation, name: item["name"]?.text)
            for member in item["attributes"]?.members ?? [] {
                feature.attributes[member.key] = try? ContentDecoder().decode(PropertyValue.self, from: member.node)
            }
            if let depth = item["depth"]?.items, let from = depth.first?.number {
                feature.depth = DepthInterval(from: from, to: depth.dropFirst().first?.number)
            }
            facts.features.append(feature)
        }
        for member in node["distances"]?.members ?? [] { facts.distances[member.key] = member.node.number }
        for member in node["shares"]?.members ?? [] { facts.shares[member.key] = member.node.number }
        facts.unknown = Set((node["unknown"]?.items ?? []).compactMap(\.text))
        for member in node["towards"]?.members ?? [] { facts.towards[member.key] = member.node.text }
        return .facts(facts)
    }

    private static func expectation(_ node: ContentNode) -> Scenario.Expectation? {
        if let norm = node["norm"]?.text {
            return .init(
                subject: .norm(norm, state: node["state"]?.text, conditions: node["conditions"]?.text))
        }
        if let trigger = node["trigger"]?.text {
            return .init(subject: .trigger(trigger, state: node["state"]?.text ?? "yes"))
        }
        if let ladder = node["ladder"]?.text {
            return .init(subject: .rung(ladder: ladder, rung: node["rung"]?.text))
        }
        if let edge = node["edge"]?.text {
            return .init(subject: .edge(edge, shown: node["shown"]?.text ?? "preferred"))
        }
        return nil
    }

    private mutating func report(_ file: String, _ mark: ContentMark, _ message: String, help: String? = nil) {
        findings.append(
            ContentFinding(.error, file: file, line: mark.line, column: mark.column, message: message, help: help))
    }
}

extension ContentNode {
    var number: Double? {
        guard case .number(let text) = value else { return nil }
        return Double(text)
    }

    /// The node as JSON.
    var json: JSONValue {
        switch value {
        case .null: .null
        case .flag(let flag): .bool(flag)
        case .number(let text): .number(Double(text) ?? 0)
        case .text(let text): .string(text)
        case .list(let items): .array(items.map(\.json))
        case .mapping(let members): .object(JSONObject(members.map { ($0.key, $0.node.json) }))
        }
    }
}
