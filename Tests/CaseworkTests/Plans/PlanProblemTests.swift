import Assessment
import CanonicalJSON
import Casework
import NormEngine
import PolicyModel
import Testing

@Suite("Problems of a plan, at their fields")
struct PlanProblemTests {
    /// Two parts: one with everything wrong that a file can bring, one without anything.
    private func problems() throws -> [PlanProblem] {
        let input = try JSONValue.parse(
            """
            {"type":"FeatureCollection","coordRefSys":"EPSG:28992","title":5,"features":[
            {"type":"Feature","id":"a","geometry":{"type":"Polygon","coordinates":[[[0,0],[10,10],[10,0],[0,10],[0,0]]]},
            "properties":{"activities":["vliegen-zonder-vleugels"],"change":"nieuwe","depth":{"use":[5,2]},
            "lengte":{"value":1,"unit":"Cel"}}},
            {"type":"Feature","id":"b","geometry":null,"properties":{"activities":[]}}]}
            """)
        let assessor = try Waterstad.assessor()
        let draft = PlanDraft(input)
        do {
            _ = try assessor.assess(AssessmentRequest(input: input), on: try #require(PolicyDate("2026-11-20")))
        } catch let error as InputRefused {
            return error.problems.map { PlanProblem($0, in: draft) }
        }
        return []
    }

    @Test("Each stands in its step, at its part and field")
    func places() throws {
        let found = Set(try problems().map { "\($0.step.rawValue) \($0.part ?? "-") \($0.field)" })
        #expect(
            found == [
                "wat - title", "wat a activities", "wat a change", "waar a depth", "waar a place",
                "details a property(\"lengte\")", "wat b activities", "waar b place",
            ])
    }

    @Test("What is missing is asked for in plain words")
    func words() throws {
        let problems = try problems()
        let texts = Dictionary(
            problems.map { ("\($0.part ?? "") \($0.field)", $0.text) }, uniquingKeysWith: { first, _ in first })
        #expect(texts["b activities"] == "Kies ten minste één activiteit: wat wilt u doen?")
        #expect(texts["b place"] == "Wijs aan waar het plan komt: een punt, een lijn of een vlak.")
        #expect(texts["a place"]?.hasPrefix("De vorm klopt niet: ") == true)
        #expect(texts["a activities"] == "Een activiteit die u koos, kent het beleid niet meer. Kies een andere.")
        for problem in problems { #expect(problem.text.last.map { ".?!".contains($0) } == true) }
    }
}
