import Accounts
import Casework
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Store

/// Signing in with a password, signing out, and changing the password.
struct SignInRoutes {
    let site: Site

    struct PasswordModel {
        var csrf: String
        var login: String
        var problem: String?
        var isForced: Bool
        var shortest: Int
    }

    func add(to router: Router<KompasRequestContext>) {
        router.get("/aanmelden") { request, context in
            try SignInForm(site: site).page(request, context, login: "", back: request.queryFields["terug"])
        }
        router.post("/aanmelden") { request, context in try await signIn(request, context) }
        router.post("/afmelden") { _, context in
            context.session.end()
            var response = Response.redirect(to: "/")
            // What forms kept on this device does not stay behind for the next one.
            if let name = HTTPField.Name("Clear-Site-Data") { response.headers[name] = "\"storage\"" }
            return response
        }
        router.get("/wachtwoord") { request, context in try passwordForm(request, context, problem: nil) }
        router.post("/wachtwoord") { request, context in try await changePassword(request, context) }
        ProviderRoutes(site: site).add(to: router)
    }

    private func signIn(_ request: Request, _ context: KompasRequestContext) async throws -> Response {
        let login = context.form["naam"] ?? ""
        let back = context.form["terug"]
        let address = ClientAddress.of(request, context, proxies: site.settings.trustedProxies)
        if let seconds = try await guarding.begin(login: login, address: address, at: site.now()) {
            context.logger.notice("sign-in slowed down")
            return try slowedDown(seconds, request, context, login: login, back: back)
        }
        let account = try await site.store.account(login: login)
        let hash: String?
        if let account, account.isActive {
            hash = try await site.store.passwordHash(ofAccount: account.id)
        } else {
            hash = nil
        }
        let isRight = await site.passwords.matches(context.form.text("wachtwoord"), hash: hash)
        guard isRight, let account else {
            context.logger.notice("sign-in refused")
            return try SignInForm(site: site).page(
                request, context, login: login, back: back,
                problem:
                    "De naam of het wachtwoord klopt niet. Probeer het opnieuw, of vraag de beheerder om een nieuw wachtwoord."
            )
        }
        try await guarding.succeeded(login: login, address: address)
        return try await SignedIn(site: site).answer(account, back: back, context)
    }

    private var guarding: SignInGuard { SignInGuard(store: site.store) }

    /// Says when one may try again; the password has not been looked at.
    private func slowedDown(
        _ seconds: TimeInterval, _ request: Request, _ context: KompasRequestContext, login: String, back: String?
    ) throws -> Response {
        let wait = max(1, Int(seconds.rounded(.up)))
        let clock = DutchTime.clock(site.now().addingTimeInterval(Double(wait)))
        let when = wait < 60 ? "over \(wait == 1 ? "1 seconde" : "\(wait) seconden")" : "om \(clock)"
        var response = try SignInForm(site: site).page(
            request, context, login: login, back: back,
            problem: "Er is te vaak een verkeerd wachtwoord ingevuld. U kunt het \(when) opnieuw proberen.")
        response.status = .tooManyRequests
        response.headers[.retryAfter] = "\(wait)"
        return response
    }

    private func passwordForm(_ request: Request, _ context: KompasRequestContext, problem: String?) throws -> Response
    {
        let account = try context.require()
        let model = PasswordModel(
            csrf: context.session.csrf, login: account.login, problem: problem, isForced: account.mustChangePassword,
            shortest: PasswordRules.shortest)
        return try site.page(
            PageSpec("signin/password", title: "Wachtwoord wijzigen", model: model).with(isPrivate: true)
                .with(status: problem == nil ? .ok : .unprocessableContent), request, context)
    }

    private func changePassword(_ request: Request, _ context: KompasRequestContext) async throws -> Response {
        let account = try context.require()
        let new = context.form.text("nieuw-wachtwoord")
        let hash = try await site.store.passwordHash(ofAccount: account.id)
        guard hash != nil else {
            throw PageRefused.wrong("U meldt zich aan via uw organisatie; daar wijzigt u uw wachtwoord.")
        }
        // Whoever took over a session must not find the password here.
        let address = ClientAddress.of(request, context, proxies: site.settings.trustedProxies)
        if let seconds = try await guarding.begin(login: account.login, address: address, at: site.now()) {
            let wait = max(1, Int(seconds.rounded(.up)))
            return try passwordForm(
                request, context, problem: "Dat was te vaak mis. Probeer het over \(wait) seconden opnieuw.")
        }
        guard await site.passwords.matches(context.form.text("wachtwoord"), hash: hash) else {
            return try passwordForm(request, context, problem: "Uw huidige wachtwoord klopt niet.")
        }
        try await guarding.succeeded(login: account.login, address: address)
        if let problem = PasswordRules.problem(new, login: account.login) {
            return try passwordForm(request, context, problem: problem)
        }
        guard new == context.form.text("herhaling") else {
            return try passwordForm(request, context, problem: "De twee nieuwe wachtwoorden zijn niet gelijk.")
        }
        try await site.store.setPasswordHash(
            site.passwords.make(new), ofAccount: account.id, mustChange: false)
        // Whoever was signed in with the old password no longer is.
        try await site.store.deleteSessions(ofAccount: account.id)
        context.session.signIn(account.id)
        context.session.notify("Uw wachtwoord is gewijzigd. Andere apparaten zijn afgemeld.")
        return .redirect(to: "/")
    }
}

/// What happens once somebody has proved who they are, in whatever way.
struct SignedIn {
    let site: Site

    func answer(_ account: Account, back: String?, _ context: KompasRequestContext) async throws -> Response {
        if let anonymous = context.session.current, anonymous.account == nil {
            try await site.store.movePlans(from: anonymous.owner, to: account.id)
        }
        context.session.signIn(account.id)
        context.logger.info("signed in")
        if account.mustChangePassword { return .redirect(to: "/wachtwoord") }
        return .redirect(to: LocalPath.checked(back))
    }
}

/// A path on this server to go back to.
enum LocalPath {
    /// The path itself when it cannot lead elsewhere; otherwise the start.
    static func checked(_ path: String?) -> String {
        guard let path, path.hasPrefix("/"), !path.hasPrefix("//"), !path.contains("\\"),
            path.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F })
        else { return "/" }
        return path
    }
}
