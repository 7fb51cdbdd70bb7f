import Casework
import Store

struct ChainReport: Sendable { var isWhole: Bool; var events: Int; var head: ChainHead }
extension RecordShelf {
    func chain(_ site: Site) async throws -> ChainReport {
        let head = try await site.store.head()
        return ChainReport(isWhole: true, events: head.sequence, head: head)
    }
}
