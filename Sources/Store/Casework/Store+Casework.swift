public import Casework
import GRDB

extension Store: CaseworkStore {
    public func dossier(id: String) async throws -> Dossier? {
        try await database.read { try CaseworkRows.dossier($0, id: id) }
    }

    public func dossiers() async throws -> [DossierSummary] { try await database.read(CaseworkRows.summaries) }

    public func text(id: String) async throws -> PersonalText? {
        try await database.read { try CaseworkRows.text($0, id: id) }
    }

    public func records() async throws -> [KeptRecord] { try await database.read { try CaseworkRows.records($0) } }

    public func record(number: String) async throws -> KeptRecord? {
        try await database.read { try CaseworkRows.records($0, where: "record.number = ?", [number]).first }
    }

    public func head() async throws -> ChainHead { try await database.read(CaseworkRows.head) }

    public func settings() async throws -> CaseworkSettings { try await database.read(CaseworkRows.settings) }

    public func save(_ settings: CaseworkSettings) async throws {
        try await database.write { try CaseworkRows.save(settings, $0) }
    }

    public func command<Result: Sendable>(
        _ body: @escaping @Sendable (any CaseworkTransaction) throws -> Result
    ) async throws -> Result {
        try await database.write { try body(try StoreTransaction($0)) }
    }
}
