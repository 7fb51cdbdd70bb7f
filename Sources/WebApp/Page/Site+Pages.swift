import Accounts
public import Hummingbird
import NIOCore
import PolicyModel

/// A page before it is sent.
public struct PageSpec {
    /// Template under `Resources/Templates`, without its ending.
    public var template: String
    public var title: String
    public var model: Any
    public var status: HTTPResponse.Status = .ok
    /// Style sheets beside the base ones, such as `css/plek.css`.
    public var styles: [String] = []
    /// Modules of script, such as `js/plek.js`.
    public var scripts: [String] = []
    /// Not for search engines nor for caches on the way.
    public var isPrivate = false

    public init(_ template: String, title: String, model: Any) {
        self.template = template
        self.title = title
        self.model = model
    }

    public func with(styles: [String] = [], scripts: [String] = [], isPrivate: Bool = false) -> PageSpec {
        var spec = self
        spec.styles += styles
        spec.scripts += scripts
        spec.isPrivate = isPrivate
        return spec
    }

    public func with(status: HTTPResponse.Status) -> PageSpec {
        var spec = self
        spec.status = status
        return spec
    }
}

extension Site {
    /// The answer with a page.
    public func page(_ spec: PageSpec, _ request: Request, _ context: KompasRequestContext) throws -> Response {
        let text = try renderer.render(
            Framed(frame: frame(spec, request, context), page: spec.model), with: spec.template)
        var response = Response(
            status: spec.status, headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
        let isShared = context.session.current == nil && !spec.isPrivate
        response.headers[.cacheControl] = isShared ? "no-cache" : "no-store"
        return response
    }

    private func frame(_ spec: PageSpec, _ request: Request, _ context: KompasRequestContext) -> PageFrame {
        let path = request.uri.path
        let user = context.account.map { account in
            PageFrame.User(
                name: account.displayName,
                canWork: context.has(.official, .secondReader, .reader),
                isWorking: Self.isWork(path), isManaging: Self.isIn("/beheer", path),
                isAdministrator: context.has(.administrator), csrf: context.session.csrf)
        }
        return PageFrame(
            language: house.house.language, title: spec.title, house: house.house.title,
            organisation: settings.organisation ?? house.house.authority.name,
            navigation: Self.navigation(path), user: user, notice: context.session.takeNotice(),
            styles: (assets.hasFont ? ["css/fonts.css"] : []) + ["css/base.css"] + spec.styles, scripts: spec.scripts,
            warning: house.usesDemonstration
                ? "Deze server gebruikt voorbeeldlagen. Gebruik hem niet voor een echte zaak." : nil,
            isPrivate: spec.isPrivate, assets: assets.base, path: request.uri.string)
    }

    private static func navigation(_ path: String) -> [PageFrame.Link] {
        [
            ("Mijn plek", "/plek"), ("Ik heb een plan", "/toets"), ("Kaart", "/kaart"), ("Waar past het?", "/kansen"),
            ("Beleid", "/beleid"), ("Afwegingen", "/afwegingen"),
        ].map { label, href in
            PageFrame.Link(label: label, href: href, isCurrent: isIn(href, path) && !isWork(path))
        }
    }

    private static func isIn(_ href: String, _ path: String) -> Bool { path == href || path.hasPrefix(href + "/") }

    /// The worklist, and what is done with a plan once it is handed in.
    private static func isWork(_ path: String) -> Bool {
        if isIn("/werk", path) { return true }
        let steps = path.split(separator: "/")
        guard steps.count > 2, steps[0] == "toets" else { return false }
        return ["afweging", "meelezen", "publiceren", "vervangen"].contains(steps[2])
    }
}
