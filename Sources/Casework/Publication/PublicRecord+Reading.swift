public import CanonicalJSON

extension PublicRecord {
    /// Reads what ``publicJSON`` wrote. Whether it is the record that was published, ``recordHash`` and the commitments of
    /// the texts tell.
    public init(publicJSON: JSONValue) throws {
        var given: [String: JSONValue] = [:]
        try self.init(skeleton: Self.stripped(publicJSON, &given))
        eachText { text in
            let value = given[text.id]
            text.text = value?["text"]?.string
            text.salt = value?["salt"]?.string
            text.erasure = value?["erased"].flatMap(Erasure.init)
        }
    }

    /// What is hashed: without the texts that stand beside their commitments, which are gathered by id.
    private static func stripped(_ value: JSONValue, _ given: inout [String: JSONValue]) -> JSONValue {
        switch value {
        case .array(let items): return .array(items.map { stripped($0, &given) })
        case .object(let object):
            if let id = object["id"]?.string, let commitment = object["commitment"] {
                given[id] = value
                return ["commitment": commitment, "id": .string(id)]
            }
            return .object(JSONObject(object.members.map { ($0.key, stripped($0.value, &given)) }))
        default: return value
        }
    }
}

extension Erasure {
    fileprivate init?(_ json: JSONValue) {
        guard let at = json["at"]?.string.flatMap(Instant.date), let by = json["by"]?.string,
            let ground = json["ground"]?.string
        else { return nil }
        self.init(at: at, by: by, ground: ground)
    }
}

extension PublicRecord {
    /// All its texts, in a fixed order.
    public var texts: [PublicText] {
        var texts: [PublicText] = []
        var copy = self
        copy.eachText { texts.append($0) }
        return texts
    }
}

extension PublicText {
    /// Whether the text is the one that was committed to. One that was erased is neither here nor there, and counts.
    public var isGenuine: Bool {
        guard let text else { return erasure != nil }
        return salt.map { Commitment.of(text, salt: $0) == commitment } ?? false
    }
}
