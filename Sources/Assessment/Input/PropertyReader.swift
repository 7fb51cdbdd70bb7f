import CanonicalJSON
import NormEngine
import PolicyModel

/// Reads declared properties with their units.
struct PropertyReader {
    let index: HouseIndex

    func read(
        _ properties: JSONObject, at place: String, remarks: inout [String], problems: inout [InputProblem]
    ) -> [String: PropertyValue] {
        var values: [String: PropertyValue] = [:]
        for (name, given) in properties.members where !PartReader.reserved.contains(name) && !given.isNull {
            let pointer = JSONPointer.appending(name, to: place)
            guard let definition = index.properties[name] else {
                let near = nearMisses(of: name, in: index.properties.keys).first
                remarks.append(
                    "De eigenschap `\(name)` kent dit huis niet; ze telt niet mee."
                        + (near.map { " Bedoelt u `\($0)`?" } ?? ""))
                continue
            }
            values[name] = value(given, of: definition, at: pointer, problems: &problems)
        }
        return values
    }

    private func value(
        _ given: JSONValue, of definition: PropertyDefinition, at pointer: String, problems: inout [InputProblem]
    ) -> PropertyValue? {
        let name = definition.id
        switch definition.kind {
        case .quantity:
            let unit = definition.unit ?? "1"
            guard let quantity = quantity(given) else {
                problems.append(
                    InputProblem(
                        .unit, at: pointer, "`\(name)` moet een getal met een eenheid zijn",
                        help: "bijvoorbeeld {\"value\": 40, \"unit\": \"\(unit)\"}"))
                return nil
            }
            guard quantity.converted(to: unit) != nil else {
                problems.append(
                    InputProblem(
                        .unit, at: pointer + "/unit",
                        "de eenheid `\(quantity.unit)` is niet om te rekenen naar `\(unit)`",
                        help: "`\(name)` wordt gemeten in `\(unit)`"))
                return nil
            }
            return .quantity(quantity)
        case .count:
            guard let number = given.number ?? given["value"]?.number, number >= 0, number == number.rounded() else {
                problems.append(
                    InputProblem(.wrongType, at: pointer, "`\(name)` moet een geheel getal van nul of meer zijn"))
                return nil
            }
            return .number(number)
        case .choice:
            let known = definition.values.joined(separator: ", ")
            guard let text = given.string, definition.values.contains(text) else {
                let found = given.string.map { "`\($0)`" } ?? "geen tekst"
                problems.append(
                    InputProblem(
                        .unknownValue, at: pointer, "\(found) is geen waarde van `\(name)`", help: "kies uit: \(known)")
                )
                return nil
            }
            return .text(text)
        case .flag:
            guard let flag = given.bool else {
                problems.append(InputProblem(.wrongType, at: pointer, "`\(name)` moet true of false zijn"))
                return nil
            }
            return .flag(flag)
        case .text:
            guard let text = given.string else {
                problems.append(InputProblem(.wrongType, at: pointer, "`\(name)` moet tekst zijn"))
                return nil
            }
            return .text(text)
        }
    }

    private func quantity(_ given: JSONValue) -> Quantity? {
        guard let value = given["value"]?.number, let unit = given["unit"]?.string else { return nil }
        return Quantity(value: value, unit: unit)
    }

    func shares(
        _ given: JSONValue?, at pointer: String, problems: inout [InputProblem]
    ) -> [Initiative.DeclaredShare] {
        guard let given, !given.isNull else { return [] }
        guard let list = given.array else {
            problems.append(InputProblem(.wrongType, at: pointer, "`declaredShares` moet een lijst zijn"))
            return []
        }
        return list.enumerated().compactMap { position, item in
            let at = "\(pointer)/\(position)"
            guard let function = item["function"]?.string, let area = quantity(item) else {
                problems.append(
                    InputProblem(
                        .wrongType, at: at, "een opgegeven aandeel heeft `function`, `value` en `unit`",
                        help: "bijvoorbeeld {\"function\": \"landbouw\", \"value\": 261, \"unit\": \"har\"}"))
                return nil
            }
            guard area.converted(to: "m2") != nil else {
                problems.append(
                    InputProblem(.unit, at: at + "/unit", "de eenheid `\(area.unit)` is niet om te rekenen naar `m2`"))
                return nil
            }
            return Initiative.DeclaredShare(function: function, area: area, source: item["source"]?.string)
        }
    }
}
