public import CanonicalJSON

extension PublicRecord {
    /// What is kept for good and hashed: the record with commitments in the place of texts.
    public var skeleton: JSONValue { get throws { try JSONValue(coding: self) } }

    /// SHA-256 of the canonical JSON of the skeleton: what the chain holds.
    public var recordHash: String { get throws { sha256(try skeleton.canonicalString) } }

    /// The hash without the stamp: what somebody saw in a preview, to be sure that just that is published.
    public var contentHash: String {
        get throws {
            var copy = self
            copy.stamp = nil
            return try copy.recordHash
        }
    }

    /// Reads what was kept. The texts are still to be put in: see ``filled(with:)``.
    public init(skeleton: JSONValue) throws { self = try skeleton.decoded() }

    /// The same record with the texts that are there, by id.
    public func filled(with texts: [String: PersonalText]) -> PublicRecord {
        var record = self
        record.eachText { text in
            let kept = texts[text.id]
            text.text = kept?.text
            text.salt = kept?.salt
            text.erasure = kept?.erasure
        }
        return record
    }

    /// The ids of all its texts.
    public var textIDs: [String] {
        var ids: [String] = []
        var copy = self
        copy.eachText { ids.append($0.id) }
        return ids
    }

    /// The record for the public: the skeleton with beside each commitment the text and its salt, or when and why it was
    /// erased. Taking `text`, `salt` and `erased` away gives back what is hashed.
    public var publicJSON: JSONValue {
        get throws {
            var texts: [String: PublicText] = [:]
            var copy = self
            copy.eachText { texts[$0.id] = $0 }
            return Self.filling(try skeleton, texts)
        }
    }

    private static func filling(_ value: JSONValue, _ texts: [String: PublicText]) -> JSONValue {
        switch value {
        case .array(let items): return .array(items.map { filling($0, texts) })
        case .object(var object):
            if object["commitment"] != nil, let id = object["id"]?.string, let text = texts[id] {
                if let words = text.text, let salt = text.salt {
                    object["text"] = .string(words)
                    object["salt"] = .string(salt)
                } else if let erasure = text.erasure {
                    object["erased"] = [
                        "at": .string(Instant.text(erasure.at)), "by": .string(erasure.by),
                        "ground": .string(erasure.ground),
                    ]
                }
                return .object(object)
            }
            return .object(JSONObject(object.members.map { ($0.key, filling($0.value, texts)) }))
        default: return value
        }
    }

    /// Every text, in a fixed order.
    mutating func eachText(_ body: (inout PublicText) -> Void) {
        func each(_ text: inout PublicText?) {
            guard var found = text else { return }
            body(&found)
            text = found
        }
        each(&title)
        each(&details.question)
        each(&details.legalCharacter)
        each(&details.decidedBy)
        each(&details.mandate)
        each(&details.remedies)
        for frame in weighing.indices {
            for cell in weighing[frame].cells.indices {
                each(&weighing[frame].cells[cell].contributesArgument)
                each(&weighing[frame].cells[cell].strainsArgument)
            }
        }
        for place in dilemmas.indices { each(&dilemmas[place].text) }
        each(&outcome.argument)
        for place in conditions.indices {
            each(&conditions[place].text)
            each(&conditions[place].who)
            each(&conditions[place].when)
        }
        for place in contests.indices { each(&contests[place].reason) }
        for place in answers.indices { each(&answers[place].reason) }
        for place in deviations.indices {
            each(&deviations[place].reason)
            each(&deviations[place].presented)
        }
    }
}

extension PublicRecord.OutcomeLine? {
    /// The text of an outcome that may not be there yet.
    fileprivate var argument: PublicText? {
        get { self?.argument }
        set { self?.argument = newValue }
    }
}
