import Accounts
import PolicyModel

/// The way from a page of accounts to the list.
private let accountsCrumb = [CaseHead.Link(label: "Accounts", href: "/beheer/accounts")]

struct AccountsPage {
    let crumbs: [CaseHead.Link] = []
    let here = "Accounts"
    struct Row {
        var name: String
        var href: String
        var login: String
        var organisation: String
        var roles: String
        var state: String
    }

    var rows: [Row]

    init(_ accounts: [Account]) {
        // Who can sign in first.
        let sorted = accounts.filter(\.isActive) + accounts.filter { !$0.isActive }
        rows = sorted.map { account in
            Row(
                name: account.displayName, href: Self.href(account), login: account.login,
                organisation: account.organisation ?? "", roles: CaseWords.roles(account.roles),
                state: Self.state(account))
        }
    }

    static func href(_ account: Account) -> String { "/beheer/accounts/\(account.id)" }

    static func state(_ account: Account) -> String {
        if !account.isActive { return "gesloten" }
        if account.mustChangePassword { return "moet het wachtwoord nog kiezen" }
        return account.source == .password ? "actief" : "actief, via de organisatie"
    }
}

/// The roles to tick.
struct RoleChoice {
    var id: String
    var value: String
    var label: String
    var hint: String
    var isTicked: Bool

    static func all(_ ticked: Set<Accounts.Role>) -> [RoleChoice] {
        Role.allCases.enumerated().map { place, role in
            RoleChoice(
                id: place == 0 ? "roles" : "roles-\(role.rawValue)", value: role.rawValue,
                label: CaseWords.role(role).prefix(1).uppercased() + CaseWords.role(role).dropFirst(),
                hint: hint(role), isTicked: ticked.contains(role))
        }
    }

    private static func hint(_ role: Accounts.Role) -> String {
        switch role {
        case .reader: "Leest plannen en dossiers die niet openbaar zijn, zonder iets te wijzigen."
        case .initiator: "Maakt plannen en dient ze in."
        case .official: "Opent dossiers, weegt af, kiest een uitkomst en publiceert."
        case .secondReader: "Leest een dossier waar anders aan schreven, en gaat akkoord of geeft het terug."
        case .policyEditor: "Ziet de overzichten voor wie beleid maakt."
        case .administrator: "Beheert accounts en de server. Geeft geen recht om dossiers te lezen."
        }
    }
}

struct NewAccountPage {
    let crumbs = accountsCrumb
    let here = "Nieuw account"
    var csrf: String
    var errors: [FieldError]
    var login: FormField
    var name: FormField
    var organisation: FormField
    var roles: [RoleChoice]

    init(_ form: AccountForm, errors: [FieldError], csrf: String) {
        self.csrf = csrf
        self.errors = errors
        login = FormField(
            "login", "Aanmeldnaam", hint: "Hiermee meldt iemand zich aan. Later niet te wijzigen.", value: form.login,
            errors: errors)
        name = FormField(
            "name", "Naam", hint: "Zo zien collega's deze persoon. Nooit in een openbaar verslag.", value: form.name,
            errors: errors)
        organisation = FormField(
            "organisation", "Organisatie", value: form.organisation, errors: errors, isOptional: true)
        roles = RoleChoice.all(form.roles)
    }
}

struct AccountPage {
    let crumbs = accountsCrumb
    let here: String
    var csrf: String
    var errors: [FieldError]
    var action: String
    var title: String
    var login: String
    var state: String
    var since: String
    var name: FormField
    var organisation: FormField
    var roles: [RoleChoice]
    var rolesError: String?
    /// The identity provider says which roles this person has: they are shown, not changed.
    var rolesFromProvider: String?
    var isActive: Bool
    var canReset: Bool
    /// One's own account is signed out and reset elsewhere.
    var isMine: Bool

    init(
        _ account: Account, _ form: AccountForm, errors: [FieldError], rolesAreElsewhere: Bool, isMine: Bool,
        csrf: String
    ) {
        self.csrf = csrf
        self.errors = errors
        self.isMine = isMine
        action = AccountsPage.href(account)
        title = account.displayName
        here = title
        login = account.login
        state = AccountsPage.state(account)
        since = DutchTime.text(DutchTime.day(of: account.createdAt))
        name = FormField("name", "Naam", value: form.name, errors: errors)
        organisation = FormField(
            "organisation", "Organisatie", value: form.organisation, errors: errors, isOptional: true)
        roles = RoleChoice.all(form.roles)
        rolesError = errors.text(for: "roles")
        rolesFromProvider = rolesAreElsewhere ? CaseWords.roles(account.roles) : nil
        isActive = account.isActive
        canReset = account.isActive && account.source == .password && !isMine
    }
}

/// A password that is shown one time.
struct OncePage {
    let crumbs = accountsCrumb
    let here = "Eenmalig wachtwoord"
    var name: String
    var login: String
    var password: String
    var isNew: Bool
    var href: String
}
