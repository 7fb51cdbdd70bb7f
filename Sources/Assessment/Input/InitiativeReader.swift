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
        let result = examine(input, crs: crs, problems: &problems)
        guard problems.isEmpty, let result else { throw InputRefused(problems) }
        return result
    }

    /// Reads what can be read, so that the geometries can be looked at as well before all problems are told.
    func examine(_ input: JSONValue, crs: String?, problems: inout [InputProblem]) -> Initiative? {
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
        let whole = InputFields(object: object, pointer: "")
        let before = problems.count
        // What is said on the command line goes before what the file says; the file may then say anything.
        let override = crs.flatMap { CRSReader.parse($0, at: "", problems: &problems) }
        let general = crs == nil ? CRSReader.read(whole, problems: &problems) : override
        let hasUnknownCRS = problems.count > before
        var remarks: [String] = []
        var parts = features.enumerated().compactMap { position, feature in
            PartReader(
                index: index, crs: general, isOverridden: crs != nil || feature.pointer.isEmpty,
                hasUnknownCRS: hasUnknownCRS
            )
            .read(
                feature.value, pointer: feature.pointer, position: position + 1, remarks: &remarks,
                problems: &problems)
        }
        nameParts(&parts, &problems)
        return Initiative(
            title: text("title", whole, &problems), initiatorRole: initiator(whole, &problems), parts: parts,
            answers: answers(whole, &remarks, &problems), contests: contests(whole, &problems), remarks: remarks)
    }

    /// Parts without an id are named by their position; when somebody else has that name, by `onderdeel-` and the position.
    private func nameParts(_ parts: inout [Initiative.Part], _ problems: inout [InputProblem]) {
        var taken: Set<String> = []
        for part in parts where part.hasOwnID && !taken.insert(part.id).inserted {
            problems.append(
                InputProblem(
                    .unknownValue, at: part.pointer + "/id", "twee onderdelen heten `\(part.id)`",
                    help: "geef elk onderdeel een eigen id"))
        }
        for position in parts.indices where !parts[position].hasOwnID && taken.contains(parts[position].id) {
            parts[position].id = "onderdeel-" + parts[position].id
        }
    }

    private func text(_ key: String, _ fields: InputFields, _ problems: inout [InputProblem]) -> String? {
        guard let (value, pointer) = fields.value(key) else { return nil }
        guard let text = value.string else {
            problems.append(InputProblem(.wrongType, at: pointer, "`\(key)` moet tekst zijn"))
            return nil
        }
        return text
    }

    private func initiator(_ fields: InputFields, _ problems: inout [InputProblem]) -> String? {
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
        _ fields: InputFields, _ remarks: inout [String], _ problems: inout [InputProblem]
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
            let on = given["on"].flatMap { $0.isNull ? nil : $0 }
            let day = on?.string
            if on != nil, day.flatMap({ PolicyDate($0) }) == nil {
                problems.append(
                    InputProblem(
                        .wrongType, at: place + "/on", "\(day.map { "`\($0)`" } ?? "dit") is geen datum",
                        help: "schrijf JJJJ-MM-DD"))
            }
            for key in ["by", "reason"] where given[key].map({ !$0.isNull && $0.string == nil }) == true {
                problems.append(
                    InputProblem(.wrongType, at: JSONPointer.appending(key, to: place), "`\(key)` moet tekst zijn"))
            }
            answers[question] = Answer(
                value: truth, by: given["by"]?.string, reason: given["reason"]?.string,
                on: day.flatMap { PolicyDate($0) })
        }
        return answers
    }

    private func contests(_ fields: InputFields, _ problems: inout [InputProblem]) -> [Initiative.Contest] {
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
