import Foundation
import PolicyModel
import Testing

@testable import Reporting

@Suite("Tests in plain words")
struct PlainTestTests {
    private let plain: PlainTests

    init() throws { plain = PlainTests(try OpenedTestHouse.meerstad().index) }

    private static func decoded<Value: Decodable>(_ json: String) throws -> Value {
        try JSONDecoder().decode(Value.self, from: Data(json.utf8))
    }

    @Test(
        "Each kind of test is a phrase with the names of the house",
        arguments: [
            (Test.anywhere, "overal"), (.inside(designation: "plas"), "in De plas"),
            (.not(.inside(designation: "plas")), "buiten De plas"),
            (.within(designation: "vaarweg", metres: 500), "hoogstens 500 m van De vaarweg"),
            (.not(.within(designation: "vaarweg", metres: 1500)), "verder dan 1,5 km van De vaarweg"),
            (.feature(designation: "wijken", name: "Oost"), "in Oost (Wijken)"),
            (.not(.feature(designation: "wijken", name: "Oost")), "buiten Oost (Wijken)"),
            (
                .attribute(designation: "oever", name: "klasse", comparison: .equal, value: .text("kade")),
                "in De oever, klasse kade"
            ),
            (
                .attribute(
                    designation: "plas", name: "inhoud", comparison: .less,
                    value: .quantity(Quantity(value: 5000, unit: "m3"))),
                "in De plas waar geldt: inhoud is minder dan 5.000 m³"
            ),
            (
                .share(designation: "plas", comparison: .greaterOrEqual, value: 0.5),
                "het deel in De plas is minstens 50 %"
            ),
            (
                .towards(settlement: "Oost", designation: "plas", metres: 2000),
                "aan de kant van Oost die naar De plas ligt, hoogstens 2,0 km van Oost"
            ),
            (.activity(["steiger", "varen"]), "het gaat om Steiger aanleggen, Varen"),
            (.change([.nieuw, .beeindiging]), "het is een nieuwe activiteit of een beëindiging"),
            (.phase([.aanleg, .gebruik]), "in de fase van aanleg of gebruik"),
            (.initiator(role: "bestuur"), "de initiatiefnemer is: bestuur"),
            (.functionChange, "de plek krijgt een andere functie"),
            (.interestsCollide, "op deze plek botsen belangen"),
            (
                .otherPart(activities: ["varen"], phase: [.nagebruik]),
                "een ander onderdeel van het plan gaat om Varen (fase: nagebruik)"
            ),
        ])
    func phrases(_ test: PolicyModel.Test, _ line: String) { #expect(plain.plain(test).line == line) }

    @Test("A comparison with a property has its unit, and says that a bound is not precise")
    func property() throws {
        func line(_ more: String) throws -> String {
            plain.plain(.property(try Self.decoded("{\"property\": \"watertemperatuur\", \(more)}"))).line
        }
        #expect(
            try line(#""is": ">", "value": 25, "unit": "Cel", "fuzzy": 1"#)
                == "Watertemperatuur is meer dan ongeveer 25 °C")
        #expect(try line(#""is": "<=", "value": 12.5, "unit": "Cel""#) == "Watertemperatuur is hoogstens 12,5 °C")
        #expect(try line(#""is": "in", "values": ["laag", "hoog"]"#) == "Watertemperatuur is laag of hoog")
    }

    @Test("What is combined is a list; on one line it has brackets where they are needed")
    func lists() {
        let inside = PolicyModel.Test.inside(designation: "plas")
        let near = PolicyModel.Test.within(designation: "oever", metres: 10)
        let tree = plain.plain(.all([inside, .any([near, .not(.inside(designation: "vaarweg"))])]))
        #expect(tree.line == "in De plas en (hoogstens 10 m van De oever of buiten De vaarweg)")
        guard case .list(.all, let items) = tree else {
            Issue.record("no list")
            return
        }
        #expect(items.count == 2)
        #expect(plain.plain(.all([inside])) == plain.plain(inside))
        #expect(plain.plain(.not(.any([inside, near]))).line == "niet: in De plas of hoogstens 10 m van De oever")
        #expect(plain.plain(.not(.not(inside))) == plain.plain(inside))
    }

    @Test("A question that only a person can answer says so, whether it is about the place or the plan")
    func questions() throws {
        let question: OpenQuestion = try Self.decoded(#"{"question": "zicht", "asks": "Is er zicht?"}"#)
        #expect(plain.plain(.open(question)).line == "een mens beantwoordt: Is er zicht?")
        #expect(plain.plain(.openPlace(question)) == plain.plain(.open(question)))
    }

    @Test("A name leads to what it names")
    func links() {
        #expect(
            plain.plain(.inside(designation: "plas"))
                == .phrase([.init("in "), .init("De plas", RecordKey(.designation, "plas"))]))
    }

    @Test("Scopes of activities")
    func scopes() {
        #expect(plain.plain(ActivityScope.these(["varen"]))?.line == "Varen")
        #expect(
            plain.plain(ActivityScope.these(["bouwen-aan-water"], except: ["steiger"]))?.line
                == "Bouwen aan het water, maar niet Steiger aanleggen")
        #expect(plain.plain(ActivityScope.any(except: [])) == nil)
        #expect(plain.plain(ActivityScope.any(except: ["varen"]))?.line == "alles, behalve Varen")
    }

    @Test(
        "Depths",
        arguments: [
            ("", "het gebruik zelf ligt voor een deel op welke diepte ook"),
            (#", "from": 12"#, "het gebruik zelf ligt voor een deel dieper dan 12 m onder maaiveld"),
            (#", "to": 25"#, "het gebruik zelf ligt voor een deel ondieper dan 25 m onder maaiveld"),
            (
                #", "from": 25, "to": 500"#,
                "het gebruik zelf ligt voor een deel tussen 25 m en 500 m onder maaiveld"
            ),
        ])
    func depths(_ bounds: String, _ line: String) throws {
        let depth: DepthCondition = try Self.decoded(#"{"of": "use", "relation": "overlaps"\#(bounds)}"#)
        #expect(plain.plain(depth).line == line)
    }
}
