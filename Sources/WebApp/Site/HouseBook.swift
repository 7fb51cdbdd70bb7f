import Foundation
public import NormEngine
import PolicyContent
import PolicyModel
public import PolicySearch
public import Reporting
import Synchronization

/// Everything that pages say about a policy house as a whole: records, what has to do with what, search, tensions, headings of
/// documents. Each part is made when it is first asked for, once.
public final class HouseBook: Sendable {
    public let index: HouseIndex
    private let parts: Once<Parts>
    private let mentionsMade: Once<TermMentions>
    private let searchMade: Once<Result<PolicySearch, any Error>>
    private let headingsMade: Once<DocumentHeadings>
    private let coverageMade: Once<[String: VerifiedDocument]>
    private let tensionsMade = Mutex<(day: PolicyDate, tensions: HouseTensions)?>(nil)

    private struct Parts: Sendable {
        var records: HouseRecords
        var links: HouseLinks
    }

    /// - Parameter folder: of the house, with outlines and what was verified.
    init(_ index: HouseIndex, folder: URL) {
        self.index = index
        let parts = Once {
            let records = HouseRecords(index.house)
            return Parts(records: records, links: HouseLinks(records))
        }
        self.parts = parts
        mentionsMade = Once { TermMentions(parts().records, terms: index.house.terms) }
        searchMade = Once { Result { try PolicySearch(index, parts().records, parts().links) } }
        headingsMade = Once { DocumentHeadings(folder: folder) }
        coverageMade = Once { VerifiedDocuments.read(folder) }
    }

    public var records: HouseRecords { parts().records }
    public var links: HouseLinks { parts().links }
    public var mentions: TermMentions { mentionsMade() }
    var headings: DocumentHeadings { headingsMade() }
    /// What a machine has found of each document, by the id of the document.
    var coverage: [String: VerifiedDocument] { coverageMade() }

    /// Throws an error of the database when there was no memory for it.
    public func search(_ query: SearchQuery) throws -> SearchResults { try searchMade().get().search(query) }

    /// Norms that may pull against each other on a day; kept for that day.
    func tensions(on day: PolicyDate) -> HouseTensions {
        tensionsMade.withLock { kept in
            if let kept, kept.day == day { return kept.tensions }
            let tensions = HouseTensions(index, on: day)
            kept = (day, tensions)
            return tensions
        }
    }
}
