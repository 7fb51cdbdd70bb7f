import Assessment
import Foundation
import PolicyModel
import Testing

@testable import Reporting

@Suite("A sheet in words")
struct FrameTextTests {
    private func sheet() throws -> (report: AssessmentReport, house: PolicyHouse) {
        var house = try OpenedTestHouse.meerstad().house
        let source = #"{"document":"waterplan","path":["2"],"passage":{"unit":"sentence","starts":"Het bestuur"}}"#
        house.frames[0].statements = try ["Het water blijft stil.", "Er vaart niemand."].enumerated().map {
            number, text in
            try decoded(
                #"{"id":"s\#(number)","principle":"rust","question":"rust-water","text":"\#(text)","limit":"In de zomer.","#
                    + #""source":\#(source)}"#)
        }
        house.frames[0].principles[1].appliesWhen = try decoded(
            #"{"open-place":{"question":"ruim","asks":"Wijst de kaart hier ruimte aan?"}}"#)
        let town = try OpenedTestHouse(house: house, folder: "Tests/Fixtures/house-test")
        let report = try town.report(
            #"{"type":"Feature","crs":"EPSG:28992","geometry":{"type":"Point","coordinates":[203000,503850]},"#
                + #""properties":{"activities":["varen"]}}"#)
        return (report, house)
    }

    private func decoded<Value: Decodable>(_ json: String) throws -> Value {
        try JSONDecoder().decode(Value.self, from: Data(json.utf8))
    }

    @Test("In text, what the frame says stands under its question with its source once, and why a principle is open")
    func text() throws {
        let (report, house) = try sheet()
        let text = TextReport(report, house: house, width: 200).render()
        #expect(
            text.contains(
                "      • De tekst zegt hier: Het water blijft stil. In de zomer. Er vaart niemand. In de zomer. (Waterplan Meerstad, 2"
            ))
        #expect(text.contains("    • Of dit over deze plek gaat, is niet te zeggen: Wijst de kaart hier ruimte aan?\n"))
        // The question is asked once, though two cells wait for it.
        #expect(text.components(separatedBy: "  • Wijst de kaart hier ruimte aan?").count == 2)
    }

    @Test("On the page it says the same")
    func page() throws {
        let (report, house) = try sheet()
        let page = HTMLReport(report, house: house).render()
        #expect(PageCheck(page).faults == [])
        #expect(
            page.contains(
                "<span class=\"statement\">De tekst: Het water blijft stil. In de zomer. Er vaart niemand. In de zomer. "
            ))
        #expect(page.contains("Of dit over deze plek gaat, is niet te zeggen: Wijst de kaart hier ruimte aan?</span>"))
    }
}
