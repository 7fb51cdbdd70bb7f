public import CanonicalJSON
public import Foundation
public import PolicyModel

/// What somebody wants to do, as far as it has been told: a draft that changes until it is handed in. Never public.
public struct Plan: Sendable, Hashable, Identifiable {
    public enum State: String, Sendable, Hashable, Codable {
        case draft
        /// Handed in: officials may see it.
        case submitted
    }

    /// Unguessable; also the id of the dossier that is opened on it.
    public var id: String
    /// An account, or `anon:` and the key of an anonymous session.
    public var owner: String
    public var title: String
    /// The initiative as GeoJSON, as `docs/assessment.md` describes it; not necessarily complete. Coordinates in RD.
    public var input: JSONValue
    /// Demonstration layers are used.
    public var demo: Bool
    /// The day whose policy is applied; `nil` is the day of looking.
    public var asOf: PolicyDate?
    public var state: State
    /// Counts changes; a change must name the version that it is made on.
    public var version: Int
    public var createdAt: Date
    public var updatedAt: Date

    public init(
        id: String, owner: String, title: String, input: JSONValue, demo: Bool = false, asOf: PolicyDate? = nil,
        state: State = .draft, version: Int = 1, createdAt: Date, updatedAt: Date
    ) {
        self.id = id
        self.owner = owner
        self.title = title
        self.input = input
        self.demo = demo
        self.asOf = asOf
        self.state = state
        self.version = version
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }
}

/// Where plans are kept.
public protocol PlanStore: Sendable {
    func plan(id: String) async throws -> Plan?
    /// Newest first.
    func plans(ownedBy owner: String) async throws -> [Plan]
    /// Plans that were handed in, newest first.
    func submittedPlans() async throws -> [Plan]
    func insert(_ plan: Plan) async throws
    /// Keeps a new plan when its owner then has no more than so many, deleted ones that can be put back among them.
    /// - Throws: ``TooManyPlans``.
    func insert(_ plan: Plan, most: Int) async throws
    /// Keeps the plan when its `version` is the one that is kept, and gives it back with the next version.
    /// - Throws: ``PlanConflict`` when it was changed in between, with what is kept now.
    func update(_ plan: Plan) async throws -> Plan
    /// Makes a plan that was handed in a draft again, as long as nobody opened a dossier on it.
    /// - Throws: ``PlanIsTakenUp``, and ``PlanIsGone`` when there is no such plan of this owner that was handed in.
    func takeBack(id: String, ownedBy owner: String, at moment: Date) async throws
    /// Takes a draft out of sight; it can be put back until it is forgotten. What was handed in stays, and so does
    /// what a dossier was opened on.
    func delete(id: String, ownedBy owner: String, at moment: Date) async throws
    /// Drafts that were deleted and can still be put back, the last one first.
    func deletedPlans(ownedBy owner: String) async throws -> [Plan]
    func putBack(id: String, ownedBy owner: String) async throws
    /// Removes for good what was deleted before a moment.
    func forgetPlans(deletedBefore date: Date) async throws
    /// The plans of an anonymous visitor go with them when they sign in.
    func movePlans(from owner: String, to account: String) async throws
    /// Anonymous drafts that nobody touched since.
    func deleteAnonymousDrafts(untouchedSince date: Date) async throws
}

/// A plan was changed by somebody else in between.
public struct PlanConflict: Error, Sendable {
    public var current: Plan
    public init(current: Plan) { self.current = current }
}

/// Its owner has as many plans as one may have.
public struct TooManyPlans: Error, Sendable, Hashable {
    public var most: Int
    public init(most: Int) { self.most = most }
}

/// A dossier was opened on a plan, so that it stays as it is.
public struct PlanIsTakenUp: Error, Sendable, Hashable {
    public var id: String
    public init(id: String) { self.id = id }
}

/// A plan was deleted in between.
public struct PlanIsGone: Error, Sendable {
    public var id: String
    public init(id: String) { self.id = id }
}
