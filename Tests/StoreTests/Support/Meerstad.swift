import Accounts
import Assessment
import CanonicalJSON
import Casework
import Foundation
import KompasTesting
import MapLayers
import NormEngine
import PolicyContent
import PolicyModel
import Testing

@testable import Store

/// The invented water town of `Tests/Fixtures/house-test`.
enum Meerstad {
    static let folder = PackageRoot.url("Tests/Fixtures/house-test")
    private static let loaded = HouseLoader(folder: folder, schemas: PackageRoot.url("content/schema")).load()

    static func house() throws -> PolicyHouse { try #require(loaded.house) }

    static func assessor() throws -> Assessor {
        let house = try house()
        return Assessor(
            index: HouseIndex(house), houseHash: "house", normaliser: "1",
            facts: HouseLayers(try MapLayers(house: house, folder: folder)))
    }

    static let day = PolicyDate(year: 2026, month: 11, day: 20)

    /// A hut on the west bank, 100 m square.
    static func plan(id: String = "plan", owner: String = "i", activity: String = "steiger") throws -> Plan {
        let input = try JSONValue.parse(
            #"""
            {"type":"Feature","title":"Een steiger","crs":"EPSG:28992","initiator":{"role":"bedrijf"},
             "geometry":{"type":"Polygon","coordinates":[[[201850,503000],[201950,503000],[201950,503100],
               [201850,503100],[201850,503000]]]},
             "properties":{"activities":["\#(activity)"],"change":"nieuw"}}
            """#)
        return Plan(
            id: id, owner: owner, title: "Een steiger", input: input, state: .submitted, createdAt: morning,
            updatedAt: morning)
    }
}

/// 20 November 2026, 09:30 UTC.
let morning = Date(timeIntervalSince1970: 1_795_167_000)

enum People {
    static let anna = CaseActor(account: "a", name: "Anna", roles: [.official])
    static let bas = CaseActor(account: "b", name: "Bas", roles: [.official])
    static let carla = CaseActor(account: "c", name: "Carla", roles: [.secondReader])
    static let dirk = CaseActor(account: "d", name: "Dirk", roles: [.reader])
    static let eva = CaseActor(account: "e", name: "Eva", roles: [.administrator])
    static let irma = CaseActor(account: "i", name: "Irma", roles: [.initiator])
}

let restAtBank = CellAddress(frame: "rust-en-ruimte", principle: "rust", question: "rust-oever")
let restOnWater = CellAddress(frame: "rust-en-ruimte", principle: "rust", question: "rust-water")

/// A store in a folder of its own that goes away with it, and casework on it.
final class TestStore: Sendable {
    let folder: URL
    let store: Store
    let casework: CaseworkService

    init() throws {
        folder = try TemporaryFolder.make()
        store = try Store(folder: folder)
        let assessor = try Meerstad.assessor()
        casework = CaseworkService(
            store: store, house: try Meerstad.house(), assess: { try assessor.assess($0, on: $1) }, now: { morning })
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    var file: URL { folder.appending(path: Store.fileName) }

    /// Runs SQL on the file as another program would, with the triggers taken away first.
    func tamper(_ sql: String) throws {
        try Tampering.run(sql, on: file)
    }

    static let details = DetailsContent(
        question: "Past een steiger hier?", legalCharacter: "Een afweging, geen besluit.", decidedBy: "het bestuur",
        mandate: "Mandaatregeling 2026", remedies: "Geen.")

    /// A dossier that is open on a plan.
    func opened(_ id: String = "plan", activity: String = "steiger") async throws -> Dossier {
        try await store.insert(try Meerstad.plan(id: id, activity: activity))
        let day = try #require(Meerstad.day)
        return try await casework.open(
            plan: id, planVersion: 1, isOwnInitiative: false, day: day, by: People.anna)
    }

    /// A dossier that a second reader let pass.
    func approved(_ id: String = "plan", activity: String = "steiger", supersedes: String? = nil) async throws
        -> Dossier
    {
        _ = try await opened(id, activity: activity)
        let report = try await casework.report(of: casework.dossier(id, for: People.anna))
        let cell = try #require(casework.context(report: report).cells.first)
        _ = try await casework.saveCell(
            cell, CellContent(contributes: true, contributesArgument: "Het blijft stil."), basedOn: 0, in: id,
            by: People.anna)
        _ = try await casework.saveOutcome(
            OutcomeContent(frame: "rust-en-ruimte", outcome: "past", argument: "Het past hier."), basedOn: 0, in: id,
            by: People.anna)
        var details = Self.details
        details.supersedes = supersedes
        _ = try await casework.saveDetails(details, basedOn: 0, in: id, by: People.anna)
        _ = try await casework.askReading(of: People.carla, in: id, by: People.anna)
        return try await casework.approve(
            noInterest: true, comment: "Helder.", seen: try await seen(id), in: id, by: People.carla)
    }

    /// What becomes public of a dossier as it is now.
    func seen(_ id: String) async throws -> String {
        let dossier = try await casework.dossier(id, for: People.anna)
        return try casework.preview(of: dossier, report: try await casework.report(of: dossier)).contentHash
    }

    func published(_ id: String = "plan", activity: String = "steiger", supersedes: String? = nil, year: Int = 2026)
        async throws -> KeptRecord
    {
        let dossier = try await approved(id, activity: activity, supersedes: supersedes)
        let preview = try casework.preview(of: dossier, report: try await casework.report(of: dossier))
        return try await casework.publish(id, seen: preview.contentHash, year: year, by: People.bas)
    }
}

extension AccountStore {
    /// Writes an account as it stands in a test.
    func update(_ account: Account) async throws { try await change(account: account.id) { $0 = account } }
}
