import Accounts
import CanonicalJSON
import Casework
import Foundation
import Hummingbird
import Store

/// What somebody typed in a form of a dossier and has not saved: kept for that person alone, outside the chain.
struct CaseDrafts: Sendable {
    /// The field of the form with the name under which it is kept.
    static let keyField = "veld"
    private static let longestKey = 200

    struct Draft: Sendable {
        var form: Form
        var basedOn: Int
        var at: Date
    }

    private let store: Store
    private let account: String
    private let now: @Sendable () -> Date

    init(_ desk: CaseDesk) {
        store = desk.site.store
        account = desk.account.id
        now = desk.site.now
    }

    /// The name for a page: what stands after the dossier in its address.
    static func key(_ path: String) -> String {
        path.split(separator: "/").dropFirst(2).joined(separator: "/")
    }

    static func action(_ dossier: String) -> String { CasePaths(dossier).weighing + "/concept" }

    func draft(_ key: String, _ dossier: String) async throws -> Draft? {
        let all = try await store.unsaved(account: account, dossier: dossier)
        guard let kept = all.first(where: { $0.field == key }) else { return nil }
        let fields = (kept.body.object?.members ?? []).flatMap { name, value in
            (value.array ?? [value]).compactMap(\.string).map { Form.Field(name: name, value: $0) }
        }
        return Draft(form: Form(fields: fields), basedOn: kept.basedOn, at: kept.at)
    }

    /// - Throws: ``PageRefused/wrong(_:)`` when the form does not say what it is.
    func keep(_ form: Form, _ dossier: String) async throws -> Date {
        guard let key = form[Self.keyField], key.utf8.count <= Self.longestKey else {
            throw PageRefused.wrong("Dit concept heeft geen naam.")
        }
        var body = JSONObject()
        for field in form.fields where field.name != Self.keyField && field.name != "basedOn" {
            let value = JSONValue.string(field.value)
            body[field.name] = body[field.name].map { .array(($0.array ?? [$0]) + [value]) } ?? value
        }
        let at = now()
        try await store.keep(
            UnsavedText(
                account: account, dossier: dossier, field: key, basedOn: form.basedOn, body: .object(body), at: at))
        return at
    }

    func drop(_ key: String, _ dossier: String) async throws {
        try await store.dropUnsaved(account: account, dossier: dossier, field: key)
    }
}

/// Where forms send what is typed while it is being typed.
struct DraftRoutes {
    let site: Site

    func add(to router: Router<KompasRequestContext>) {
        router.post("/toets/:id/afweging/concept") { request, context in
            let desk = try CaseDesk(site, context)
            let opened = try await desk.open(context)
            let drafts = CaseDrafts(desk)
            if context.form.isTicked("weg") {
                let key = context.form[CaseDrafts.keyField] ?? ""
                try await drafts.drop(key, opened.id)
                return Response.redirect(to: Self.page(key, opened.id))
            }
            let at = try await drafts.keep(context.form, opened.id)
            let json: JSONValue = ["saved": .string(DutchTime.clock(at))]
            return Response(
                status: .ok, headers: [.contentType: "application/json", .cacheControl: "no-store"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: try json.canonicalString)))
        }
    }

    /// The page that a draft belongs to.
    private static func page(_ key: String, _ dossier: String) -> String {
        LocalPath.checked(CasePaths(dossier).sheet + "/" + key)
    }
}
