import Accounts
import Casework
import Foundation
import Hummingbird
import PolicyModel
import Reporting

/// The settings as they are, to read: they stand in a file, so that nobody changes them from a browser.
struct SettingsRoutes {
    let site: Site

    func add(to router: Router<KompasRequestContext>) {
        router.get("/beheer/instellingen") { request, context in
            try context.require(.administrator)
            return try site.page(
                PageSpec("administration/settings", title: "Instellingen", model: SettingsPage(site))
                    .with(styles: ["css/casework.css", "css/administration.css"], isPrivate: true), request, context)
        }
    }
}

struct SettingsPage {
    let crumbs: [CaseHead.Link] = []
    let here = "Instellingen"
    struct Line {
        var name: String
        /// The key in the file.
        var key: String
        var value: String
    }

    struct Group {
        var title: String
        var lines: [Line]
    }

    var groups: [Group]
    var dataFolder: String

    init(_ site: Site) {
        let settings = site.settings
        dataFolder = site.dataFolder.path
        let unset = "niet ingesteld"
        var groups = [
            Group(
                title: "Organisatie",
                lines: [
                    Line(
                        name: "Naam", key: "organisation",
                        value: settings.organisation ?? "\(site.house.house.authority.name) (van het huis)"),
                    Line(name: "Adres", key: "address", value: settings.address ?? unset),
                    Line(name: "E-mail", key: "contact.email", value: settings.contact.email ?? unset),
                    Line(name: "Telefoon", key: "contact.telephone", value: settings.contact.telephone ?? unset),
                    Line(name: "Pagina", key: "contact.page", value: settings.contact.page ?? unset),
                ]),
            Group(
                title: "Grenzen",
                lines: [
                    Line(
                        name: "Pagina's per seconde, per adres", key: "limits.pagesPerSecond",
                        value: Self.number(settings.limits.pagesPerSecond)),
                    Line(
                        name: "Formulieren per minuut, per adres", key: "limits.formsPerMinute",
                        value: Self.number(settings.limits.formsPerMinute)),
                    Line(
                        name: "Bestanden per uur, per adres", key: "limits.uploadsPerHour",
                        value: Self.number(settings.limits.uploadsPerHour)),
                    Line(
                        name: "Nieuwe bezoekers per uur, per adres", key: "limits.sessionsPerHour",
                        value: Self.number(settings.limits.sessionsPerHour)),
                    Line(
                        name: "Grootte van een bestand", key: "limits.uploadBytes",
                        value: "\(settings.limits.uploadBytes / 1_000_000) MB"),
                    Line(name: "Proxy's ervoor", key: "trustedProxies", value: "\(settings.trustedProxies)"),
                ]),
            Group(
                title: "Achtergrondkaart",
                lines: [
                    Line(
                        name: "Achtergrondkaart", key: "baseMap.isOn", value: settings.baseMap.isOn ? "aan" : "uit")
                ]),
        ]
        groups += [Self.records(settings.casework), Self.retention(settings.casework)]
        groups.append(Self.provider(settings.identityProvider))
        self.groups = groups
    }

    private static func records(_ casework: CaseworkSettings) -> Group {
        let usual = casework.usualDetails
        func line(_ name: String, _ key: String, _ value: String) -> Line {
            Line(name: name, key: "record." + key, value: value.isEmpty ? "per verslag in te vullen" : value)
        }
        return Group(
            title: "Waarmee een verslag begint",
            lines: [
                line("Juridische aard", "legalCharacter", usual.legalCharacter),
                line("Wie beslist", "decidedBy", usual.decidedBy), line("Mandaat", "mandate", usual.mandate),
                line("Als iemand het er niet mee eens is", "remedies", usual.remedies),
            ])
    }

    private static func retention(_ casework: CaseworkSettings) -> Group {
        Group(
            title: "Hoe lang teksten worden bewaard",
            lines: TextKind.allCases.map { kind in
                let rule = casework.retention[kind]
                let term = rule.years.map { "\($0) jaar na afloop" } ?? "blijvend"
                return Line(
                    name: Words.capitalised(kind.words), key: "retention.\(kind.rawValue)",
                    value: "\(term) (\(rule.category); \(rule.ground))")
            })
    }

    /// The secret of the client is a file; not even its place is shown.
    private static func provider(_ provider: SiteSettings.IdentityProvider?) -> Group {
        guard let provider else {
            return Group(
                title: "Aanmelden via de organisatie",
                lines: [Line(name: "Aanmelddienst", key: "identityProvider", value: "niet ingesteld")])
        }
        let roles = (provider.roles ?? [:]).sorted { $0.key < $1.key }.map { group, roles in
            "\(group): \(roles.compactMap(Role.init(rawValue:)).map(CaseWords.role).joined(separator: ", "))"
        }
        return Group(
            title: "Aanmelden via de organisatie",
            lines: [
                Line(name: "Aanmelddienst", key: "identityProvider.title", value: provider.title),
                Line(name: "Adres van de dienst", key: "identityProvider.issuer", value: provider.issuer),
                Line(name: "Naam bij de dienst", key: "identityProvider.clientID", value: provider.clientID),
                Line(
                    name: "Geheim", key: "identityProvider.clientSecretFile",
                    value: provider.clientSecretFile == nil ? "geen" : "in een bestand"),
                Line(
                    name: "Claim met groepen", key: "identityProvider.rolesClaim",
                    value: provider.rolesClaim ?? "geen; rollen worden hier beheerd"),
                Line(
                    name: "Rollen per groep", key: "identityProvider.roles",
                    value: roles.isEmpty ? "geen" : roles.joined(separator: "; ")),
            ])
    }

    private static func number(_ value: Double) -> String {
        value <= 0 ? "zonder grens" : value == value.rounded() ? "\(Int(value))" : "\(value)"
    }
}
