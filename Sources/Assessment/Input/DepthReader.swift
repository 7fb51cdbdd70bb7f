import CanonicalJSON
import PolicyModel

/// Reads the depth of a part: `{use, reach}` or, short, `{from, to}`. Metres below maaiveld, half-open.
struct DepthReader {
    let pointer: String

    func read(_ value: JSONValue?, problems: inout [InputProblem]) -> (use: DepthInterval?, reach: DepthInterval?) {
        guard let value, !value.isNull else { return (nil, nil) }
        guard let object = value.object else {
            problems.append(
                InputProblem(
                    .wrongType, at: pointer, "`depth` moet een object zijn",
                    help: "bijvoorbeeld {\"use\": [60, 120]} in meters onder maaiveld"))
            return (nil, nil)
        }
        for key in object.keys where !["use", "reach", "from", "to"].contains(key) {
            problems.append(
                InputProblem(
                    .unknownValue, at: JSONPointer.appending(key, to: pointer), "`\(key)` hoort niet bij een diepte",
                    help: "gebruik use, reach, from of to"))
        }
        if object["use"] == nil, object["from"] != nil || object["to"] != nil {
            let use = interval(.array([object["from"] ?? .null, object["to"] ?? .null]), pointer, &problems)
            return (use, object["reach"].flatMap { interval($0, pointer + "/reach", &problems) })
        }
        return (
            object["use"].flatMap { interval($0, pointer + "/use", &problems) },
            object["reach"].flatMap { interval($0, pointer + "/reach", &problems) }
        )
    }

    private func interval(_ value: JSONValue, _ at: String, _ problems: inout [InputProblem]) -> DepthInterval? {
        if value.isNull { return nil }
        guard let pair = value.array, pair.count == 2, pair[1].isNull || pair[1].number != nil,
            pair[0].isNull || pair[0].number != nil
        else {
            problems.append(
                InputProblem(
                    .wrongType, at: at, "een diepte is een paar getallen: van en tot, in meters onder maaiveld"))
            return nil
        }
        let from = pair[0].number ?? 0
        let to = pair[1].number
        if from < 0 || to.map({ $0 < 0 }) == true {
            problems.append(
                InputProblem(
                    .depthUpsideDown, at: at, "een diepte onder maaiveld is niet negatief",
                    help: "0 is het maaiveld, 100 is 100 meter diep"))
            return nil
        }
        if let to, to < from {
            problems.append(
                InputProblem(
                    .depthUpsideDown, at: at,
                    "de diepte staat op haar kop: van \(shortest(from)) tot \(shortest(to)) meter",
                    help: "noem eerst de ondiepe en dan de diepe grens"))
            return nil
        }
        return DepthInterval(from: from, to: to)
    }

    private func shortest(_ number: Double) -> String { JSONValue.number(number).compact() }
}
