import CanonicalJSON
public import Casework
public import Foundation
import GRDB
import PolicyModel

extension Store: PlanStore {
    public func plan(id: String) async throws -> Plan? {
        try await database.read { try Self.plan($0, id: id) }
    }

    public func plans(ownedBy owner: String) async throws -> [Plan] {
        try await database.read { database in
            try Row.fetchAll(
                database, sql: "SELECT * FROM plan WHERE owner = ? AND deletedAt IS NULL ORDER BY updatedAt DESC, id",
                arguments: [owner]
            ).map(Self.plan)
        }
    }

    public func submittedPlans() async throws -> [Plan] {
        try await database.read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT * FROM plan WHERE state = 'submitted' AND deletedAt IS NULL ORDER BY updatedAt DESC, id"
            ).map(Self.plan)
        }
    }

    public func insert(_ plan: Plan) async throws {
        let input = try plan.input.canonicalString
        try await database.write { database in
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
    }

    public func update(_ plan: Plan) async throws -> Plan {
        let input = try plan.input.canonicalString
        return try await database.write { database in
            try database.execute(
                sql: """
                    UPDATE plan SET owner = ?, title = ?, input = ?, demo = ?, asOf = ?, state = ?,
                        version = version + 1, updatedAt = ? WHERE id = ? AND version = ? AND deletedAt IS NULL
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

    public func delete(id: String, ownedBy owner: String, at moment: Date) async throws {
        try await database.write { database in
            try database.execute(
                sql:
                    "UPDATE plan SET deletedAt = ? WHERE id = ? AND owner = ? AND state = 'draft' AND deletedAt IS NULL",
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
    static func plan(_ database: Database, id: String) throws -> Plan? {
        try Row.fetchOne(database, sql: "SELECT * FROM plan WHERE id = ? AND deletedAt IS NULL", arguments: [id]).map(
            plan)
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
