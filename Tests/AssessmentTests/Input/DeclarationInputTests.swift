import Assessment
import Testing

@Suite("Declared shares, answers and contests")
struct DeclarationInputTests {
    private func problems(_ properties: String, members: String = "") throws -> [String] {
        try Meerstad.problems(plan("steiger", Site.water, properties, members: members))
    }

    @Test("Declared shares must be a list")
    func sharesWrongType() throws {
        #expect(
            try problems(#""declaredShares":{}"#) == [
                "/properties/declaredShares: `declaredShares` moet een lijst zijn"
            ])
    }

    @Test("A declared share must have a function and an area")
    func shareWithoutArea() throws {
        let line =
            "/properties/declaredShares/0: een opgegeven aandeel heeft `function`, `value` en `unit` "
            + "(bijvoorbeeld {\"function\": \"landbouw\", \"value\": 261, \"unit\": \"har\"})"
        #expect(try problems(#""declaredShares":[{"function":"water"}]"#) == [line])
        #expect(try problems(#""declaredShares":[{"value":1,"unit":"har"}]"#) == [line])
    }

    @Test("A declared share must be an area")
    func shareInMetres() throws {
        #expect(
            try problems(#""declaredShares":[{"function":"water","value":1,"unit":"m"}]"#) == [
                "/properties/declaredShares/0/unit: de eenheid `m` is niet om te rekenen naar `m2`"
            ])
    }

    @Test("Answers must be an object by question")
    func answersWrongType() throws {
        #expect(
            try problems("", members: #""answers":[]"#) == [
                "/answers: `answers` moet een object zijn met per vraag een antwoord"
            ])
    }

    @Test("An answer must be yes or no")
    func answerWithoutValue() throws {
        #expect(
            try problems("", members: #""answers":{"zicht-op-vaarweg":{"value":"ja"}}"#) == [
                "/answers/zicht-op-vaarweg: het antwoord moet `value: true` of `value: false` hebben"
            ])
    }

    @Test("The day of an answer must be a date")
    func answerDate() throws {
        #expect(
            try problems("", members: #""answers":{"zicht-op-vaarweg":{"value":true,"on":"morgen"}}"#) == [
                "/answers/zicht-op-vaarweg/on: `morgen` is geen datum (schrijf JJJJ-MM-DD)"
            ])
        #expect(
            try problems("", members: #""answers":{"a/b":{"value":true,"on":"2026-02-30"}}"#) == [
                "/answers/a~1b/on: `2026-02-30` is geen datum (schrijf JJJJ-MM-DD)"
            ])
    }

    @Test("Contests must be a list")
    func contestsWrongType() throws {
        #expect(
            try problems(#""contests":{}"#) == ["/properties/contests: `contests` moet een lijst zijn"])
    }

    @Test("A contest must name a finding")
    func contestWithoutFinding() throws {
        #expect(
            try problems("", members: #""contests":[{"reason":"onwaar"}]"#) == [
                "/contests/0/finding: noem de bevinding die wordt betwist"
            ])
    }
}
