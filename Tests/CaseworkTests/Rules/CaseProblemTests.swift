import Testing

@testable import Casework

@Suite("What problems say")
struct CaseProblemTests {
    static let all: [CaseProblem] =
        CaseAction.allCases.map { .notAllowed($0) } + Dossier.State.allCases.map { .notNow($0) }
        + CaseProblem.Field.allCases.flatMap { [.missing($0), .tooLong($0, most: 500), .unreadable($0)] } + [
            .unknownCell(restAtBank), .unknownFinding("a"), .unknownQuestion("q"), .unknownOutcome("o"),
            .unknownItem("d1"), .unknownTension("t"), .unknownDocument("d"), .notContested("a"), .notAnswered("q"),
            .nothingToUndo, .notYourChange, .futureDay, .nothingWeighed, .tickWithoutArgument(restAtBank, .contributes),
            .tickWithoutArgument(restAtBank, .strains), .argumentWithoutTick(restAtBank, .contributes),
            .argumentWithoutTick(restAtBank, .strains), .noOutcome, .noDetails, .deviationNotDeclared(document: "D"),
            .deviationNotPresented(document: "D"), .readerIsNoReader, .readerIsAsker, .readerEdited, .editorsErased,
            .interestNotDeclared, .previewIsOld, .recordUnknown("n"), .recordSuperseded("n", by: "m"),
            .alreadyOpened, .planChanged, .notFinished, .unknownText("1.a"), .alreadyErased("1.a"),
        ]

    @Test("each problem has a text of its own: a sentence in Dutch")
    func texts() {
        #expect(Set(Self.all.map(\.text)).count == Self.all.count)
        for problem in Self.all {
            #expect(problem.text.hasSuffix("."), "\(problem)")
            #expect(problem.text.first?.isUppercase == true, "\(problem)")
        }
    }

    @Test("some of them to the letter")
    func exact() {
        #expect(CaseProblem.missing(.who).text == "Vul in: wie ervoor zorgt.")
        #expect(CaseProblem.tooLong(.text, most: 500).text == "Maak dit korter: de tekst. Er passen 500 tekens.")
        #expect(CaseProblem.notNow(.review).text == "Dit kan nu niet: het dossier is bij de tweede lezer.")
        #expect(
            CaseProblem.notAllowed(.publish).text
                == "U mag dit niet doen: een afweging publiceren. Vraag de beheerder om de juiste rol.")
    }

    @Test("a problem of a field names the field")
    func fields() {
        #expect(CaseProblem.missing(.legalCharacter).field == "legalCharacter")
        #expect(CaseProblem.unknownOutcome("x").field == "outcome")
        #expect(CaseProblem.readerEdited.field == "reader")
        #expect(CaseProblem.interestNotDeclared.field == "noInterest")
        #expect(CaseProblem.recordUnknown("x").field == "supersedes")
        #expect(CaseProblem.nothingWeighed.field == nil)
    }
}
