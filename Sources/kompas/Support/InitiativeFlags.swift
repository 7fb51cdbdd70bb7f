import ArgumentParser
import CanonicalJSON
import NormEngine
import PolicyModel

/// An initiative told on the command line, as the Feature that it stands for.
struct InitiativeFlags: ParsableArguments {
    @Option(help: ArgumentHelp("Wat er gebeurt: een of meer activiteiten, met komma's ertussen.", valueName: "id"))
    var activity: String?

    @Option(help: ArgumentHelp("Diepte in meters onder maaiveld.", valueName: "van-tot"))
    var depth: String?

    @Option(
        name: .customLong("set"), parsing: .singleValue,
        help: ArgumentHelp("Een eigenschap, bijvoorbeeld temperatuur=55Cel. Mag vaker.", valueName: "naam=waarde"))
    var properties: [String] = []

    @Option(help: ArgumentHelp("Soort verandering: nieuw, uitbreiding, wijziging, ...", valueName: "woord"))
    var change: String?

    @Option(help: ArgumentHelp("Fase: aanleg, gebruik of nagebruik.", valueName: "woord"))
    var phase: String?

    @Option(help: ArgumentHelp("Titel boven het rapport.", valueName: "tekst"))
    var title: String?

    var isGiven: Bool {
        !properties.isEmpty || [activity, depth, change, phase, title].contains { $0 != nil }
    }

    func feature(geometry: JSONValue, index: HouseIndex) throws -> JSONValue {
        var members = JSONObject()
        if let title { members["title"] = .string(title) }
        members["activities"] = .array((activity ?? "").split(separator: ",").map { .string($0.trimmingSpaces) })
        if let change { members["change"] = .string(change) }
        if let phase { members["phase"] = .string(phase) }
        if let depth { members["depth"] = try depthObject(depth) }
        for text in properties {
            guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
                throw ValidationError("--set `\(text)` moet naam=waarde zijn, bijvoorbeeld --set temperatuur=55Cel")
            }
            let name = String(text[..<equals])
            members[name] = value(String(text[text.index(after: equals)...]), of: index.properties[name])
        }
        return ["type": "Feature", "geometry": geometry, "properties": .object(members)]
    }

    /// The first property of `--set` that the house does not know.
    func unknownProperty(_ index: HouseIndex) -> String? {
        properties.map { String($0.prefix { $0 != "=" }) }.first { index.properties[$0] == nil }
    }

    private func depthObject(_ text: String) throws -> JSONValue {
        let fields = text.split(separator: "-", omittingEmptySubsequences: false).map { Double($0.trimmingSpaces) }
        guard fields.count == 2, let from = fields[0], let to = fields[1] else {
            throw ValidationError("--depth moet van-tot zijn in meters, bijvoorbeeld --depth 60-120")
        }
        return ["use": [.number(from), .number(to)]]
    }

    /// A value as the property wants it; what does not fit stays text, so that the reader of initiatives can say so.
    private func value(_ text: String, of definition: PropertyDefinition?) -> JSONValue {
        switch definition?.kind {
        case .quantity:
            let digits = text.prefix { $0.isNumber || ".-+".contains($0) }
            guard let number = Double(digits), digits.count < text.count else { return .string(text) }
            return ["value": .number(number), "unit": .string(text.dropFirst(digits.count).trimmingSpaces)]
        case .count: return Double(text).map(JSONValue.number) ?? .string(text)
        case .flag:
            switch text.lowercased() {
            case "ja", "true": return true
            case "nee", "false": return false
            default: return .string(text)
            }
        case .choice, .text, nil: return .string(text)
        }
    }
}
