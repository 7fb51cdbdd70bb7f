import CanonicalJSON
import PolicyModel

/// The initiative of a plan as a dossier freezes it: without free texts and without properties that mean nothing to the
/// house, because what is assessed ends up in hashes and in public.
struct FrozenRequest: Sendable, Hashable {
    var input: JSONValue
    var title: String?
    var answers: [Answer]
    var contests: [Contest]

    /// An answer that came with the plan.
    struct Answer: Sendable, Hashable {
        var question: String
        var value: Bool
        var reason: String
    }

    struct Contest: Sendable, Hashable {
        var finding: String
        var reason: String
    }

    init(_ input: JSONValue, house: PolicyHouse) {
        let given = { (key: String) -> JSONValue? in
            [input[key], input["properties"]?[key]].compactMap(\.self).first { !$0.isNull }
        }
        title = given("title")?.string
        answers = (given("answers")?.object?.members ?? []).compactMap { question, answer in
            guard let value = answer["value"]?.bool ?? answer.bool else { return nil }
            return Answer(question: question, value: value, reason: answer["reason"]?.string ?? "")
        }.sorted { $0.question < $1.question }
        contests = (given("contests")?.array ?? []).compactMap { contest in
            contest["finding"]?.string.map { Contest(finding: $0, reason: contest["reason"]?.string ?? "") }
        }
        let known = Self.kept.union(house.properties.map(\.id))
        var whole = JSONObject()
        for (key, value) in input.object?.members ?? [] where Self.keptOutside.contains(key) { whole[key] = value }
        if let role = given("initiator")?["role"] { whole["initiator"] = .object(["role": role]) }
        whole["properties"] = Self.properties(input, known)
        if let features = input["features"]?.array {
            whole["features"] = .array(
                features.map { feature in
                    var part = JSONObject()
                    for (key, value) in feature.object?.members ?? [] where Self.keptOutside.contains(key) {
                        part[key] = value
                    }
                    part["properties"] = Self.properties(feature, known)
                    return .object(part)
                })
        }
        self.input = .object(whole)
    }

    /// Members of a feature or collection that an assessment reads.
    private static let keptOutside: Set<String> = ["type", "id", "geometry", "crs", "coordRefSys"]
    /// Properties with a meaning of their own that hold no free text.
    private static let kept: Set<String> = [
        "id", "activities", "change", "phase", "duration", "depth", "declaredShares", "crs", "coordRefSys",
    ]

    private static func properties(_ feature: JSONValue, _ known: Set<String>) -> JSONValue? {
        guard let properties = feature["properties"]?.object else { return nil }
        return .object(JSONObject(properties.members.filter { known.contains($0.key) }.map { ($0.key, $0.value) }))
    }

    /// The input with the answers and contests that hold: by role, without their reasons.
    static func input(
        _ frozen: JSONValue, answers: [(question: String, value: Bool, isGivenWithPlan: Bool)],
        contests: [(finding: String, isGivenWithPlan: Bool)]
    ) -> JSONValue {
        guard var object = frozen.object else { return frozen }
        let answered = answers.sorted { $0.question < $1.question }.map { answer -> (String, JSONValue) in
            let role = role(isGivenWithPlan: answer.isGivenWithPlan)
            return (answer.question, ["by": .string(role), "value": .bool(answer.value)])
        }
        let contested = contests.sorted { $0.finding < $1.finding }.map { contest -> JSONValue in
            let role = role(isGivenWithPlan: contest.isGivenWithPlan)
            return ["by": .string(role), "finding": .string(contest.finding)]
        }
        object["answers"] = answered.isEmpty ? nil : .object(JSONObject(answered))
        object["contests"] = contested.isEmpty ? nil : .array(contested)
        return .object(object)
    }

    /// In which role somebody answers or contests, for people to read.
    static func role(isGivenWithPlan: Bool) -> String { isGivenWithPlan ? "initiatiefnemer" : "behandelaar" }
}
