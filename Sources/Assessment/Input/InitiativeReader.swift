public import CanonicalJSON
public import NormEngine
import PolicyModel

/// Reads an initiative from GeoJSON. A Feature has one part; the Features of a FeatureCollection are the parts of one initiative.
///
/// Every problem is found in one go; none of them is repaired silently.
public struct InitiativeReader: Sendable {
    let index: HouseIndex

    public init(index: HouseIndex) { self.index = index }

    /// - Parameter crs: overrides what the input says.
    public func read(_ input: JSONValue, crs: String? = nil) throws(InputRefused) -> Initiative {
        var problems: [InputProblem] = []
        let result = read(input, crs: crs, problems: &problems)
        guard problems.isEmpty, let result else { throw InputRefused(problems) }
        return result
    }

    private func read(_ input: JSONValue, crs: String?, problems: inout [InputProblem]) -> Initiative? {
        guard let object = input.object else {
            problems.append(
                InputProblem(
                    .wrongType, at: "", "het initiatief is geen GeoJSON-object",
                    help: "geef een Feature of een FeatureCollection"))
            return nil
        }
        let features: [(value: JSONValue, pointer: String)]
        switch object["type"]?.string {
        case "Feature": features = [(input, "")]
        case "FeatureCollection":
            guard let list = object["features"]?.array else {
                problems.append(
                    InputProblem(.missing, at: "/features", "de FeatureCollection heeft geen lijst `features`"))
                return nil
            }
            if list.isEmpty {
                problems.append(
                    InputProblem(
                        .missing, at: "/features", "de FeatureCollection is leeg",
                        help: "elk onderdeel van het initiatief is een Feature"))
            }
            features = list.enumerated().map { ($1, "/features/\($0)") }
        default:
            let found = object["type"]?.string.map { "`\($0)`" } ?? "niets"
            problems.append(
                InputProblem(
                    .wrongType, at: "/type", "verwacht Feature of FeatureCollection, gevonden \(found)",
                    help: "zet een losse geometrie in een Feature"))
            return nil
        }
        let whole = Fields(object, pointer: "", collectionProperties: object["properties"]?.object)
        let inherited = crs ?? crsName(whole)
        var remarks: [String] = []
        let parts = features.enumerated().compactMap { position, feature in
            PartReader(index: index, crs: crs ?? inherited)
                .read(
                    feature.value, pointer: feature.pointer, position: position + 1, remarks: &remarks,
                    problems: &problems)
        }
        var seen: Set<String> = []
        for part in parts where !seen.insert(part.id).inserted {
            problems.append(
                InputProblem(
                    .unknownValue, at: part.pointer + "/id", "twee onderdelen heten `\(part.id)`",
                    help: "geef elk onderdeel een eigen id"))
        }
        return Initiative(
            title: text("title", whole, &problems), initiatorRole: initiator(whole, &problems), parts: parts,
            answers: answers(whole, &remarks, &problems), contests: contests(whole, &problems), remarks: remarks)
    }

    /// Looks a member up at the top of the input and then in its properties.
    struct Fields {
        let object: JSONObject
        let pointer: String
        let collectionProperties: JSONObject?

        init(_ object: JSONObject, pointer: String, collectionProperties: JSONObject?) {
            self.object = object
            self.pointer = pointer
            self.collectionProperties = collectionProperties
        }

        func value(_ key: String) -> (value: JSONValue, pointer: String)? {
            if let value = object[key], !value.isNull { return (value, pointer + "/" + key) }
            if let value = collectionProperties?[key], !value.isNull { return (value, pointer + "/properties/" + key) }
            return nil
        }
    }

    private func crsName(_ fields: Fields) -> String? {
        for key in ["coordRefSys", "crs"] {
            guard let found = fields.value(key)?.value else { continue }
            if let name = found.string { return name }
            // The form of the first GeoJSON specification, still written by GDAL.
            if let name = found["properties"]?["name"]?.string { return name }
        }
        return nil
    }

    private func text(_ key: String, _ fields: Fields, _ problems: inout [InputProblem]) -> String? {
        guard let (value, pointer) = fields.value(key) else { return nil }
        guard let text = value.string else {
            problems.append(InputProblem(.wrongType, at: pointer, "`\(key)` moet tekst zijn"))
            return nil
        }
        return text
    }

    private func initiator(_ fields: Fields, _ problems: inout [InputProblem]) -> String? {
        guard let (value, pointer) = fields.value("initiator") else { return nil }
        guard let role = value["role"]?.string else {
            problems.append(
                InputProblem(
                    .wrongType, at: pointer, "`initiator` moet een object met `role` zijn",
                    help: "bijvoorbeeld {\"role\": \"bedrijf\"}"))
            return nil
        }
        return role
    }

    private func answers(
        _ fields: Fields, _ remarks: inout [String], _ problems: inout [InputProblem]
    ) -> [String: Answer] {
        guard let (value, pointer) = fields.value("answers") else { return [:] }
        guard let object = value.object else {
            problems.append(
                InputProblem(.wrongType, at: pointer, "`answers` moet een object zijn met per vraag een antwoord"))
            return [:]
        }
        var answers: [String: Answer] = [:]
        for (question, given) in object.members {
            let place = JSONPointer.appending(question, to: pointer)
            guard let truth = given["value"]?.bool ?? given.bool else {
                problems.append(
                    InputProblem(.wrongType, at: place, "het antwoord moet `value: true` of `value: false` hebben"))
                continue
            }
            if !index.questions.contains(question) {
                remarks.append(
                    "Het antwoord op `\(question)` hoort bij geen enkele vraag van dit huis en telt niet mee.")
            }
            let day = given["on"]?.string
            if let day, PolicyDate(day) == nil {
                problems.append(
                    InputProblem(.wrongType, at: place + "/on", "`\(day)` is geen datum", help: "schrijf JJJJ-MM-DD"))
            }
            answers[question] = Answer(
                value: truth, by: given["by"]?.string, reason: given["reason"]?.string,
                on: day.flatMap { PolicyDate($0) })
        }
        return answers
    }

    private func contests(_ fields: Fields, _ problems: inout [InputProblem]) -> [Initiative.Contest] {
        guard let (value, pointer) = fields.value("contests") else { return [] }
        guard let list = value.array else {
            problems.append(InputProblem(.wrongType, at: pointer, "`contests` moet een lijst zijn"))
            return []
        }
        return list.enumerated().compactMap { position, item in
            guard let finding = item["finding"]?.string else {
                problems.append(
                    InputProblem(.missing, at: "\(pointer)/\(position)/finding", "noem de bevinding die wordt betwist"))
                return nil
            }
            return Initiative.Contest(finding: finding, by: item["by"]?.string, reason: item["reason"]?.string)
        }
    }
}
