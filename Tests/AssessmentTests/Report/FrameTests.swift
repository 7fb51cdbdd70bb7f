@testable import Assessment
import CanonicalJSON
import NormEngine
import PolicyModel
import Testing

@Suite("The sheet of a frame")
struct FrameTests {
    private func cells(_ json: String, in house: PolicyHouse? = nil) throws -> [FrameSheet.Cell] {
        try #require(Meerstad.report(json, in: house).frames.first).cells
    }

    private let steiger = plan("steiger", Site.water, Site.shallow + #","phase":"gebruik""#)

    @Test("Cells stand in the order of the house, each with its state")
    func states() throws {
        let cells = try cells(steiger)
        #expect(cells.map(\.question) == ["rust-oever", "rust-water", "ruimte-varen", "ruimte-tuin"])
        #expect(cells.map(\.principleTitle) == ["Rust", "Rust", "Ruimte", "Ruimte"])
        // Nothing is written about rest on the water; the pier leaves a question open.
        #expect(cells.map(\.state) == [.noFinding, .notExamined, .open, .noFinding])
        #expect(cells.map(\.findings) == [[], [], ["oevers.steiger.vrije-vaarweg"], []])
        #expect(
            cells[2].open == [
                ReportQuestion(
                    id: "zicht-op-vaarweg", question: "Schippers houden zicht.",
                    asks: "Houden schippers zicht op de vaarweg?")
            ])
    }

    @Test("A cell whose questions are answered has findings")
    func answered() throws {
        let answered = plan(
            "steiger", Site.water, Site.shallow + #","phase":"gebruik""#,
            members: #""answers":{"zicht-op-vaarweg":true}"#)
        let cell = try cells(answered)[2]
        #expect(cell.state == .hasFindings)
        #expect(cell.open == [])
    }

    @Test("A cell with an undecided finding is open")
    func undecided() throws {
        let cell = try cells(plan("botenloods", Site.bank))[0]
        #expect(cell.state == .open)
        #expect(cell.open == [])
        #expect(cell.findings == ["oevers.loods.geen-nieuwe"])
    }

    @Test("A finding over several parts stands in a cell once for each")
    func parts() throws {
        let parts = [
            plan("botenloods", Site.bank, #""change":"nieuw""#),
            plan("botenloods", Site.bank, members: #""id":"b""#),
        ]
        #expect(
            try cells(collection(parts))[0].findings == ["oevers.loods.geen-nieuwe#1", "oevers.loods.geen-nieuwe#b"])
    }

    @Test("A question that the frame always leaves to people keeps its cell open until it is answered")
    func frameQuestion() throws {
        let house = try Meerstad.house().changed { house in
            house.frames[0].questions[1].open = try decode(#"{"question":"stil","asks":"Is het er stil?"}"#)
        }
        let cell = try cells(steiger, in: house)[1]
        #expect(cell.state == .open)
        #expect(
            cell.open == [ReportQuestion(id: "stil", question: "Blijft het water rustig?", asks: "Is het er stil?")])
        let answered = plan("varen", Site.land, members: #""answers":{"stil":true}"#)
        #expect(try cells(answered, in: house)[1].state == .notExamined)
    }

    @Test("Questions have the title of their group")
    func groups() throws {
        let house = try Meerstad.house().changed { house in
            house.frames[0].groups = [try decode(#"{"id":"waar","title":"Waar"}"#)]
            house.frames[0].questions[0].group = "waar"
        }
        let cells = try cells(steiger, in: house)
        #expect(cells.map(\.group) == ["waar", nil, nil, nil])
        #expect(cells.map(\.groupTitle) == ["Waar", nil, nil, nil])
    }

    @Test("A frame joins unless it certainly does not", arguments: [("plas", 1), ("vaarweg", 0), ("moeras", 1)])
    func joining(_ designation: String, _ count: Int) throws {
        let house = try Meerstad.house().changed { house in
            house.frames[0].appliesWhen = .inside(designation: designation)
        }
        #expect(try Meerstad.report(steiger, in: house).frames.count == count)
    }

    @Test("A frame whose document does not hold on the day does not join")
    func validity() throws {
        #expect(try Meerstad.report(steiger, on: "2018-01-01").frames == [])
    }

    private func house(when test: PolicyModel.Test) throws -> PolicyHouse {
        try Meerstad.house().changed { house in
            house.frames[0].principles[1].appliesWhen = test
            house.frames[0].statements = [
                try decode(
                    #"{"id":"stil","principle":"rust","question":"rust-water","text":"Het water blijft stil.","#
                        + #""limit":"In de zomer.","source":\#(source())}"#)
            ]
        }
    }

    @Test("A principle that certainly does not join is left out with its cells")
    func principleLeftOut() throws {
        // The pier is no marsh's business: the fairway is known here, and it is not in it.
        let house = try house(when: .inside(designation: "vaarweg"))
        #expect(try cells(steiger, in: house).map(\.question) == ["rust-oever", "rust-water"])
        #expect(try cells(steiger, in: self.house(when: .inside(designation: "plas"))).count == 4)
    }

    @Test("A principle of which that cannot be decided is kept, open, with the reason")
    func principleUndecided() throws {
        let cells = try cells(steiger, in: house(when: .inside(designation: "moeras")))
        #expect(cells.map(\.state) == [.noFinding, .notExamined, .open, .open])
        #expect(cells[3].undecidedBecause == [Unknown(cause: .noLayer, ref: "moeras")])
        #expect(cells[3].open == [])
        #expect(cells[0].undecidedBecause == [])
    }

    @Test("The question that decides whether a principle joins is open in each of its cells until it is answered")
    func principleQuestion() throws {
        let house = try house(
            when: .openPlace(decode(#"{"question":"ruim","asks":"Wijst de kaart hier ruimte aan?"}"#)))
        let question = ReportQuestion(id: "ruim", question: "Ruimte", asks: "Wijst de kaart hier ruimte aan?")
        let cells = try cells(steiger, in: house)
        #expect(cells[2].open.first == question)
        #expect(cells[3].open == [question])
        #expect(cells[3].state == .open)
        for (answer, count) in [("true", 4), ("false", 2)] {
            let answered = plan("steiger", Site.water, Site.shallow, members: #""answers":{"ruim":\#(answer)}"#)
            let sheet = try self.cells(answered, in: house)
            #expect(sheet.count == count)
            #expect(sheet.allSatisfy { $0.undecidedBecause.isEmpty })
        }
    }

    @Test("A cell carries what the text of the frame says in it, with its limit and source")
    func statements() throws {
        let cells = try cells(steiger, in: house(when: .anywhere))
        #expect(cells.map(\.statements.count) == [0, 1, 0, 0])
        let statement = try #require(cells[1].statements.first)
        #expect(statement.id == "stil")
        #expect(statement.text == "Het water blijft stil.")
        #expect(statement.limit == "In de zomer.")
        #expect(statement.source.path == ["2"])
        let json = try Meerstad.report(steiger, in: house(when: .anywhere)).json["frames"]?[0]?["cells"]?[1]
        #expect(json?["statements"]?[0]?["limit"] == "In de zomer.")
        #expect(json?["statements"]?[0]?.object?.keys == ["id", "limit", "source", "text"])
        #expect(json?["undecidedBecause"] == [])
    }
}
