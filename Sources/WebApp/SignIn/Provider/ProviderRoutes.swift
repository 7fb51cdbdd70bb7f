import Accounts
import Hummingbird
import Logging

/// Signing in through the identity provider of the organisation.
struct ProviderRoutes {
    let site: Site

    func add(to router: Router<KompasRequestContext>) {
        guard let provider = OpenIDConnect(site) else { return }
        let accounts = ProviderAccounts(store: site.store, settings: provider.settings, now: site.now)
        router.get("/aanmelden/organisatie") { request, context in
            do throws(SignInProblem) {
                let (address, pending) = try await provider.begin(back: LocalPath.checked(request.queryFields["terug"]))
                context.session.change { $0.pendingSignIn = pending.text }
                return Response.redirect(to: address)
            } catch {
                return try refused(error, request, context)
            }
        }
        router.get(RouterPath(OpenIDConnect.returnPath)) { request, context in
            let pending = PendingSignIn(context.session.current?.pendingSignIn)
            // What came back once is worth nothing a second time, whatever it says.
            if context.session.current?.pendingSignIn != nil { context.session.change { $0.pendingSignIn = nil } }
            do {
                let person = try await provider.finish(request.queryFields, pending: pending)
                let account = try await accounts.account(of: person)
                return try await SignedIn(site: site).answer(account, back: pending?.back, context)
            } catch let problem as SignInProblem {
                return try refused(problem, request, context)
            }
        }
    }

    private func refused(
        _ problem: SignInProblem, _ request: Request, _ context: KompasRequestContext
    ) throws -> Response {
        context.logger.notice("sign-in through provider refused", metadata: ["reason": "\(problem.reason)"])
        return try SignInForm(site: site).page(request, context, login: "", back: nil, problem: problem.text)
    }
}
