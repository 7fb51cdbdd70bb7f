import Accounts
import Casework
import Hummingbird
import Store

/// Managing the server: accounts, the chain, erasing lawfully, and the settings to read. Gives no right to read dossiers.
struct AdministrationRoutes {
    let site: Site

    func add(to router: Router<KompasRequestContext>) {
        router.get("/beheer") { request, context in
            try context.require(.administrator)
            let page = try await AdministrationPage(site)
            return try site.page(
                PageSpec("administration/page", title: "Beheer", model: page)
                    .with(styles: ["css/casework.css", "css/administration.css"], isPrivate: true), request, context)
        }
        AccountRoutes(site: site).add(to: router)
        AuditRoutes(site: site).add(to: router)
        ErasureRoutes(site: site).add(to: router)
        SettingsRoutes(site: site).add(to: router)
    }
}

struct AdministrationPage {
    struct Section {
        var title: String
        var href: String
        var text: String
    }

    var sections: [Section]

    init(_ site: Site) async throws {
        let accounts = try await site.store.accounts()
        let active = accounts.count { $0.isActive }
        let head = try await site.store.head()
        let expired = try await site.store.expiredTexts(at: site.now()).reduce(0) { $0 + $1.texts.count }
        sections = [
            Section(
                title: "Accounts", href: "/beheer/accounts",
                text: "\(CaseWords.count(active, "account kan", "accounts kunnen")) zich aanmelden."
                    + (active < accounts.count
                        ? " \(CaseWords.count(accounts.count - active, "account is", "accounts zijn")) gesloten." : "")
            ),
            Section(
                title: "Keten en logboek", href: "/beheer/logboek",
                text: "\(CaseWords.count(head.sequence, "gebeurtenis", "gebeurtenissen")) in de keten."),
            Section(
                title: "Teksten wissen", href: "/beheer/wissen",
                text: expired == 0
                    ? "Van geen enkele tekst is de bewaartermijn voorbij."
                    : "Van \(CaseWords.count(expired, "tekst", "teksten")) is de bewaartermijn voorbij."),
            Section(
                title: "Instellingen", href: "/beheer/instellingen",
                text: "Zo staat deze server ingesteld, en waar u dat wijzigt."),
        ]
    }
}
