public import CanonicalJSON
import Crypto
import PolicyModel

extension PlanDraft {
    /// The plan as GeoJSON in RD: one FeatureCollection, a Feature a part. What was not told is left out.
    public var input: JSONValue {
        var whole = others
        whole["type"] = "FeatureCollection"
        whole["coordRefSys"] = "http://www.opengis.net/def/crs/EPSG/0/28992"
        if let title { whole["title"] = .string(title) }
        if let initiatorRole { whole["initiator"] = ["role": .string(initiatorRole)] }
        if !answers.isEmpty {
            whole["answers"] = .object(
                JSONObject(answers.sorted { $0.key < $1.key }.map { ($0.key, Self.json($0.value)) }))
        }
        if !contests.isEmpty { whole["contests"] = .array(contests.map(Self.json)) }
        whole["features"] = .array(parts.map(\.feature))
        return .object(whole)
    }

    private static func json(_ answer: Answer) -> JSONValue {
        var object = JSONObject([("value", .bool(answer.value))])
        if let by = answer.by { object["by"] = .string(by) }
        if let reason = answer.reason { object["reason"] = .string(reason) }
        if let day = answer.on { object["on"] = .string(day.description) }
        return .object(object)
    }

    private static func json(_ contest: Contest) -> JSONValue {
        var object = JSONObject([("finding", .string(contest.finding))])
        if let by = contest.by { object["by"] = .string(by) }
        if let reason = contest.reason { object["reason"] = .string(reason) }
        return .object(object)
    }

    /// A short text that changes when something changes that this step asks for: by it a form knows whether somebody
    /// else changed what it shows.
    public func fingerprint(of step: PlanStep, part id: String?) -> String {
        let part = part(id)
        let asked: [JSONValue] =
            switch step {
            case .what:
                [
                    title.map(JSONValue.string) ?? .null, initiatorRole.map(JSONValue.string) ?? .null,
                    .array(part.activities.map(JSONValue.string)), part.change.map { .string($0.rawValue) } ?? .null,
                ]
            case .place: [part.geometry, part.depth ?? .null]
            case .details:
                [
                    part.phase.map { .string($0.rawValue) } ?? .null, part.durationYears.map(JSONValue.number) ?? .null,
                    .object(JSONObject(part.properties.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })),
                ]
            }
        return Self.mark(.array([.string(part.id)] + asked))
    }

    fileprivate static func mark(_ value: JSONValue) -> String {
        let text = (try? value.canonical()) ?? []
        return SHA256.hash(data: text).prefix(8).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
            .joined()
    }
}

extension PlanDraft.Answer {
    /// A short text that changes with what was answered and why, by which a form knows whether somebody else changed it.
    public var mark: String { PlanDraft.mark([.bool(value), .string(reason ?? "")]) }
}

extension PlanDraft.Part {
    /// The depth as the assessment reads it; `nil` when none was told.
    var depth: JSONValue? {
        guard use != nil || reach != nil else { return nil }
        var object = JSONObject()
        if let use { object["use"] = Self.json(use) }
        if let reach { object["reach"] = Self.json(reach) }
        return .object(object)
    }

    private static func json(_ interval: DepthInterval) -> JSONValue {
        [.number(interval.from), interval.to.map(JSONValue.number) ?? .null]
    }

    fileprivate var feature: JSONValue {
        var members = others
        members["activities"] = .array(activities.map(JSONValue.string))
        if let change { members["change"] = .string(change.rawValue) }
        if let phase { members["phase"] = .string(phase.rawValue) }
        if let durationYears { members["duration"] = ["years": .number(durationYears)] }
        if let depth { members["depth"] = depth }
        if let placeNote { members["name"] = .string(placeNote) }
        for (key, value) in properties.sorted(by: { $0.key < $1.key }) { members[key] = value }
        return [
            "type": "Feature", "id": .string(id), "geometry": geometry, "properties": .object(members),
        ]
    }
}
