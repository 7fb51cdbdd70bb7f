import PolicyModel
import Testing

/// A test of the house; `Test` alone could be that of Swift Testing.
private typealias PolicyTest = PolicyModel.Test

struct TestCodableTests {
    /// Every kind of test: as it is written in content, and the value it stands for.
    private static let kinds: [(String, PolicyTest)] = [
        (#"{"all": [{"in": "a"}, {"in": "b"}]}"#, .all([.inside(designation: "a"), .inside(designation: "b")])),
        (#"{"all": []}"#, .all([])),
        (
            #"{"any": [{"in": "a"}, {"not": {"in": "b"}}]}"#,
            .any([.inside(designation: "a"), .not(.inside(designation: "b"))])
        ),
        (#"{"not": {"anywhere": true}}"#, .not(.anywhere)),
        (#"{"anywhere": true}"#, .anywhere),
        (#"{"in": "beekdal"}"#, .inside(designation: "beekdal")),
        (#"{"within": {"designation": "natura", "metres": 3000}}"#, .within(designation: "natura", metres: 3000)),
        (#"{"feature": {"designation": "koepel", "name": "Zuid"}}"#, .feature(designation: "koepel", name: "Zuid")),
        (
            #"{"attribute": {"designation": "veld", "name": "klasse", "is": "==", "value": "groot"}}"#,
            .attribute(designation: "veld", name: "klasse", comparison: .equal, value: .text("groot"))
        ),
        (
            #"{"attribute": {"designation": "veld", "name": "inhoud", "is": ">=", "value": {"value": 5, "unit": "m3"}}}"#,
            .attribute(
                designation: "veld", name: "inhoud", comparison: .greaterOrEqual,
                value: .quantity(Quantity(value: 5, unit: "m3")))
        ),
        (
            #"{"share": {"designation": "bos", "is": "<", "value": 0.25}}"#,
            .share(designation: "bos", comparison: .less, value: 0.25)
        ),
        (
            #"{"towards": {"settlement": "Dorp", "designation": "heide", "metres": 500}}"#,
            .towards(settlement: "Dorp", designation: "heide", metres: 500)
        ),
        (#"{"activity": ["opslag", "winning"]}"#, .activity(["opslag", "winning"])),
        (#"{"change": ["nieuw", "uitbreiding"]}"#, .change([.nieuw, .uitbreiding])),
        (#"{"phase": ["aanleg", "nagebruik"]}"#, .phase([.aanleg, .nagebruik])),
        (#"{"initiator": {"role": "gemeente"}}"#, .initiator(role: "gemeente")),
        (#"{"function-change": true}"#, .functionChange),
        (#"{"interests-collide": true}"#, .interestsCollide),
        (#"{"other-part": {"activities": ["opslag"]}}"#, .otherPart(activities: ["opslag"], phase: [])),
        (#"{"other-part": {"phase": ["gebruik"]}}"#, .otherPart(activities: [], phase: [.gebruik])),
        (
            #"{"other-part": {"activities": ["opslag"], "phase": ["nagebruik"]}}"#,
            .otherPart(activities: ["opslag"], phase: [.nagebruik])
        ),
    ]

    @Test("Every kind of test is read as it is written and survives being written", arguments: kinds)
    func roundTrip(json: String, expected: PolicyModel.Test) throws {
        let read = try decode(PolicyTest.self, json)
        #expect(read == expected)
        #expect(try thereAndBack(read) == expected)
    }

    @Test("A question to a person survives being written, about the place or otherwise")
    func questions() throws {
        let question = try decode(OpenQuestion.self, #"{"question": "vraag", "asks": "Is het zo?"}"#)
        let place = try decode(PolicyTest.self, #"{"open-place": {"question": "vraag", "asks": "Is het zo?"}}"#)
        #expect(place == .openPlace(question))
        #expect(try thereAndBack(place) == place)
        let open = try decode(PolicyTest.self, #"{"open": {"question": "vraag", "asks": "Is het zo?"}}"#)
        #expect(open == .open(question))
        #expect(try thereAndBack(open) == open)
    }

    @Test("A property test carries its own keys beside the leading one and survives being written")
    func property() throws {
        let json = """
            {"property": "temperatuur", "is": ">=", "value": 30, "unit": "Cel", "fuzzy": 5, "unknownFor": ["onbekend"],
             "declaredOnly": true}
            """
        let read = try decode(PolicyTest.self, json)
        guard case .property(let test) = read else {
            Issue.record("not a property test")
            return
        }
        #expect(test.property == "temperatuur")
        #expect(test.is == .greaterOrEqual)
        #expect(test.value == .number(30))
        #expect(test.values.isEmpty)
        #expect(test.unit == "Cel")
        #expect(test.fuzzy == 5)
        #expect(test.unknownFor == [.text("onbekend")])
        #expect(test.declaredOnly == true)
        #expect(try thereAndBack(read) == read)
    }

    @Test("A property test on a list of values survives being written")
    func list() throws {
        let read = try decode(PolicyTest.self, #"{"property": "mer", "is": "in", "values": ["plicht", 3, true]}"#)
        guard case .property(let test) = read else {
            Issue.record("not a property test")
            return
        }
        #expect(test.is == .oneOf)
        #expect(test.value == nil)
        #expect(test.values == [.text("plicht"), .number(3), .flag(true)])
        #expect(try thereAndBack(read) == read)
    }

    @Test(
        "What is not a test is refused",
        arguments: [
            "{}", #"{"inn": "a"}"#, #"{"in": ["a"]}"#, #"{"within": {"designation": "a"}}"#, #"{"change": ["oud"]}"#,
            #"{"phase": "gebruik"}"#, #"{"all": {"in": "a"}}"#, #"{"not": [{"in": "a"}]}"#, "\"anywhere\"",
            #"{"share": {"designation": "a", "is": "=", "value": 1}}"#, #"{"open": {"question": "a"}}"#,
        ])
    func refused(json: String) {
        #expect(throws: DecodingError.self) { try decode(PolicyTest.self, json) }
    }
}
