import CanonicalJSON
import Hummingbird
import NIOCore

/// What `js/autosave.js` gets back for a form that it sent by itself.
struct AutosaveAnswer {
    /// The clock, as people read it; `nil` when there was nothing to keep.
    var savedAt: String?
    /// What to say instead of "Opgeslagen om" and the clock.
    var message: String?
    /// Hidden fields of the form that have another value now.
    var fields: [(name: String, value: String)] = []
    /// Where the form goes from now on, when that changed.
    var action: String?
    /// The address of the page, when that changed.
    var location: String?
    /// What could not be kept, each at its field.
    var problems: [FieldError] = []

    func response() throws -> Response {
        let json: JSONValue = [
            "savedAt": savedAt.map(JSONValue.string) ?? .null, "message": message.map(JSONValue.string) ?? .null,
            "fields": .object(JSONObject(fields.map { ($0.name, .string($0.value)) })),
            "action": action.map(JSONValue.string) ?? .null, "location": location.map(JSONValue.string) ?? .null,
            "problems": .array(
                problems.map { ["field": $0.field.map(JSONValue.string) ?? .null, "text": .string($0.text)] }),
        ]
        return try Self.response(.ok, json)
    }

    /// Somebody else changed the same; the form itself, sent as a page, shows both.
    static func conflict(_ detail: String) throws -> Response {
        try response(.conflict, ["conflict": true, "detail": .string(detail)])
    }

    private static func response(_ status: HTTPResponse.Status, _ json: JSONValue) throws -> Response {
        Response(
            status: status, headers: [.contentType: "application/json", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: try json.canonicalString)))
    }
}
