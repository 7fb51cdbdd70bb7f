import Foundation
import PolicyModel
import Testing

@testable import Reporting

@Suite("Terms in texts") struct TermGlosserTests {
    private func glosser(_ labels: [String]) throws -> TermGlosser {
        TermGlosser(
            try labels.enumerated().map { place, label in
                let json = #"{"id":"t\#(place + 1)","label":"\#(label)","definition":"x"}"#
                return try JSONDecoder().decode(Term.self, from: Data(json.utf8))
            })
    }

    private func glossed(_ text: String, _ labels: String...) throws -> String {
        var glosser = try glosser(labels)
        return glosser.gloss(text).map { piece in piece.term.map { "[\($0):\(piece.text)]" } ?? piece.text }.joined()
    }

    @Test("a whole word is marked, whatever its case, and a part of a word is not")
    func words() throws {
        #expect(try glossed("Een Beekdal is nat.", "beekdal") == "Een [t1:Beekdal] is nat.")
        #expect(try glossed("De beekdalbodem.", "beekdal") == "De beekdalbodem.")
    }

    @Test("plurals are marked as well")
    func plurals() throws {
        #expect(
            try glossed("Beekdalen, hubs en zoutkoepels.", "beekdal", "hub", "zoutkoepel")
                == "[t1:Beekdalen], [t2:hubs] en [t3:zoutkoepels].")
    }

    @Test("the longest name goes first, and both names of a term with an abbreviation count")
    func longest() throws {
        #expect(
            try glossed("Het aardkundig erfgoed.", "erfgoed", "aardkundig erfgoed") == "Het [t2:aardkundig erfgoed].")
        #expect(try glossed("Een mer is nodig.", "Milieueffectrapportage (mer)") == "Een [t1:mer] is nodig.")
        #expect(
            try glossed("Een milieueffectrapportage.", "Milieueffectrapportage (mer)")
                == "Een [t1:milieueffectrapportage]."
        )
    }

    @Test("a term is marked once, and the glosser tells which it met")
    func once() throws {
        var glosser = try glosser(["hub", "beekdal"])
        #expect(glosser.gloss("hub en hub").compactMap(\.term) == ["t1"])
        #expect(glosser.gloss("hub").compactMap(\.term) == [])
        #expect(glosser.gloss("beekdal").compactMap(\.term) == ["t2"])
        #expect(glosser.foundTerms.map(\.label) == ["beekdal", "hub"])
    }

    @Test("no letter gets lost", arguments: ["", "Een hub, en nog een: hub-station!", "  hub\n", "h\u{FA}b hub"])
    func whole(_ text: String) throws {
        var glosser = try glosser(["hub"])
        #expect(glosser.gloss(text).map(\.text).joined() == text)
    }

    @Test("every term of the real house that stands in what a resident reads is found")
    func real() throws {
        let house = try OpenedTestHouse.pv22().house
        var glosser = TermGlosser(house.terms)
        let text = house.norms.map(\.summary).joined(separator: " ").lowercased()
        _ = glosser.gloss(house.norms.map(\.summary).joined(separator: "\n"))
        let found = Set(glosser.foundTerms.map(\.id))
        for term in house.terms where !term.label.contains("(") && !term.label.contains(" ") {
            let stands = text.split { !$0.isLetter && $0 != "-" }.contains { $0 == term.label.lowercased() }
            #expect(!stands || found.contains(term.id), "\(term.label)")
        }
        #expect(found.count > 20)
    }
}
