import Hummingbird
import PolicyModel
import Reporting

/// What Kompas is, who can use it, and what it keeps.
struct AboutRoutes {
    let site: Site

    func add(to router: Router<KompasRequestContext>) {
        page("/over", "about/over", "Over Kompas", to: router) { AboutKompas(site: site) }
        page("/toegankelijkheid", "about/accessibility", "Toegankelijkheid", to: router) { ContactView(site: site) }
        page("/api", "about/api", "Gegevens voor programma\u{2019}s", to: router) { ReadableAddresses(site: site) }
        page("/privacy", "about/privacy", "Privacy", to: router) { PrivacyView(site: site) }
    }

    private func page(
        _ path: RouterPath, _ template: String, _ title: String, to router: Router<KompasRequestContext>,
        _ model: @escaping @Sendable () -> some Any
    ) {
        router.get(path) { request, context in
            try await site.cache.page(request, context) {
                try site.page(
                    PageSpec(template, title: title, model: model()).with(styles: ["css/about.css"]), request, context)
            }
        }
    }
}

/// Who runs this server and how to reach them.
struct ContactView {
    var organisation: String
    /// For the beginning of a sentence.
    var capitalised: String
    var email: String?
    var telephone: String?
    var page: String?
    /// Nobody filled in how to reach them.
    var isMissing: Bool

    init(site: Site) {
        organisation = site.settings.organisation ?? site.house.house.authority.name
        capitalised = Words.capitalised(organisation)
        email = site.settings.contact.email
        telephone = site.settings.contact.telephone
        page = site.settings.contact.page
        isMissing = email == nil && telephone == nil && page == nil
    }
}
