public import Accounts
import CanonicalJSON
public import Foundation

/// One link of the chain: what happened, in public terms, with commitments of what is personal.
public struct CaseEvent: Sendable, Hashable {
    public static let schema = "kompas/event/1"

    /// From 1, without gaps, over all dossiers of a store.
    public var sequence: Int
    public var dossier: String
    public var at: Date
    public var roles: [Role]
    public var fact: CaseFact
    /// Commitments of the texts, by their name within the event. `actor` is always there.
    public var commitments: [String: String]
    public var previousHash: String
    /// SHA-256 of ``body``.
    public var hash: String
    /// Canonical JSON of everything but the hash: what is hashed, and what is kept.
    public var body: String

    /// The id under which a text of this event is kept.
    public func textID(_ name: String) -> String { Self.textID(sequence, name) }

    public static func textID(_ sequence: Int, _ name: String) -> String { "\(sequence).\(name)" }

    /// The place of this event in the chain.
    public var head: ChainHead { ChainHead(sequence: sequence, hash: hash) }
}

extension CaseEvent {
    /// Gives a draft its place after a head, with a new salt for every text.
    ///
    /// - Parameter salt: gives a salt; replaced by tests only.
    public static func seal(
        _ draft: EventDraft, after head: ChainHead, rules: RetentionRules, salt: () -> String = Commitment.makeSalt
    ) throws -> (event: CaseEvent, texts: [PersonalText]) {
        let sequence = head.sequence + 1
        let identity = TextDraft("actor", .person, try Person.identity(of: draft.actor))
        let texts = ([identity] + draft.texts).map { text in
            PersonalText(
                id: textID(sequence, text.name), dossier: draft.dossier, kind: text.kind, text: text.text,
                salt: salt(), retention: rules[text.kind])
        }
        var commitments: [String: String] = [:]
        for (draft, text) in zip([identity] + draft.texts, texts) {
            commitments[draft.name] = Commitment.of(draft.text, salt: text.salt ?? "")
        }
        var object = JSONObject([
            ("schema", .string(schema)), ("sequence", .number(Double(sequence))), ("dossier", .string(draft.dossier)),
            ("kind", .string(draft.fact.kind.rawValue)), ("at", .string(Instant.text(draft.at))),
            ("roles", .array(draft.roles.sorted().map { .string($0.rawValue) })),
            ("payload", try draft.fact.payload), ("previous", .string(head.hash)),
        ])
        object["commitments"] = .object(JSONObject(commitments.sorted { $0.key < $1.key }.map { ($0, .string($1)) }))
        let body = try JSONValue.object(object).canonicalString
        let event = CaseEvent(
            sequence: sequence, dossier: draft.dossier, at: draft.at, roles: draft.roles.sorted(), fact: draft.fact,
            commitments: commitments, previousHash: head.hash, hash: sha256(body), body: body)
        return (event, texts)
    }

    /// Reads an event from its body.
    ///
    /// - Throws: ``UnreadableEvent`` with what is wrong.
    public init(body: String, hash: String) throws {
        let parsed: EventBody
        do { parsed = try EventBody(body) } catch { throw UnreadableEvent(sequence: nil, why: "\(error)") }
        do {
            guard let kind = CaseFact.Kind(rawValue: parsed.kind) else {
                throw UnreadableEvent(sequence: parsed.sequence, why: "unknown kind `\(parsed.kind)`")
            }
            self.init(
                sequence: parsed.sequence, dossier: parsed.dossier, at: parsed.at,
                roles: parsed.roles.compactMap(Role.init), fact: try CaseFact(kind: kind, payload: parsed.payload),
                commitments: parsed.commitments, previousHash: parsed.previous, hash: hash, body: body)
        } catch let error as UnreadableEvent {
            throw error
        } catch {
            throw UnreadableEvent(sequence: parsed.sequence, why: "\(error)")
        }
    }
}

/// An event that this version of the program cannot read.
public struct UnreadableEvent: Error, Sendable, Hashable {
    public var sequence: Int?
    public var why: String
}

/// The members of the body of an event, its payload not yet understood.
struct EventBody {
    struct Malformed: Error, CustomStringConvertible {
        var member: String
        var description: String { "member `\(member)` is missing or of the wrong type" }
    }

    var sequence: Int
    var dossier: String
    var kind: String
    var at: Date
    var roles: [String]
    var payload: JSONValue
    var commitments: [String: String]
    var previous: String

    init(_ text: String) throws {
        let value = try JSONValue.parse(Array(text.utf8))
        func string(_ key: String) throws -> String {
            guard let text = value[key]?.string else { throw Malformed(member: key) }
            return text
        }
        guard try string("schema") == CaseEvent.schema else { throw Malformed(member: "schema") }
        guard let number = value["sequence"]?.number, let sequence = Int(exactly: number) else {
            throw Malformed(member: "sequence")
        }
        guard let at = Instant.date(try string("at")) else { throw Malformed(member: "at") }
        guard let payload = value["payload"] else { throw Malformed(member: "payload") }
        guard let members = value["commitments"]?.object else { throw Malformed(member: "commitments") }
        self.sequence = sequence
        self.at = at
        self.payload = payload
        dossier = try string("dossier")
        kind = try string("kind")
        previous = try string("previous")
        roles = value["roles"]?.array?.compactMap(\.string) ?? []
        commitments = [:]
        for (name, commitment) in members.members {
            guard let text = commitment.string else { throw Malformed(member: "commitments") }
            commitments[name] = text
        }
    }
}
