public import CanonicalJSON
import PolicyModel

extension PlanDraft {
    /// Reads the input of a plan: a Feature, or a FeatureCollection of parts. What is not understood is kept among the other
    /// members; what is missing is missing. Never fails: a plan may be half told.
    public init(_ input: JSONValue) {
        self.init()
        guard let object = input.object else { return }
        let isCollection = object["type"]?.string == "FeatureCollection"
        let features = isCollection ? object["features"]?.array ?? [] : [input]
        let general = Self.members(isCollection ? object : nil, feature: isCollection ? nil : object)
        for (key, value) in general.members {
            switch key {
            case "title": title = value.string?.nonEmpty
            case "initiator": initiatorRole = value["role"]?.string?.nonEmpty
            case "answers": answers = Self.answers(value)
            case "contests": contests = Self.contests(value)
            case "type", "features", "coordRefSys", "crs", "bbox": break
            default: others[key] = value
            }
        }
        var taken: Set<String> = []
        let read = features.enumerated().map { position, feature in
            var part = Part(feature, position: position + 1)
            while !taken.insert(part.id).inserted { part.id += "-\(position + 1)" }
            return part
        }
        if !read.isEmpty { parts = read }
    }

    /// What is about the plan as a whole: members of the collection and of its properties; of a single Feature only those
    /// that do not belong to the part.
    private static func members(_ collection: JSONObject?, feature: JSONObject?) -> JSONObject {
        var result = JSONObject()
        if let collection {
            for (key, value) in collection["properties"]?.object?.members ?? [] { result[key] = value }
            for (key, value) in collection.members where key != "properties" { result[key] = value }
        } else if let feature {
            for key in wholeKeys {
                if let value = feature["properties"]?[key] { result[key] = value }
                if let value = feature[key] { result[key] = value }
            }
        }
        return result
    }

    /// Members that are about the plan and not about one of its parts.
    static let wholeKeys = ["title", "initiator", "answers", "contests"]

    private static func answers(_ value: JSONValue) -> [String: Answer] {
        var answers: [String: Answer] = [:]
        for (question, given) in value.object?.members ?? [] {
            guard let truth = given["value"]?.bool ?? given.bool else { continue }
            answers[question] = Answer(
                value: truth, by: given["by"]?.string, reason: given["reason"]?.string,
                on: given["on"]?.string.flatMap { PolicyDate($0) })
        }
        return answers
    }

    private static func contests(_ value: JSONValue) -> [Contest] {
        (value.array ?? []).compactMap { item in
            item["finding"]?.string.map {
                Contest(finding: $0, by: item["by"]?.string, reason: item["reason"]?.string)
            }
        }
    }
}

extension PlanDraft.Part {
    fileprivate init(_ feature: JSONValue, position: Int) {
        let properties = feature["properties"]?.object ?? JSONObject()
        switch feature["id"] ?? properties["id"] {
        case .string(let text)? where !text.isEmpty: self.init(id: text)
        case .number(let number)?: self.init(id: JSONValue.number(number).compact())
        default: self.init(id: String(position))
        }
        geometry = feature["geometry"].flatMap { $0.object == nil ? nil : $0 } ?? .null
        for (key, value) in properties.members where key != "id" && !PlanDraft.wholeKeys.contains(key) {
            switch key {
            case "activities": activities = value.array?.compactMap(\.string) ?? value.string.map { [$0] } ?? []
            case "change": change = value.string.flatMap(ChangeKind.init)
            case "phase": phase = value.string.flatMap(Phase.init)
            case "duration": durationYears = value["years"]?.number
            case "depth": read(depth: value)
            case "name": placeNote = value.string
            case "coordRefSys", "crs": break
            case "declaredShares", "description": others[key] = value
            default: if !value.isNull { self.properties[key] = value }
            }
        }
    }

    private mutating func read(depth: JSONValue) {
        let interval = { (value: JSONValue?) -> DepthInterval? in
            guard let pair = value?.array, pair.count == 2 else { return nil }
            let (from, to) = (pair[0].number ?? 0, pair[1].number)
            return from >= 0 && to ?? from >= from ? DepthInterval(from: from, to: to) : nil
        }
        use = interval(depth["use"] ?? .array([depth["from"] ?? .null, depth["to"] ?? .null]))
        if depth["use"] == nil, depth["from"] == nil, depth["to"] == nil { use = nil }
        reach = interval(depth["reach"])
    }
}

extension String {
    /// The text without spaces around it; `nil` when nothing is left.
    var nonEmpty: String? {
        var text = Substring(self)
        while let first = text.first, first.isWhitespace { text = text.dropFirst() }
        while let last = text.last, last.isWhitespace { text = text.dropLast() }
        return text.isEmpty ? nil : String(text)
    }
}
