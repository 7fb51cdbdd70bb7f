import CanonicalJSON
import Geometry
public import NormEngine
import PolicyModel

/// Reads one Feature as a part of an initiative.
struct PartReader {
    let index: HouseIndex
    /// CRS of the whole input.
    let crs: CRS?
    /// The CRS of the part itself is not looked at: something else goes before it, or it has been read already.
    let isOverridden: Bool
    /// The CRS of the whole input is a problem already, so that its positions say nothing.
    let hasUnknownCRS: Bool

    /// Members of `properties` with a meaning of their own; all others are declared properties.
    static let reserved: Set<String> = [
        "id", "title", "name", "description", "initiator", "activities", "change", "phase", "duration", "depth",
        "declaredShares", "crs", "coordRefSys", "answers", "contests",
    ]

    func read(
        _ feature: JSONValue, pointer: String, position: Int, remarks: inout [String], problems: inout [InputProblem]
    ) -> Initiative.Part? {
        guard let object = feature.object, object["type"]?.string == "Feature" else {
            problems.append(InputProblem(.wrongType, at: pointer + "/type", "verwacht een Feature"))
            return nil
        }
        let place = pointer + "/properties"
        guard let properties = object["properties"]?.object else {
            problems.append(
                InputProblem(
                    .missing, at: place, "de Feature heeft geen `properties`", help: "noem ten minste `activities`"))
            return nil
        }
        let geometry = object["geometry"] ?? .null
        if geometry.object == nil {
            problems.append(
                InputProblem(
                    .invalidGeometry, at: pointer + "/geometry", "de Feature heeft geen geometrie",
                    help: "een punt, lijn of vlak"))
        }
        let activities = activities(properties, place, &problems)
        let fields = InputFields(object: object, pointer: pointer)
        let before = problems.count
        let own = isOverridden ? nil : CRSReader.read(fields, problems: &problems)
        let isReadable = !hasUnknownCRS && problems.count == before
        let (use, reach) = DepthReader(pointer: place + "/depth").read(properties["depth"], problems: &problems)
        let drills = activities.contains { id in
            index.reach(of: id).contains { index.activities[$0]?.drills == true }
        }
        let values = PropertyReader(index: index)
        let id = givenID(object, properties)
        return Initiative.Part(
            id: id ?? String(position), pointer: pointer, activities: activities,
            change: word(properties["change"], place + "/change", &problems),
            phase: word(properties["phase"], place + "/phase", &problems), use: use,
            reach: reach ?? use.map { drills ? DepthInterval(from: 0, to: $0.to) : $0 },
            properties: values.read(properties, at: place, remarks: &remarks, problems: &problems),
            declaredShares: values.shares(
                properties["declaredShares"], at: place + "/declaredShares", problems: &problems),
            geometry: isReadable ? geometry : .null, crs: own ?? crs ?? .crs84,
            hasOwnID: id != nil)
    }

    private func givenID(_ feature: JSONObject, _ properties: JSONObject) -> String? {
        switch feature["id"] ?? properties["id"] {
        case .string(let text)? where !text.isEmpty: text
        case .number(let number)?: JSONValue.number(number).compact()
        default: nil
        }
    }

    private func activities(_ properties: JSONObject, _ place: String, _ problems: inout [InputProblem]) -> [String] {
        let pointer = place + "/activities"
        guard let given = properties["activities"] else {
            problems.append(
                InputProblem(
                    .missing, at: pointer, "er staat niet wat er gebeurt",
                    help: "noem ten minste één activiteit; zie `kompas activities`"))
            return []
        }
        guard let list = given.array ?? given.string.map({ [.string($0)] }) else {
            problems.append(InputProblem(.wrongType, at: pointer, "`activities` moet een lijst van activiteiten zijn"))
            return []
        }
        if list.isEmpty {
            problems.append(
                InputProblem(
                    .missing, at: pointer, "er staat niet wat er gebeurt",
                    help: "noem ten minste één activiteit; zie `kompas activities`"))
        }
        var found: [String] = []
        for (position, item) in list.enumerated() {
            let at = "\(pointer)/\(position)"
            guard let id = item.string else {
                problems.append(InputProblem(.wrongType, at: at, "een activiteit moet tekst zijn"))
                continue
            }
            guard index.activities[id] != nil else {
                problems.append(
                    InputProblem(
                        .unknownActivity, at: at, "de activiteit `\(id)` bestaat niet", help: index.suggestion(for: id))
                )
                continue
            }
            if !found.contains(id) { found.append(id) }
        }
        return found
    }

    private func word<Word: RawRepresentable & CaseIterable>(
        _ value: JSONValue?, _ pointer: String, _ problems: inout [InputProblem]
    ) -> Word? where Word.RawValue == String {
        guard let value, !value.isNull else { return nil }
        if let text = value.string, let word = Word(rawValue: text) { return word }
        let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
        let found = value.string.map { "`\($0)`" } ?? "geen tekst"
        problems.append(InputProblem(.unknownValue, at: pointer, "\(found) is niet bekend", help: "kies uit: \(known)"))
        return nil
    }
}

extension HouseIndex {
    /// What somebody may have meant with an activity that does not exist.
    public func suggestion(for activity: String) -> String {
        let near = nearMisses(of: activity, in: activities.keys)
        if near.isEmpty {
            let found = ActivitySearch(index: self).search(activity, limit: 3)
            if found.isEmpty { return "zoek met `kompas activities --search`" }
            return "bedoelt u " + found.map { "`\($0.id)` (\($0.label.lowercased()))" }.joined(separator: " of ") + "?"
        }
        return "bedoelt u " + near.map { "`\($0)`" }.joined(separator: " of ") + "?"
    }
}
