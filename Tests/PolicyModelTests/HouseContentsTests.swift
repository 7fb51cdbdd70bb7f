import PolicyModel
import Testing

/// What is collected from all the tests of a house.
struct HouseContentsTests {
    private func house(_ members: String) throws -> PolicyHouse {
        try decode(
            PolicyHouse.self,
            """
            {"id": "h", "title": "H", "authority": {"name": "A"}, "language": "nl", "crs": "EPSG:28992",
             "outline": "grens", "nearbyMetres": 1000, "readingOrder": {"bands": [], "effects": []}, \(members)}
            """)
    }

    private let norm = """
        "id": "n", "title": "", "summary": "", "activities": "any", "effect": "duty",
        "source": {"document": "d", "path": [], "passage": {"unit": "item", "starts": ""}}
        """

    @Test("Designations with policy are looked for nearby, others only when they say so")
    func nearby() throws {
        let needs = try house(
            """
            "designations": [{"id": "a", "title": "", "kind": "policy"}, {"id": "b", "title": "", "kind": "region"},
             {"id": "c", "title": "", "kind": "policy", "showNearby": false},
             {"id": "d", "title": "", "kind": "settlement", "showNearby": true}]
            """
        ).factNeeds
        #expect(needs == FactNeeds(searchMetres: ["a": 1000, "d": 1000]))
    }

    @Test("The widest distance that any test asks for is looked for, at any depth of nesting")
    func distances() throws {
        let needs = try house(
            """
            "designations": [{"id": "a", "title": "", "kind": "policy"}],
            "norms": [{\(norm), "where": {"all": [{"not": {"within": {"designation": "a", "metres": 3000}}}]},
             "when": {"any": [{"within": {"designation": "b", "metres": 50}}, {"in": "c"}]}},
             {\(norm), "conditions": [{"id": "k", "text": "", "kind": "measurable",
              "test": {"within": {"designation": "b", "metres": 80}}}]}],
            "signposts": [{"id": "s", "document": "d", "summary": "", "source": {"document": "d", "path": [],
             "passage": {"unit": "item", "starts": ""}}, "where": {"within": {"designation": "a", "metres": 20}}}],
            "placeLadders": [{"id": "l", "title": "", "activities": ["x"], "rungs": [{"id": "r", "title": "",
             "where": {"towards": {"settlement": "Dorp", "designation": "e", "metres": 500}}}]}]
            """
        ).factNeeds
        #expect(
            needs
                == FactNeeds(
                    searchMetres: ["a": 3000, "b": 80],
                    towards: [TowardsKey(settlement: "Dorp", designation: "e", metres: 500)]))
    }

    @Test("Every question that is left to people is collected once, with its first wording")
    func questions() throws {
        let house = try house(
            """
            "norms": [{\(norm), "where": {"all": [{"open-place": {"question": "p", "asks": "Plek?"}},
              {"not": {"open": {"question": "q", "asks": "Eerste?"}}}]},
             "when": {"open": {"question": "q", "asks": "Tweede?"}},
             "depth": {"of": "use", "relation": "overlaps", "open": {"question": "diep", "asks": "Diep?"}},
             "conditions": [{"id": "k", "text": "Tekst", "kind": "open", "question": "k"}]}],
            "frames": [{"id": "f", "title": "", "principles": [], "cells": [], "questions": [{"id": "v", "text": "",
             "open": {"question": "kader", "asks": "Kader?"}}]}]
            """)
        #expect(
            house.openQuestions.map { "\($0.question): \($0.asks)" }
                == ["p: Plek?", "q: Eerste?", "diep: Diep?", "k: Tekst", "kader: Kader?"])
        #expect(house.norms.first?.where?.openQuestions.map(\.question) == ["p", "q"])
    }

    @Test("A house that leaves out every list has them all empty")
    func bare() throws {
        let house = try house(#""verified": null"#)
        #expect(house.norms.isEmpty && house.documents.isEmpty && house.verified.isEmpty && house.openQuestions.isEmpty)
        #expect(try thereAndBack(house) == house)
    }

    @Test("An agreement is mutual when two parties do something")
    func reciprocity() throws {
        func agreement(_ parties: String) throws -> Agreement {
            try decode(
                Agreement.self,
                """
                {"id": "a", "title": "", "summary": "", "kind": "afspraak", "state": "in-force", "parties": [\(parties)],
                 "source": {"document": "d", "path": [], "passage": {"unit": "item", "starts": ""}}}
                """)
        }
        let does = #"{"name": "A", "does": ["bouwt"]}"#
        let asks = #"{"name": "B", "asks": ["geld"]}"#
        let talks = #"{"name": "C", "talks": ["vaker"]}"#
        #expect(try agreement([does, does, talks].joined(separator: ",")).reciprocity == .both)
        #expect(try agreement([does, asks].joined(separator: ",")).reciprocity == .oneSided)
        #expect(try agreement([asks, talks].joined(separator: ",")).reciprocity == .talksOnly)
        #expect(try agreement("").reciprocity == .talksOnly)
    }
}
