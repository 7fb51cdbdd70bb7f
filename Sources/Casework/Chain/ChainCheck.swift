import CanonicalJSON

/// Follows a chain from its first event to its last and names everything that is not as it was written.
///
/// Feed it the rows in the order of their numbers, then the records, then ask for the ``result``. It holds one event at a
/// time, so that a long chain takes no more memory than a short one.
public struct ChainCheck: Sendable {
    /// An event as it stands in the store.
    public struct Row: Sendable, Hashable {
        public var sequence: Int
        public var dossier: String
        public var kind: String
        public var previous: String
        public var hash: String
        public var body: String

        public init(sequence: Int, dossier: String, kind: String, previous: String, hash: String, body: String) {
            self.sequence = sequence
            self.dossier = dossier
            self.kind = kind
            self.previous = previous
            self.hash = hash
            self.body = body
        }
    }

    /// A text as it stands in the store.
    public struct TextRow: Sendable, Hashable {
        public var id: String
        public var text: String?
        public var salt: String?
        public var isErased: Bool

        public init(id: String, text: String?, salt: String?, isErased: Bool) {
            self.id = id
            self.text = text
            self.salt = salt
            self.isErased = isErased
        }
    }

    private let known: ChainHead?
    private var head = ChainHead.start
    private var faults: [ChainFault] = []
    private var events = 0
    private var texts = 0
    private var dossiers: Set<String> = []
    private var sawKnown = false
    /// Texts that are gone, and texts of which an event says so.
    private var gone: Set<String> = []
    private var saidErased: Set<String> = []
    /// Hashes of records that events say were published.
    private var published: [String: String] = [:]
    private var records: Set<String> = []
    /// The hash before each publication, by number of the event, to compare with what records name.
    private var anchors: [Int: String] = [:]

    /// - Parameter known: a head that was written down before.
    public init(known: ChainHead? = nil) {
        self.known = known
        if known == .start { sawKnown = true }
    }

    /// The next event, with the texts of its number.
    public mutating func add(_ row: Row, texts rows: [TextRow]) {
        events += 1
        dossiers.insert(row.dossier)
        if row.sequence > head.sequence + 1 {
            for missing in (head.sequence + 1)..<row.sequence { faults.append(.missingEvent(sequence: missing)) }
        }
        let isWhole = sha256(row.body) == row.hash
        if !isWhole { faults.append(.changedEvent(sequence: row.sequence)) }
        let follows = row.sequence == head.sequence + 1
        if follows, row.previous != head.hash { faults.append(.brokenLink(sequence: row.sequence)) }
        if let known, known.sequence == row.sequence {
            sawKnown = true
            if known.hash != row.hash { faults.append(.otherHead(sequence: row.sequence)) }
        }
        let before = head
        head = ChainHead(sequence: row.sequence, hash: row.hash)
        do {
            let body = try EventBody(row.body)
            if body.sequence != row.sequence {
                faults.append(.movedEvent(sequence: row.sequence, says: body.sequence))
            }
            for (column, isSame) in [
                ("dossier", body.dossier == row.dossier), ("kind", body.kind == row.kind),
                ("previous", body.previous == row.previous),
            ] where !isSame { faults.append(.wrongColumn(sequence: row.sequence, column: column)) }
            check(rows, body.commitments, of: row.sequence)
            try note(body, after: before)
        } catch {
            faults.append(.unreadableEvent(sequence: row.sequence, why: "\(error)"))
            for text in rows { faults.append(.addedText(text.id)) }
        }
    }

    /// Texts whose number no event has.
    public mutating func add(stray rows: [TextRow]) {
        texts += rows.count
        for text in rows { faults.append(.addedText(text.id)) }
    }

    /// A published record as it stands in the store.
    ///
    /// - Parameters:
    ///   - skeleton: its kept JSON.
    ///   - hash: what stands beside it.
    public mutating func add(record number: String, skeleton: String, hash: String) {
        records.insert(number)
        guard let promised = published[number] else {
            faults.append(.addedRecord(number: number))
            return
        }
        if promised != hash || sha256(skeleton) != promised {
            faults.append(.changedRecord(number: number))
            return
        }
        let stamp = (try? JSONValue.parse(Array(skeleton.utf8)))?["stamp"]
        guard stamp?["number"]?.string == number, let anchor = stamp?["anchor"],
            let sequence = anchor["sequence"]?.number.flatMap({ Int(exactly: $0) }),
            anchors[sequence] == anchor["hash"]?.string
        else {
            faults.append(.wrongAnchor(number: number))
            return
        }
    }

    /// The overview of a dossier is not what its events say.
    public mutating func add(wrongOverview dossier: String) { faults.append(.wrongOverview(dossier: dossier)) }

    /// What came of it, once everything was given.
    public var result: ChainReport {
        var all = faults
        all += gone.subtracting(saidErased).map { .goneText($0) }.sortedByText()
        all += saidErased.subtracting(gone).map { .returnedText($0) }.sortedByText()
        all += published.keys.filter { !records.contains($0) }.map { .missingRecord(number: $0) }.sortedByText()
        if let known, !sawKnown, known.sequence > head.sequence {
            all.append(.cutOff(known: known.sequence, found: head.sequence))
        }
        return ChainReport(
            events: events, dossiers: dossiers.count, texts: texts, erasedTexts: gone.intersection(saidErased).count,
            records: records.count, head: head, known: known, faults: all)
    }

    private mutating func check(_ rows: [TextRow], _ commitments: [String: String], of sequence: Int) {
        var left = Dictionary(
            uniqueKeysWithValues: commitments.map { (CaseEvent.textID(sequence, $0), $1) })
        for text in rows {
            texts += 1
            guard let commitment = left.removeValue(forKey: text.id) else {
                faults.append(.addedText(text.id))
                continue
            }
            if let words = text.text, let salt = text.salt {
                if Commitment.of(words, salt: salt) != commitment { faults.append(.changedText(text.id)) }
                if text.isErased { faults.append(.returnedText(text.id)) }
            } else {
                gone.insert(text.id)
            }
        }
        for id in left.keys.sorted() { faults.append(.missingText(id)) }
    }

    private mutating func note(_ body: EventBody, after head: ChainHead) throws {
        switch CaseFact.Kind(rawValue: body.kind) {
        case .textsErased:
            let fact: CaseFact.TextsErased = try body.payload.decoded()
            saidErased.formUnion(fact.texts)
        case .published:
            let fact: CaseFact.Published = try body.payload.decoded()
            published[fact.number] = fact.recordHash
            anchors[head.sequence] = head.hash
        default: break
        }
    }
}

/// What came of following a chain.
public struct ChainReport: Sendable, Hashable {
    public var events: Int
    public var dossiers: Int
    /// Texts with a row, erased ones too.
    public var texts: Int
    /// Texts that were erased lawfully.
    public var erasedTexts: Int
    public var records: Int
    /// Where the chain is now: write it down to be able to tell later that nothing before it was changed.
    public var head: ChainHead
    /// The earlier head that was given.
    public var known: ChainHead?
    public var faults: [ChainFault]

    public var isWhole: Bool { faults.isEmpty }
}

extension [ChainFault] {
    fileprivate func sortedByText() -> [ChainFault] { sorted { $0.text < $1.text } }
}
