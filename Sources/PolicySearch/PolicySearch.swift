public import NormEngine
import PolicyModel
public import Reporting

/// Finds everything that a house says by the words that people use.
///
/// ```swift
/// let search = try PolicySearch(index)
/// let results = try search.search(SearchQuery("zonnepanelen in de stad", on: today))
/// ```
///
/// Forms of a word count as the word (*molens*, *molen*), as do longer words that begin with it (*zonnepa*) and compounds with it
/// (*zoutkoepel* for *koepel*); accents and capitals do not matter. A word that nothing has is read as the one that is nearest to
/// it. When few have all words, what has some of them follows. Built once from a house; safe to share between threads.
public final class PolicySearch: Sendable {
    private let entries: [SearchEntry]
    private let vocabulary: Vocabulary
    private let database: SearchDatabase
    private let documents: [PolicyDocument]

    /// Throws an error of the database when there is no memory for it.
    public convenience init(_ index: HouseIndex) throws {
        let records = HouseRecords(index.house)
        try self.init(index, records, HouseLinks(records))
    }

    /// For one who has the records and links of the house already.
    public init(_ index: HouseIndex, _ records: HouseRecords, _ links: HouseLinks) throws {
        let forms = WordForms.of(language: index.house.language)
        entries = SearchEntries(records, links).all()
        var splitter = WordSplitter()
        let texts = entries.map { splitter.words(of: $0) }
        var counts: [String: Int] = [:]
        for text in texts {
            for word in Set(text.title + text.body + text.about) { counts[word, default: 0] += 1 }
        }
        vocabulary = Vocabulary(counts, forms: forms)
        database = try SearchDatabase(entries, texts, vocabulary)
        documents = index.house.documents
    }

    /// Never fails on what somebody typed; throws only an error of the database itself.
    public func search(_ query: SearchQuery) throws -> SearchResults {
        let parsed = ParsedQuery(query.text, vocabulary)
        var results = SearchResults.none
        results.corrections = parsed.terms.filter { $0.asked != $0.word }
            .map { SearchResults.Correction(asked: $0.asked, used: $0.word) }
        results.unknownWords = parsed.terms.filter(\.isUnknown).map(\.asked)
        results.suggestions = suggestions(parsed)
        guard let strict = parsed.strict else { return results }
        var expression = strict
        count(try database.counts(strict), query, &results)
        results.withAllWords = results.total
        // Who puts words between quotes wants just that.
        let most = parsed.phrases.isEmpty ? Self.few : 1
        if results.total < most, let loose = parsed.loose {
            expression = loose
            count(try database.counts(loose), query, &results)
        }
        let found = try database.matches(
            expression, first: strict, title: parsed.terms.map(\.stem).joined(separator: " "),
            kinds: query.kinds.isEmpty ? nil : query.kinds.sorted { $0.rawValue < $1.rawValue },
            documents: documents(of: query), offset: query.offset, limit: query.limit)
        let excerpts = Excerpts(parsed, vocabulary)
        results.hits = found.map { hit(entries[$0], excerpts) }
        return results
    }

    /// With fewer results than this, what has only some of the words is shown as well.
    private static let few = 5

    /// Words that stand nowhere as they are, while one that is much like it does.
    private func suggestions(_ query: ParsedQuery) -> [SearchResults.Correction] {
        query.terms.compactMap { term in
            guard term.asked == term.word, !term.isUnknown, term.parts.isEmpty, !vocabulary.has(term.word),
                let guess = vocabulary.guess(term.word)
            else { return nil }
            return SearchResults.Correction(asked: term.asked, used: guess)
        }
    }

    private func hit(_ entry: SearchEntry, _ excerpts: Excerpts) -> SearchHit {
        SearchHit(
            key: entry.key, title: excerpts.marked(entry.title),
            excerpt: excerpts.excerpt(of: entry.body.isEmpty ? entry.preview : entry.body),
            document: entry.document)
    }

    /// Documents that the filters leave; `nil` for all.
    private func documents(of query: SearchQuery) -> [String]? {
        guard query.document != nil || query.status != nil else { return nil }
        return documents.filter { document in
            (query.document ?? document.id) == document.id
                && (query.status == nil || document.status(on: query.day) == query.status)
        }.map(\.id)
    }

    private func count(_ counts: [SearchDatabase.Count], _ query: SearchQuery, _ results: inout SearchResults) {
        let statuses = Dictionary(
            documents.compactMap { document in document.status(on: query.day).map { (document.id, $0) } },
            uniquingKeysWith: { first, _ in first })
        results.total = 0
        (results.byKind, results.byDocument, results.byStatus) = ([:], [:], [:])
        for row in counts {
            let status = row.document.flatMap { statuses[$0] }
            let hasKind = query.kinds.isEmpty || query.kinds.contains(row.kind)
            let hasDocument = query.document.map { $0 == row.document } ?? true
            let hasStatus = query.status.map { $0 == status } ?? true
            if hasKind, hasDocument, hasStatus { results.total += row.count }
            if hasDocument, hasStatus { results.byKind[row.kind, default: 0] += row.count }
            if hasKind, hasStatus, let document = row.document { results.byDocument[document, default: 0] += row.count }
            if hasKind, hasDocument, let status { results.byStatus[status, default: 0] += row.count }
        }
    }
}

/// Splits texts into words, each text once: many entries are about the same activities.
private struct WordSplitter {
    private var known: [String: [String]] = [:]

    mutating func words(of entry: SearchEntry) -> EntryWords {
        EntryWords(
            title: WordForms.words(entry.title), body: entry.body.flatMap(WordForms.words),
            about: entry.about.flatMap { text in
                if let words = known[text] { return words }
                let words = WordForms.words(text)
                known[text] = words
                return words
            })
    }
}
