import Hummingbird

/// The page to sign in on.
struct SignInForm {
    let site: Site

    struct Model {
        var csrf: String
        var login: String
        var back: String
        /// The same for in an address.
        var backEncoded: String
        var problem: String?
        var provider: String?
    }

    /// - Parameter problem: why it did not work, to show above the form.
    func page(
        _ request: Request, _ context: KompasRequestContext, login: String, back: String?, problem: String? = nil
    ) throws -> Response {
        let back = LocalPath.checked(back)
        let model = Model(
            csrf: context.session.csrf, login: login, back: back, backEncoded: ErrorPages.encoded(back),
            problem: problem, provider: site.settings.identityProvider?.title)
        return try site.page(
            PageSpec("signin/form", title: "Aanmelden", model: model).with(isPrivate: true)
                .with(status: problem == nil ? .ok : .unprocessableContent), request, context)
    }
}
