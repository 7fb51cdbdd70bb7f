import Accounts
import CanonicalJSON
import Casework
import Foundation
import Hummingbird
import Store

/// What somebody typed in a form of a dossier and has not saved: kept for that person alone, outside the chain.
struct CaseDrafts: Sendable {
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
        try await all(dossier).first { $0.key == key }?.draft
    }

    /// Everything of this person in a dossier, the oldest first.
    func all(_ dossier: String) async throws -> [(key: String, draft: Draft)] {
        try await store.unsaved(account: account, dossier: dossier).sorted { $0.at < $1.at }.map { kept in
            let fields = (kept.body.object?.members ?? []).flatMap { name, value in
                (value.array ?? [value]).compactMap(\.string).map { Form.Field(name: name, value: $0) }
            }
            return (kept.field, Draft(form: Form(fields: fields), basedOn: kept.basedOn, at: kept.at))
        }
    }

    /// - Parameter key: the name for the page, see ``key(_:)``.
    func keep(_ form: Form, as key: String, _ dossier: String) async throws -> Date {
        var body = JSONObject()
        for field in form.fields where field.name != "basedOn" {
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

/// Throwing away what was typed and not saved.
struct DraftRoutes {
    let site: Site

    func add(to router: Router<KompasRequestContext>) {
        router.post("/toets/:id/afweging/concept") { _, context in
            let desk = try CaseDesk(site, context)
            let opened = try await desk.open(context)
            let key = context.form["veld"] ?? ""
            try await CaseDrafts(desk).drop(key, opened.id)
            return Response.redirect(to: LocalPath.checked(CasePaths(opened.id).sheet + "/" + key))
        }
    }
}
