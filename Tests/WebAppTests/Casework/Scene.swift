import Store
import Accounts
import CanonicalJSON
import Casework
import Foundation
import HummingbirdTesting
import Testing

@testable import WebApp

/// A plan for a jetty in the water town, the people around it, and the dossier that is opened on it.
struct Scene: Sendable {
    static let plan = "plan-van-de-steiger-aaaaaa"
    static let otherPlan = "plan-van-de-tuin-bbbbbbbbb"
    static let draftPlan = "plan-in-wording-cccccccccc"
    static let rest = "rust-en-ruimte/rust/rust-oever"
    static let room = "rust-en-ruimte/ruimte/ruimte-varen"
    static let restAtBank = CellAddress(frame: "rust-en-ruimte", principle: "rust", question: "rust-oever")
    static let finding = "oevers.steiger.vrije-vaarweg"
    static let question = "zicht-op-vaarweg"

    enum Person: String, Sendable, CaseIterable {
        /// The one who handed the plan in.
        case owner
        case neighbour
        case reader, editor, administrator
        case official, colleague
        /// The second reader who was asked, and one who was not.
        case asked, unasked
        /// Both official and second reader.
        case both

        var roles: Set<Accounts.Role> {
            switch self {
            case .owner, .neighbour: [.initiator]
            case .reader: [.reader]
            case .editor: [.policyEditor]
            case .administrator: [.administrator]
            case .official, .colleague: [.official]
            case .asked, .unasked: [.secondReader]
            case .both: [.official, .secondReader]
            }
        }

        var actor: CaseActor { CaseActor(account: "id-" + rawValue, name: rawValue.capitalized, roles: roles) }
    }

    let made: TestSite
    let client: any TestClientProtocol
    var weighing: String { "/toets/\(Self.plan)/afweging" }
    var casework: CaseworkService { made.site.casework }

    /// Runs a test in a scene with two plans that were handed in and one that was not.
    static func run(_ body: @Sendable @escaping (Scene) async throws -> Void) async throws {
        let made = try TestSite()
        try await made.test { client in
            let scene = Scene(made: made, client: client)
            for person in Person.allCases { _ = try await scene.browser(person) }
            let store = made.site.store
            for (id, title, activity, state) in [
                (plan, "Steiger bij de plas", "steiger", Plan.State.submitted),
                (otherPlan, "Drijvende tuin", "drijvende-tuin", .submitted),
                (draftPlan, "Nog niet klaar", "steiger", .draft),
            ] {
                try await store.insert(
                    Plan(
                        id: id, owner: "id-owner", title: title, input: try input(activity), state: state,
                        createdAt: TestSite.moment, updatedAt: TestSite.moment))
            }
            try await body(scene)
        }
    }

    /// A square of 100 m in the lake.
    static func input(_ activity: String) throws -> JSONValue {
        try JSONValue.parse(
            Array(
                """
                {"type":"Feature","coordRefSys":"http://www.opengis.net/def/crs/EPSG/0/28992","geometry":{"type":"Polygon",
                "coordinates":[[[203000,503600],[203100,503600],[203100,503700],[203000,503700],[203000,503600]]]},
                "properties":{"activities":["\(activity)"],"change":"nieuw","depth":{"use":[0,2]}}}
                """.utf8))
    }

    func browser(_ person: Person) async throws -> Browser {
        try await made.browser(person.rawValue, roles: person.roles, client: client)
    }

    // MARK: - Where a dossier can be

    @discardableResult
    func open(own: Bool = false) async throws -> Dossier {
        try await casework.open(
            plan: Self.plan, planVersion: 1, isOwnInitiative: own, day: made.site.today, by: Person.official.actor)
    }

    /// Everything is written that a second reader needs, by one official.
    func weigh() async throws {
        let me = Person.official.actor
        _ = try await casework.saveCell(
            Self.restAtBank, CellContent(strains: true, strainsArgument: "Er komt geluid bij de oever."), basedOn: 0,
            in: Self.plan, by: me)
        _ = try await casework.saveOutcome(
            OutcomeContent(frame: "rust-en-ruimte", outcome: "past", argument: "Het geluid blijft klein."), basedOn: 0,
            in: Self.plan, by: me)
        _ = try await casework.saveDetails(
            DetailsContent(
                question: "Past hier een steiger?", legalCharacter: "Een afweging, geen besluit.",
                decidedBy: "het bestuur", mandate: "Mandaatregeling", remedies: "Een gesprek."), basedOn: 0,
            in: Self.plan, by: me)
    }

    func ask() async throws {
        _ = try await casework.askReading(of: Person.asked.actor, in: Self.plan, by: Person.official.actor)
    }

    func approve() async throws {
        _ = try await casework.approve(
            noInterest: true, comment: "", seen: try await seen(Self.plan), in: Self.plan, by: Person.asked.actor)
    }

    /// What becomes public of a dossier as it is now.
    func seen(_ id: String) async throws -> String {
        let dossier = try await casework.dossier(id, for: Person.official.actor)
        return try casework.preview(of: dossier, report: try await casework.report(of: dossier)).contentHash
    }

    func publish() async throws -> KeptRecord {
        try await casework.publish(
            Self.plan, seen: try await seen(Self.plan), year: 2026, by: Person.official.actor)
    }

    func dossier() async throws -> Dossier { try #require(try await made.site.store.dossier(id: Self.plan)) }
}
