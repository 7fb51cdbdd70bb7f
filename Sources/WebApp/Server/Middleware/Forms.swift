import Accounts
import Hummingbird

/// Reads forms and refuses those that a page of another site sent. A form with a file is read by ``UploadReceiver``,
/// which checks the same token.
struct Forms: RouterMiddleware {
    typealias Context = KompasRequestContext
    static let tokenField = "csrf"
    static let mostBytes = 2_000_000
    let site: Site

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard request.method != .get, request.method != .head else { return try await next(request, context) }
        guard request.method == .post else { throw HTTPError(.methodNotAllowed, headers: [.allow: "GET, HEAD, POST"]) }
        guard Self.isFromHere(request) else { throw PageRefused.wrong(Self.otherSite) }
        let type = request.headers[.contentType] ?? ""
        if type.hasPrefix("multipart/form-data") {
            guard Self.takesFile(request.uri.path) else { throw HTTPError(.unsupportedMediaType) }
            return try await next(request, context)
        }
        guard type.hasPrefix("application/x-www-form-urlencoded") else {
            throw HTTPError(.unsupportedMediaType)
        }
        var request = request
        var context = context
        let body: ByteBuffer
        do { body = try await request.collectBody(upTo: Self.mostBytes) } catch {
            throw PageRefused.tooLarge("Het formulier is te groot. Maak de tekst korter dan 2 miljoen tekens.")
        }
        var form = Form(urlencoded: String(buffer: body))
        guard Self.isValid(form[Self.tokenField], context) else {
            if request.wantsJSON { throw HTTPError(.forbidden, message: "session-expired") }
            return try AgainPage.response(site, form, request, context)
        }
        form.fields.removeAll { $0.name == Self.tokenField }
        context.form = form
        return try await next(request, context)
    }

    /// The one kind of page that a file may be sent to; it checks the token itself, see ``UploadReceiver``.
    private static func takesFile(_ path: String) -> Bool {
        path.hasPrefix("/toets/") && path.hasSuffix("/waar/bestand")
    }

    static func isValid(_ token: String?, _ context: Context) -> Bool {
        guard let token, let secret = context.session.current?.csrf else { return false }
        return FormToken.matches(token, secret: secret)
    }

    /// What browsers say of where a form comes from; a browser that says nothing is checked by the token alone.
    private static func isFromHere(_ request: Request) -> Bool {
        if let site = request.headers[.init("Sec-Fetch-Site") ?? .origin] {
            if ["same-origin", "none"].contains(site) { return true }
            if ["cross-site", "same-site"].contains(site) { return false }
        }
        guard let origin = request.headers[.origin] else { return true }
        guard origin != "null", let host = request.head.authority else { return false }
        return origin == "https://\(host)" || origin == "http://\(host)"
    }

    private static let otherSite =
        "Dit formulier kwam van een andere site en is niet verwerkt. Open de pagina hier en probeer het opnieuw."
}

/// The page for a form whose session is gone: everything that was typed is still there.
enum AgainPage {
    struct Model {
        struct Field {
            var name: String
            var value: String
        }
        var action: String
        var csrf: String
        var fields: [Field]
        var texts: [Field]
    }

    static func response(
        _ site: Site, _ form: Form, _ request: Request, _ context: KompasRequestContext
    ) throws -> Response {
        let fields = form.fields.filter { $0.name != Forms.tokenField && !$0.name.contains("wachtwoord") }
        let model = Model(
            action: request.uri.string, csrf: context.session.csrf,
            fields: fields.map { Model.Field(name: $0.name, value: $0.value) },
            texts: fields.filter { $0.value.contains(" ") }.map { Model.Field(name: $0.name, value: $0.value) })
        return try site.page(
            PageSpec("problem/again", title: "Uw sessie was verlopen", model: model).with(isPrivate: true)
                .with(status: .forbidden),
            request, context)
    }
}
