import Assessment
import Foundation
import Geometry
import NormEngine
import PolicyModel
import Testing

@testable import Reporting

@Suite("An answer for residents") struct PlaceAnswerTests {
    private func answer(
        _ x: Double, _ y: Double, _ side: Double = 100, in house: OpenedTestHouse? = nil
    ) throws -> PlaceAnswer {
        let house = try house ?? OpenedTestHouse.meerstad()
        let shape = try Shape.rectangle(BoundingBox(minX: x, minY: y, maxX: x + side, maxY: y + side))
        let day = try #require(PolicyDate("2026-11-20"))
        return PlaceAnswer(try house.assessor.study(shape, on: day), index: house.index)
    }

    private func short(_ answer: PlaceAnswer, _ question: PlaceAnswer.Question) -> [String] {
        answer.short.first { $0.question == question }?.statements.map(\.text) ?? []
    }

    @Test("in the lake: what is protected, asked, planned and promised, each with its source")
    func lake() throws {
        let answer = try answer(203_000, 504_150)
        #expect(short(answer, .protected) == ["De kleilaag onder de plas mag niet worden doorboord."])
        #expect(short(answer, .asked) == ["Een steiger kan als boten erlangs kunnen blijven varen."])
        #expect(short(answer, .planned) == ["Het bestuur ziet graag drijvende tuinen waar geen boten varen."])
        #expect(
            short(answer, .promised) == ["De stad maakt de kade, de schippers houden de vaarweg vrij."])
        let statements = answer.short.flatMap(\.statements)
        #expect(statements.allSatisfy { $0.source != nil && $0.status != nil && $0.isCertain })
        #expect(statements.last?.label == "Afspraak tussen stad en schippers")
        #expect(answer.here.map { "\($0.title) \($0.names) \($0.isCertain)" } == ["De plas [\"Grote plas\"] true"])
    }

    @Test("what is near comes nearest first, with how rough its line is; what is unknown says why")
    func around() throws {
        let answer = try answer(203_000, 504_150)
        #expect(answer.nearby.map { "\($0.title) \($0.distanceMetres ?? -1)" } == ["De vaarweg 50.0"])
        #expect(answer.unknown.map { "\($0.title): \($0.why)" } == ["Het moeras: er is geen kaart van"])
        // The bank is 50 m wide: 20 m beside it one may still stand on it.
        let beside = try self.answer(202_020, 503_000, 10)
        let bank = try #require(beside.nearby.first { $0.title == "De oever" })
        #expect(bank.distanceMetres == 20 && bank.widthMetres == 50 && !bank.isCertain)
    }

    @Test("an answer is rough as soon as a line that is sketched or wide decides anything")
    func rough() throws {
        #expect(try answer(203_000, 503_000).isRough)
        #expect(try answer(208_000, 501_000).isRough == false)
    }

    @Test("a place where nothing holds answers every question with nothing")
    func nothing() throws {
        let answer = try answer(208_000, 501_000)
        #expect(answer.short.map(\.count) == [0, 0, 0, 0])
        #expect(answer.here.isEmpty)
        // Of the marsh nobody knows, nor of the fairway so far from the lake: what hangs on them is not certain.
        #expect(answer.topics.flatMap(\.statements).isEmpty)
        #expect(
            answer.topics.flatMap(\.uncertain).map(\.record) == [
                .norm("haven.tuin.zoeken"), .agreement("vrije-vaarweg"),
            ])
    }

    @Test("every effect answers a question or only explains")
    func questions() {
        #expect(PlaceAnswer.Question(.noUnless) == .protected)
        #expect(PlaceAnswer.Question(.duty) == .asked)
        #expect(PlaceAnswer.Question(.encouraged) == .planned)
        #expect(PlaceAnswer.Question(.commitment) == .promised)
        #expect(
            Effect.allCases.filter { PlaceAnswer.Question($0) == nil } == [
                .competence, .noStatus, .regulatedElsewhere, .information,
            ])
    }

    @Test("subjects are themes when their names are short, and the ambition above them otherwise")
    func topics() throws {
        let goals = try [
            goal("a", "ambition", nil, "Ambitie een"), goal("t1", "theme", "a", "Water"),
            goal("t2", "theme", "a", "Natuur"), goal("b", "ambition", nil, "Ambitie twee"),
            goal("t3", "theme", "b", "Een thema met een naam die voor een kop te lang is"),
            goal("g1", "strategic", "t1", "Doel"), goal("g3", "strategic", "t3", "Doel"),
            goal("los", "strategic", nil, "Los doel"),
        ]
        var house = try OpenedTestHouse.meerstad().house
        house.goals = goals
        let sorter = TopicSorter(HouseIndex(house))
        #expect(sorter.topic(of: ["g1"]) == "Water")
        #expect(sorter.topic(of: ["g3"]) == "Ambitie twee")
        #expect(sorter.topic(of: ["los"]) == "Los doel")
        #expect(sorter.topic(of: ["nergens", "t2"]) == "Natuur")
        #expect(sorter.topic(of: []) == nil)
        #expect(sorter.order == ["Ambitie een", "Water", "Natuur", "Ambitie twee", "Los doel", "Overig"])
    }

    private func goal(_ id: String, _ level: String, _ above: String?, _ title: String) throws -> Goal {
        let partOf = above.map { #","partOf":"\#($0)""# } ?? ""
        let json = #"{"id":"\#(id)","title":"\#(title)","level":"\#(level)"\#(partOf)}"#
        return try JSONDecoder().decode(Goal.self, from: Data(json.utf8))
    }

    @Test("all sentences that a resident can meet in the real house are short")
    func sentences() throws {
        let house = try OpenedTestHouse.pv22()
        let texts =
            house.house.norms.map(\.summary) + house.house.agreements.map(\.summary)
            + house.house.designations.compactMap(\.summary)
        let sentences = texts.flatMap { $0.split(whereSeparator: { ".!?;:".contains($0) }) }
        let long = sentences.filter { $0.split(separator: " ").count > 32 }
        #expect(long.isEmpty)
        #expect(sentences.count > 500)
        // Most are much shorter than that: plain Dutch keeps to some fifteen words.
        let lengths = sentences.map { $0.split(separator: " ").count }.sorted()
        #expect(lengths[lengths.count / 2] <= 15)
        #expect(lengths[lengths.count * 95 / 100] <= 24)
    }
}
