import Accounts
import CanonicalJSON
import Casework
import Hummingbird
import Store

/// A new weighing that takes the place of a published one: the same plan, the policy of today, nothing argued yet.
struct SupersedingRoutes {
    let site: Site

    func add(to router: Router<KompasRequestContext>) {
        router.get("/toets/:id/vervangen") { request, context in
            let desk = try CaseDesk(site, context)
            let opened = try await published(desk, context)
            let page = SupersedingPage(opened, csrf: context.session.csrf)
            return try site.page(
                PageSpec("casework/superseding", title: "Afweging vervangen", model: page)
                    .with(styles: ["css/casework.css"], isPrivate: true), request, context)
        }
        router.post("/toets/:id/vervangen") { _, context in
            let desk = try CaseDesk(site, context)
            let opened = try await published(desk, context)
            let id = try await begin(desk, opened)
            context.session.notify("Er is een nieuw dossier. Het vervangt de eerdere afweging zodra u het publiceert.")
            return Response.redirect(to: CasePaths(id).weighing)
        }
    }

    /// - Throws: `CaseRefused` for who may not open dossiers; ``PageRefused/notFound`` when it is not published.
    private func published(_ desk: CaseDesk, _ context: KompasRequestContext) async throws -> OpenCase {
        let opened = try await desk.open(context)
        try desk.demand(.openDossier, on: opened)
        guard opened.dossier.state == .published else { throw PageRefused.notFound }
        return opened
    }

    private func begin(_ desk: CaseDesk, _ opened: OpenCase) async throws -> String {
        let now = site.now()
        let earlier = opened.dossier
        // What people answered and contested then is theirs to say again.
        var input = opened.json["request"]?["input"]?.object ?? JSONObject()
        input["answers"] = nil
        input["contests"] = nil
        let plan = Plan(
            id: Secrets.token(length: 26), owner: desk.account.id, title: earlier.title?.text ?? "",
            input: .object(input), demo: earlier.isDemonstration, createdAt: now,
            updatedAt: now)
        try await site.store.insert(plan)
        let dossier = try await desk.service.open(
            plan: plan.id, planVersion: plan.version, isOwnInitiative: earlier.isOwnInitiative, day: site.today,
            by: desk.actor)
        if var details = earlier.details?.content {
            details.supersedes = earlier.publication?.number
            _ = try await desk.service.saveDetails(details, basedOn: 0, in: dossier.id, by: desk.actor)
        }
        return dossier.id
    }
}

struct SupersedingPage {
    var head: CaseHead
    var csrf: String
    var action: String
    var number: String
    var back: String

    init(_ opened: OpenCase, csrf: String) {
        head = CaseHead(opened, .publishing, here: "Vervangen")
        self.csrf = csrf
        action = CasePaths(opened.id).superseding
        number = opened.dossier.publication?.number ?? ""
        back = CasePaths(opened.id).publishing
    }
}
