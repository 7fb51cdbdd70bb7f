import Accounts
import Foundation
import Hummingbird
import Logging
import Store

/// Accounts: to list, make, change, close and open, and to give a new password.
struct AccountRoutes {
    let site: Site

    func add(to router: Router<KompasRequestContext>) {
        router.get("/beheer/accounts") { request, context in
            try context.require(.administrator)
            let page = AccountsPage(try await site.store.accounts())
            return try answer("administration/accounts", "Accounts", page, [], request, context)
        }
        router.get("/beheer/accounts/nieuw") { request, context in
            try context.require(.administrator)
            return try newPage(AccountForm(Form()), [], request, context)
        }
        router.post("/beheer/accounts/nieuw") { request, context in try await make(request, context) }
        router.get("/beheer/accounts/:account") { request, context in
            let account = try await account(context)
            return try page(account, AccountForm(account), [], request, context)
        }
        router.post("/beheer/accounts/:account") { request, context in try await change(request, context) }
        router.post("/beheer/accounts/:account/wachtwoord") { request, context in
            try await resetPassword(request, context)
        }
        router.post("/beheer/accounts/:account/afmelden") { _, context in
            let account = try await account(context)
            try await site.store.deleteSessions(ofAccount: account.id)
            context.session.notify("\(account.displayName) is op alle apparaten afgemeld.")
            return Response.redirect(to: AccountsPage.href(account))
        }
        router.post("/beheer/accounts/:account/sluiten") { request, context in
            try await setActive(false, request, context)
        }
        router.post("/beheer/accounts/:account/openen") { request, context in
            try await setActive(true, request, context)
        }
    }

    private func account(_ context: KompasRequestContext) async throws -> Account {
        try context.require(.administrator)
        guard let account = try await site.store.account(id: try context.parameters.require("account")) else {
            throw PageRefused.notFound
        }
        return account
    }

    private func make(_ request: Request, _ context: KompasRequestContext) async throws -> Response {
        try context.require(.administrator)
        let form = AccountForm(context.form)
        var errors = form.problems(isNew: true)
        guard errors.isEmpty else { return try newPage(form, errors, request, context) }
        let account = Account(
            id: Secrets.token(length: 26), login: form.login, displayName: form.name,
            organisation: form.organisation.nilIfEmpty, roles: form.roles, mustChangePassword: true,
            createdAt: site.now())
        let password = Secrets.token(length: 20)
        do {
            try await site.store.insert(account, passwordHash: try await site.passwords.make(password))
        } catch AccountRefused.loginTaken {
            errors.append(FieldError("Deze aanmeldnaam is al in gebruik. Kies een andere.", field: "login"))
            return try newPage(form, errors, request, context)
        }
        context.logger.info("account made")
        return try once(account, password, isNew: true, request, context)
    }

    private func change(_ request: Request, _ context: KompasRequestContext) async throws -> Response {
        var account = try await account(context)
        let form = AccountForm(context.form)
        var errors = form.problems(isNew: false)
        if errors.isEmpty {
            let keepsRoles = rolesAreElsewhere(account)
            do {
                account = try await site.store.change(account: account.id) { account in
                    account.displayName = form.name
                    account.organisation = form.organisation.nilIfEmpty
                    if !keepsRoles { account.roles = form.roles }
                }
            } catch AccountRefused.lastAdministrator {
                errors.append(Self.lastAdministrator)
            }
        }
        guard errors.isEmpty else { return try page(account, form, errors, request, context) }
        context.logger.info("account changed")
        context.session.notify("De gegevens van \(account.displayName) zijn bewaard.")
        return .redirect(to: AccountsPage.href(account))
    }

    private func setActive(
        _ isActive: Bool, _ request: Request, _ context: KompasRequestContext
    ) async throws -> Response {
        let account = try await account(context)
        do {
            try await site.store.change(account: account.id) { $0.isActive = isActive }
        } catch AccountRefused.lastAdministrator {
            return try page(account, AccountForm(account), [Self.lastAdministrator], request, context)
        }
        context.logger.info(isActive ? "account opened" : "account closed")
        context.session.notify(
            isActive
                ? "\(account.displayName) kan zich weer aanmelden."
                : "\(account.displayName) kan zich niet meer aanmelden. Wat dit account deed, blijft staan.")
        return .redirect(to: AccountsPage.href(account))
    }

    private func resetPassword(_ request: Request, _ context: KompasRequestContext) async throws -> Response {
        let account = try await account(context)
        guard account.source == .password else {
            throw PageRefused.wrong("Dit account meldt zich aan via de organisatie; daar staat het wachtwoord.")
        }
        guard account.id != context.account?.id else {
            throw PageRefused.wrong("Uw eigen wachtwoord wijzigt u op de pagina Wachtwoord.")
        }
        let password = Secrets.token(length: 20)
        try await site.store.setPasswordHash(
            try await site.passwords.make(password), ofAccount: account.id, mustChange: true)
        try await site.store.deleteSessions(ofAccount: account.id)
        context.logger.info("password reset")
        return try once(account, password, isNew: false, request, context)
    }

    private static let lastAdministrator = FieldError(
        "Dit is de laatste beheerder. Geef eerst een ander de rol beheerder.", field: "roles")

    /// The identity provider says which roles somebody has.
    private func rolesAreElsewhere(_ account: Account) -> Bool {
        account.source != .password && site.settings.identityProvider?.roles != nil
    }

    // MARK: - Pages

    private func newPage(
        _ form: AccountForm, _ errors: [FieldError], _ request: Request, _ context: KompasRequestContext
    ) throws -> Response {
        let page = NewAccountPage(form, errors: errors, csrf: context.session.csrf)
        return try answer("administration/new-account", "Nieuw account", page, errors, request, context)
    }

    private func page(
        _ account: Account, _ form: AccountForm, _ errors: [FieldError], _ request: Request,
        _ context: KompasRequestContext
    ) throws -> Response {
        let page = AccountPage(
            account, form, errors: errors, rolesAreElsewhere: rolesAreElsewhere(account),
            isMine: account.id == context.account?.id, csrf: context.session.csrf)
        return try answer("administration/account", account.displayName, page, errors, request, context)
    }

    /// Shows a password, this one time: it is kept nowhere.
    private func once(
        _ account: Account, _ password: String, isNew: Bool, _ request: Request, _ context: KompasRequestContext
    ) throws -> Response {
        let page = OncePage(
            name: account.displayName, login: account.login, password: password, isNew: isNew,
            href: AccountsPage.href(account))
        return try answer("administration/once", "Eenmalig wachtwoord", page, [], request, context)
    }

    private func answer(
        _ template: String, _ title: String, _ model: Any, _ errors: [FieldError], _ request: Request,
        _ context: KompasRequestContext
    ) throws -> Response {
        try site.page(
            PageSpec(template, title: title, model: model)
                .with(styles: ["css/casework.css", "css/administration.css"], isPrivate: true)
                .with(status: errors.isEmpty ? .ok : .unprocessableContent), request, context)
    }
}

/// What a form says of an account.
struct AccountForm: Sendable {
    var login: String
    var name: String
    var organisation: String
    var roles: Set<Accounts.Role>

    init(_ form: Form) {
        login = form["login"] ?? ""
        name = form["name"] ?? ""
        organisation = form["organisation"] ?? ""
        roles = Set(form.all("roles").compactMap(Role.init(rawValue:)))
    }

    init(_ account: Account) {
        login = account.login
        name = account.displayName
        organisation = account.organisation ?? ""
        roles = account.roles
    }

    /// Everything that is wrong, at once.
    func problems(isNew: Bool) -> [FieldError] {
        var errors: [FieldError] = []
        if isNew, login.isEmpty { errors.append(FieldError("Schrijf de naam om mee aan te melden.", field: "login")) }
        if isNew, !login.allSatisfy({ $0.isLetter || $0.isNumber || ".-_@".contains($0) }) || login.count > 100 {
            errors.append(
                FieldError(
                    "Gebruik in de aanmeldnaam alleen letters, cijfers, punt, streepje en @, en hoogstens 100 tekens.",
                    field: "login"))
        }
        if name.isEmpty { errors.append(FieldError("Schrijf hoe collega's deze persoon noemen.", field: "name")) }
        if name.count > 200 { errors.append(FieldError("Maak de naam korter dan 200 tekens.", field: "name")) }
        if organisation.count > 200 {
            errors.append(FieldError("Maak de naam van de organisatie korter dan 200 tekens.", field: "organisation"))
        }
        return errors
    }
}
