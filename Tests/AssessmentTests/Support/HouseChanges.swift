import Foundation
import PolicyModel

/// Decodes a record of a house from JSON, so that a test can show all of it.
func decode<Value: Decodable>(_ json: String) throws -> Value {
    try JSONDecoder().decode(Value.self, from: Data(json.utf8))
}

extension PolicyHouse {
    /// The same house with changes.
    func changed(_ change: (inout PolicyHouse) throws -> Void) rethrows -> PolicyHouse {
        var house = self
        try change(&house)
        return house
    }
}

/// A source reference to section 2 of a document, as JSON.
func source(_ document: String = "waterplan") -> String {
    #"{"document":"\#(document)","path":["2"],"passage":{"unit":"sentence","starts":"Het bestuur"}}"#
}

/// A norm as JSON.
///
/// - Parameter more: further members, with a comma before the first.
func norm(
    _ id: String, _ activities: String, _ effect: String, document: String = "waterplan", _ more: String = ""
) -> String {
    """
    {"id":"\(id)","title":"Titel \(id)","summary":"Samenvatting van \(id).","source":\(source(document)),
    "activities":\(activities),"effect":"\(effect)"\(more)}
    """
}
