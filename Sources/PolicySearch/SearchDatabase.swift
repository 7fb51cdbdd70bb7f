import Foundation
import GRDB
import NormEngine
import Reporting

/// The entries in an FTS5 table of an SQLite database in memory.
///
/// The table holds no texts, only which word stands where: each layer of an entry (title, body, about) as its words and as the
/// stems of its words, and the first two also as the parts of their compounds. A column can so be worth more than another.
struct SearchDatabase: Sendable {
    private let queue: DatabaseQueue

    /// How much a word is worth per column, in the order of ``schema``.
    private static let weights = "12.0, 9.0, 3.5, 2.5, 2.0, 0.8, 0.5, 0.4"

    private static let schema = """
        CREATE TABLE entry (id INTEGER PRIMARY KEY, kind TEXT, document TEXT, weight REAL, title TEXT);
        CREATE VIRTUAL TABLE words USING fts5(
          title, titleStems, titleParts, body, bodyStems, bodyParts, about, aboutStems,
          content='', tokenize="unicode61 remove_diacritics 0");
        """

    init(_ entries: [SearchEntry], _ texts: [EntryWords], _ vocabulary: Vocabulary) throws {
        var configuration = Configuration()
        configuration.label = "search"
        queue = try DatabaseQueue(configuration: configuration)
        try queue.write { database in
            try database.execute(sql: Self.schema)
            let entry = try database.makeStatement(sql: "INSERT INTO entry VALUES (?, ?, ?, ?, ?)")
            let words = try database.makeStatement(
                sql: """
                    INSERT INTO words
                      (rowid, title, titleStems, titleParts, body, bodyStems, bodyParts, about, aboutStems)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """)
            for (number, (item, text)) in zip(entries, texts).enumerated() {
                let stems = vocabulary.stems(text.title)
                let name = vocabulary.stems(vocabulary.forms.telling(text.title))
                try entry.execute(arguments: [number, item.key.kind.rawValue, item.document, item.weight, name])
                try words.execute(arguments: [
                    number, text.title.joined(separator: " "), stems, vocabulary.parts(text.title),
                    text.body.joined(separator: " "), vocabulary.stems(text.body), vocabulary.parts(text.body),
                    text.about.joined(separator: " "), vocabulary.stems(text.about),
                ])
            }
        }
    }

    /// How many entries match, per kind and document.
    struct Count: Sendable {
        var kind: RecordKind
        var document: String?
        var count: Int
    }

    func counts(_ expression: String) throws -> [Count] {
        try queue.read { database in
            let statement = try database.cachedStatement(
                sql: """
                    SELECT entry.kind, entry.document, count(*) FROM words JOIN entry ON entry.id = words.rowid
                    WHERE words MATCH ? GROUP BY entry.kind, entry.document
                    """)
            return try Row.fetchAll(statement, arguments: [expression]).compactMap { row in
                RecordKind(rawValue: row[0]).map { Count(kind: $0, document: row[1], count: row[2]) }
            }
        }
    }

    /// Numbers of the entries that match, best first: those that match `first`, of these those whose title is just what was asked,
    /// then by the rank of FTS5 with the weights of columns and entries, then in the order of the house.
    ///
    /// - Parameters:
    ///   - kinds: only these; all when `nil`.
    ///   - documents: only entries of these; all, also those of none, when `nil`.
    func matches(
        _ expression: String, first: String, title: String, kinds: [RecordKind]?, documents: [String]?, offset: Int,
        limit: Int
    ) throws -> [Int] {
        try queue.read { database in
            let statement = try database.cachedStatement(
                sql: """
                    SELECT entry.id FROM words JOIN entry ON entry.id = words.rowid
                    WHERE words MATCH :expression
                      AND (:kinds IS NULL OR entry.kind IN (SELECT value FROM json_each(:kinds)))
                      AND (:documents IS NULL OR entry.document IN (SELECT value FROM json_each(:documents)))
                    ORDER BY entry.id NOT IN (SELECT rowid FROM words WHERE words MATCH :first), entry.title <> :title,
                       bm25(words, \(Self.weights)) * entry.weight, entry.id
                    LIMIT :limit OFFSET :offset
                    """)
            return try Int.fetchAll(
                statement,
                arguments: [
                    "expression": expression, "first": first, "title": title,
                    "kinds": try Self.json(kinds?.map(\.rawValue)),
                    "documents": try Self.json(documents), "limit": limit, "offset": offset,
                ])
        }
    }

    private static func json(_ texts: [String]?) throws -> String? {
        try texts.map { String(decoding: try JSONEncoder().encode($0), as: UTF8.self) }
    }
}

/// The words of an entry per layer.
struct EntryWords: Sendable {
    var title: [String]
    var body: [String]
    var about: [String]
}

extension Vocabulary {
    func stems(_ text: [String]) -> String { text.map { words[$0]?.stem ?? $0 }.joined(separator: " ") }

    func parts(_ text: [String]) -> String { text.flatMap { words[$0]?.parts ?? [] }.joined(separator: " ") }
}
