import CanonicalJSON
public import Casework
public import Foundation
import GRDB
import PolicyModel

extension Store: PlanStore {
    public func plan(id: String) async throws -> Plan? {
        try await database.read { try Self.plan($0, id: id) }
    }

    /// Whose plan it is, also when it was deleted or its texts were erased.
    public func owner(ofPlan id: String) async throws -> String? {
        try await database.read { try Self.owner($0, ofPlan: id) }
    }

    public func plans(ownedBy owner: String) async throws -> [Plan] {
        try await database.read { database in
            try Row.fetchAll(
                database, sql: "SELECT * FROM plan WHERE owner = ? AND \(Self.isThere) ORDER BY updatedAt DESC, id",
                arguments: [owner]
            ).map(Self.plan)
        }
    }

    public func submittedPlans() async throws -> [Plan] {
        try await database.read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT * FROM plan WHERE state = 'submitted' AND \(Self.isThere) ORDER BY updatedAt DESC, id"
            ).map(Self.plan)
        }
    }

    public func insert(_ plan: Plan) async throws {
        let input = try plan.input.canonicalString
        try await database.write { try Self.insert(plan, input, $0) }
    }

    public func insert(_ plan: Plan, most: Int) async throws {
        let input = try plan.input.canonicalString
        try await database.write { database in
            let count = try Int.fetchOne(
                database, sql: "SELECT COUNT(*) FROM plan WHERE owner = ? AND erasedAt IS NULL",
                arguments: [plan.owner])
            guard count ?? 0 < most else { throw TooManyPlans(most: most) }
            try Self.insert(plan, input, database)
        }
    }

    public func update(_ plan: Plan) async throws -> Plan {
        let input = try plan.input.canonicalString
        return try await database.write { database in
            try database.execute(
                sql: """
                    UPDATE plan SET owner = ?, title = ?, input = ?, demo = ?, asOf = ?, state = ?,
                        version = version + 1, updatedAt = ? WHERE id = ? AND version = ? AND \(Self.isThere)
                    """,
                arguments: [
                    plan.owner, plan.title, input, plan.demo, plan.asOf?.description, plan.state.rawValue,
                    plan.updatedAt.timeIntervalSince1970, plan.id, plan.version,
                ])
            let isChanged = database.changesCount > 0
            guard let kept = try Self.plan(database, id: plan.id) else { throw PlanIsGone(id: plan.id) }
            guard isChanged else { throw PlanConflict(current: kept) }
            return kept
        }
    }

    public func takeBack(id: String, ownedBy owner: String, at moment: Date) async throws {
        try await database.write { database in
            let isTakenUp = try Bool.fetchOne(
                database, sql: "SELECT EXISTS (SELECT 1 FROM dossier WHERE id = ?)", arguments: [id])
            if isTakenUp == true { throw PlanIsTakenUp(id: id) }
            try database.execute(
                sql: """
                    UPDATE plan SET state = 'draft', asOf = NULL, version = version + 1, updatedAt = ?
                    WHERE id = ? AND owner = ? AND state = 'submitted' AND \(Self.isThere)
                    """, arguments: [moment.timeIntervalSince1970, id, owner])
            guard database.changesCount == 1 else { throw PlanIsGone(id: id) }
        }
    }

    public func delete(id: String, ownedBy owner: String, at moment: Date) async throws {
        try await database.write { database in
            try database.execute(
                sql: """
                    UPDATE plan SET deletedAt = ? WHERE id = ? AND owner = ? AND state = 'draft' AND \(Self.isThere)
                        AND NOT EXISTS (SELECT 1 FROM dossier WHERE dossier.id = plan.id)
                    """,
                arguments: [moment.timeIntervalSince1970, id, owner])
        }
    }

    public func deletedPlans(ownedBy owner: String) async throws -> [Plan] {
        try await database.read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT * FROM plan WHERE owner = ? AND deletedAt IS NOT NULL ORDER BY deletedAt DESC, id",
                arguments: [owner]
            ).map(Self.plan)
        }
    }

    public func putBack(id: String, ownedBy owner: String) async throws {
        try await database.write { database in
            try database.execute(
                sql: "UPDATE plan SET deletedAt = NULL WHERE id = ? AND owner = ?", arguments: [id, owner])
        }
    }

    public func forgetPlans(deletedBefore date: Date) async throws {
        try await database.write { database in
            try database.execute(
                sql: "DELETE FROM plan WHERE deletedAt < ?", arguments: [date.timeIntervalSince1970])
        }
    }

    public func movePlans(from owner: String, to account: String) async throws {
        try await database.write { database in
            try database.execute(sql: "UPDATE plan SET owner = ? WHERE owner = ?", arguments: [account, owner])
        }
    }

    public func deleteAnonymousDrafts(untouchedSince date: Date) async throws {
        try await database.write { database in
            try database.execute(
                sql: "DELETE FROM plan WHERE owner LIKE 'anon:%' AND state = 'draft' AND updatedAt < ?",
                arguments: [date.timeIntervalSince1970])
        }
    }
}

extension Store {
    /// Neither deleted nor erased.
    private static let isThere = "deletedAt IS NULL AND erasedAt IS NULL"

    private static func insert(_ plan: Plan, _ input: String, _ database: Database) throws {
        try database.execute(
            sql: """
                INSERT INTO plan (id, owner, title, input, demo, asOf, state, version, createdAt, updatedAt)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                plan.id, plan.owner, plan.title, input, plan.demo, plan.asOf?.description, plan.state.rawValue,
                plan.version, plan.createdAt.timeIntervalSince1970, plan.updatedAt.timeIntervalSince1970,
            ])
    }

    /// Takes away what a plan says. Whose it was stays, so that nobody judges their own plan later.
    static func erasePlan(_ database: Database, id: String, at moment: Date) throws {
        try database.execute(
            sql: "UPDATE plan SET title = '', input = '{}', erasedAt = ? WHERE id = ? AND erasedAt IS NULL",
            arguments: [moment.timeIntervalSince1970, id])
    }

    static func plan(_ database: Database, id: String) throws -> Plan? {
        try Row.fetchOne(database, sql: "SELECT * FROM plan WHERE id = ? AND \(isThere)", arguments: [id]).map(
            plan)
    }

    static func owner(_ database: Database, ofPlan id: String) throws -> String? {
        try String.fetchOne(database, sql: "SELECT owner FROM plan WHERE id = ?", arguments: [id])
    }

    private static func plan(_ row: Row) throws -> Plan {
        let input: String = row["input"]
        let asOf: String? = row["asOf"]
        return Plan(
            id: row["id"], owner: row["owner"], title: row["title"], input: try JSONValue.parse(Array(input.utf8)),
            demo: row["demo"], asOf: asOf.flatMap { PolicyDate($0) },
            state: Plan.State(rawValue: row["state"]) ?? .draft, version: row["version"],
            createdAt: Date(timeIntervalSince1970: row["createdAt"]),
            updatedAt: Date(timeIntervalSince1970: row["updatedAt"]))
    }
}
