import Foundation
import Hummingbird
import NIOCore

/// Style sheets and scripts, and what programs look for at fixed places.
struct AssetRoutes {
    let site: Site

    func add(to router: Router<KompasRequestContext>) {
        router.get("/assets/:version/**") { request, context in
            try site.assets.answer(context.parameters.getCatchAll().joined(separator: "/"), to: request)
        }
        router.get("/vendor/:file") { request, context in
            try site.assets.vendorAnswer(try context.parameters.require("file"), to: request)
        }
        router.get("/favicon.ico") { request, _ in try site.assets.answer("kompas.svg", to: request) }
        router.get("/robots.txt") { _, _ in
            Self.text(
                "User-agent: *\nDisallow: /toets\nDisallow: /werk\nDisallow: /beheer\nDisallow: /aanmelden\nDisallow: /kansen?\nDisallow: /kansen/\nDisallow: /schuurt?\nDisallow: /schuurt/\n"
            )
        }
        router.get("/.well-known/security.txt") { _, _ in
            guard let text = securityText else { throw PageRefused.notFound }
            return Self.text(text)
        }
    }

    /// RFC 9116; there is none without an address to write to.
    private var securityText: String? {
        let contact = site.settings.contact
        guard let address = contact.email.map({ "mailto:\($0)" }) ?? contact.page else { return nil }
        let expires = site.now().addingTimeInterval(180 * 24 * 3600)
        let canonical = site.settings.address.map { "Canonical: \($0)/.well-known/security.txt\n" } ?? ""
        return
            "Contact: \(address)\nExpires: \(DutchTime.day(of: expires))T00:00:00Z\nPreferred-Languages: nl, en\n\(canonical)"
    }

    private static func text(_ text: String) -> Response {
        Response(
            status: .ok, headers: [.contentType: "text/plain; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
