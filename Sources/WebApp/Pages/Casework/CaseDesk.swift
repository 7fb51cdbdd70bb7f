import Accounts
import CanonicalJSON
import Casework
import Hummingbird

/// Opens dossiers for who is signed in. What casework refuses becomes a page in ``ErrorPages``: what somebody may not read
/// is not found.
struct CaseDesk: Sendable {
    let site: Site
    let account: Account
    let actor: CaseActor
    let service: CaseworkService

    /// - Throws: ``PageRefused/signInFirst``.
    init(_ site: Site, _ context: KompasRequestContext) throws {
        self.site = site
        account = try context.require()
        actor = CaseActor(account)
        service = site.casework
    }

    /// The dossier that the address names.
    ///
    /// - Throws: `CaseNotFound`, also for who may not read it.
    func open(_ context: KompasRequestContext) async throws -> OpenCase {
        let dossier = try await service.dossier(try context.parameters.require("id"), for: actor)
        return try await open(dossier)
    }

    func open(_ dossier: Dossier) async throws -> OpenCase {
        let json = try await service.report(of: dossier)
        return OpenCase(
            dossier: dossier, json: json, report: CaseReport(json, house: site.house.house),
            context: service.context(report: json), actor: actor)
    }

    /// Lets through only who may write in it, as far as their role goes; the state is not looked at.
    ///
    /// - Throws: `CaseRefused`.
    func demand(_ action: CaseAction, on opened: OpenCase) throws {
        guard opened.dossier.allows(action, by: actor) else { throw CaseRefused([.notAllowed(action)]) }
    }
}

/// A dossier as somebody reads it, with the report that belongs to it.
struct OpenCase: Sendable {
    let dossier: Dossier
    /// The report as it is kept.
    let json: JSONValue
    let report: CaseReport
    let context: CaseContext
    let actor: CaseActor

    var id: String { dossier.id }
    var title: String { CaseWords.title(dossier.title?.text) }
    /// Whether this person can change what is weighed, now.
    var canWrite: Bool { dossier.state == .deliberation && dossier.allows(.deliberate, by: actor) }

    func isMine(_ person: Person) -> Bool { person.isSame(as: actor) }
}
