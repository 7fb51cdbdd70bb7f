import Foundation
import NormEngine
import PolicyModel

/// Builds a small policy house from snippets of JSON: what a test does not say, has a plain default.
///
/// A member is an object in JSON without its id; its keys replace those of the default.
struct TestHouse {
    private var lists: [String: [String]] = [:]
    private var readingOrder = #"{"bands": [], "effects": []}"#

    /// A house with one document, `beleid`, in force since 2020 and guiding.
    init() { document("beleid") }

    /// A house without any document.
    static var bare: TestHouse {
        var house = TestHouse()
        house.lists = [:]
        return house
    }

    static let source = #"{"document": "beleid", "path": ["1"], "passage": {"unit": "sentence", "starts": "Een zin"}}"#

    mutating func document(_ id: String, _ json: String = "{}") {
        let history = #"[{"status": "in-force", "from": "2020-01-01"}]"#
        add(
            "documents",
            #"{"id": "\#(id)", "title": "\#(id)", "kind": "visie", "loaded": true, "forceWhenAdopted": "guiding","#
                + #" "statusHistory": \#(history)}"#, json)
    }

    mutating func norm(_ id: String, _ json: String = "{}") {
        add(
            "norms",
            #"{"id": "\#(id)", "title": "\#(id)", "summary": "", "source": \#(Self.source), "activities": ["doen"],"#
                + #" "effect": "prohibited"}"#, json)
    }

    mutating func activity(_ id: String, _ json: String = "{}") {
        add("activities", #"{"id": "\#(id)", "label": "\#(id)"}"#, json)
    }

    mutating func designation(_ id: String, _ json: String = "{}") {
        add("designations", #"{"id": "\#(id)", "title": "\#(id)", "kind": "policy"}"#, json)
    }

    mutating func label(_ json: String) { add("labels", "{}", json) }

    mutating func contradiction(_ json: String) { add("contradictions", "{}", json) }

    /// A ranking with the given edges; each edge has a source and a reason by default.
    mutating func ranking(_ id: String, edges: [String]) {
        let whole = edges.enumerated().map { number, edge in
            Self.merged(#"{"id": "e\#(number + 1)", "why": "", "source": \#(Self.source)}"#, edge)
        }
        add("useRankings", #"{"id": "\#(id)", "title": "\#(id)", "edges": [\#(whole.joined(separator: ","))]}"#, "{}")
    }

    mutating func ladder(_ id: String, _ json: String) {
        add("placeLadders", #"{"id": "\#(id)", "title": "\#(id)", "activities": ["doen"], "rungs": []}"#, json)
    }

    mutating func readingOrder(_ json: String) { readingOrder = json }

    private mutating func add(_ list: String, _ standard: String, _ json: String) {
        lists[list, default: []].append(Self.merged(standard, json))
    }

    /// The first object with the members of the second put in.
    private static func merged(_ standard: String, _ json: String) -> String {
        guard json != "{}" else { return standard }
        let objects = [standard, json].map { try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
        guard let base = objects[0], let own = objects[1],
            let data = try? JSONSerialization.data(withJSONObject: base.merging(own) { _, new in new })
        else { return json }
        return String(decoding: data, as: UTF8.self)
    }

    func house() throws -> PolicyHouse {
        var members = [
            #""id": "proef", "title": "Proef", "authority": {"name": "Proef"}, "language": "nl""#,
            #""crs": "EPSG:28992", "outline": "grens", "nearbyMetres": 1000, "readingOrder": \#(readingOrder)"#,
        ]
        for (list, values) in lists.sorted(by: { $0.key < $1.key }) {
            members.append(#""\#(list)": [\#(values.joined(separator: ","))]"#)
        }
        return try decode(PolicyHouse.self, "{" + members.joined(separator: ",") + "}")
    }

    func index() throws -> HouseIndex { HouseIndex(try house()) }
}

/// Decodes a value from JSON text.
func decode<Value: Decodable>(_ type: Value.Type, _ json: String) throws -> Value {
    try JSONDecoder().decode(type, from: Data(json.utf8))
}

/// The JSON text of a value.
func encoded(_ value: some Encodable) throws -> String {
    String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
}
