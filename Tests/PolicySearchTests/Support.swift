import Foundation
import KompasTesting
import NormEngine
import PolicyContent
import PolicyModel
import PolicySearch
import Reporting
import Testing

/// A house of the project with its search, opened once.
struct SearchableHouse: Sendable {
    let index: HouseIndex
    let search: PolicySearch

    private init(_ path: String) throws {
        let loader = HouseLoader(folder: PackageRoot.url(path), schemas: PackageRoot.url("content/schema"))
        index = HouseIndex(try #require(loader.load().house))
        search = try PolicySearch(index)
    }

    private static let invented = Result { try SearchableHouse("Tests/Fixtures/house-test") }
    private static let real = Result { try SearchableHouse("content/pv22") }

    /// The invented water town.
    static func meerstad() throws -> SearchableHouse { try invented.get() }
    static func pv22() throws -> SearchableHouse { try real.get() }

    static func day(_ text: String = "2026-11-20") throws -> PolicyDate { try #require(PolicyDate(text)) }

    func results(
        _ text: String, kinds: Set<RecordKind> = [], document: String? = nil, status: DocumentStatus? = nil,
        on day: String = "2026-11-20", offset: Int = 0, limit: Int = 20
    ) throws -> SearchResults {
        try search.search(
            SearchQuery(
                text, on: try Self.day(day), kinds: kinds, document: document, status: status, offset: offset,
                limit: limit))
    }

    /// The results as `kind id`.
    func found(_ text: String, kinds: Set<RecordKind> = [], limit: Int = 20) throws -> [String] {
        try results(text, kinds: kinds, limit: limit).hits.map(\.name)
    }
}

extension SearchHit {
    var name: String { "\(key.kind) \(key.id)" }
}
