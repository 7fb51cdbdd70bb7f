import Accounts
import Casework
import Hummingbird
import Logging
import Store

/// Erasing texts lawfully: which, on what ground, by whose decision. The chain keeps that it was done.
struct ErasureRoutes {
    let site: Site

    func add(to router: Router<KompasRequestContext>) {
        router.get("/beheer/wissen") { request, context in
            try context.require(.administrator)
            let page = ErasuresPage(
                try await site.store.dossiers(), expired: try await site.store.expiredTexts(at: site.now()))
            return try answer("administration/erasures", page, [], request, context)
        }
        router.get("/beheer/wissen/:dossier") { request, context in
            let (summary, texts) = try await finished(context)
            return try page(summary, texts, [], request, context)
        }
        router.post("/beheer/wissen/:dossier") { request, context in try await erase(request, context) }
    }

    /// Only of a dossier that is finished: others still need their texts.
    private func finished(_ context: KompasRequestContext) async throws -> (DossierSummary, [PersonalText]) {
        try context.require(.administrator)
        let id = try context.parameters.require("dossier")
        guard let summary = try await site.store.dossiers().first(where: { $0.id == id }), summary.finishedAt != nil
        else { throw PageRefused.notFound }
        return (summary, try await site.store.texts(ofDossier: id))
    }

    private func erase(_ request: Request, _ context: KompasRequestContext) async throws -> Response {
        let account = try context.require(.administrator)
        let (summary, texts) = try await finished(context)
        let chosen = ErasurePage.chosen(context.form)
        var errors: [FieldError] = []
        if chosen.isEmpty { errors.append(FieldError("Kies ten minste één tekst.", field: "tekst-1")) }
        if !context.form.isTicked("zeker") {
            errors.append(FieldError("Vink aan dat u zeker bent: wissen is niet terug te draaien.", field: "zeker"))
        }
        for (field, text) in [
            ("ground", "Schrijf op welke grond dit mag."),
            ("by", "Schrijf wie hiertoe besloot: een functie, geen naam."),
        ] where context.form[field] == nil { errors.append(FieldError(text, field: field)) }
        guard errors.isEmpty else { return try page(summary, texts, errors, request, context) }
        do {
            try await site.store.erase(
                texts: chosen, in: summary.id, ground: context.form.text("ground"), by: context.form.text("by"),
                as: CaseActor(account), at: site.now())
        } catch let refused as CaseRefused where !refused.isForbidden {
            return try page(summary, texts, [FieldError](refused), request, context)
        }
        // A PDF that was made before still holds them.
        if let number = summary.number { site.records.forget(number) }
        context.logger.info("texts erased", metadata: ["count": "\(chosen.count)"])
        context.session.notify(
            "\(CaseWords.count(chosen.count, "tekst is", "teksten zijn")) gewist. De keten houdt vast dat dit is gebeurd."
        )
        return .redirect(to: "/beheer/wissen/\(summary.id)")
    }

    private func page(
        _ summary: DossierSummary, _ texts: [PersonalText], _ errors: [FieldError], _ request: Request,
        _ context: KompasRequestContext
    ) throws -> Response {
        let page = ErasurePage(
            summary, texts, now: site.now(), form: context.form, errors: errors, csrf: context.session.csrf)
        return try answer("administration/erasure", page, errors, request, context)
    }

    private func answer(
        _ template: String, _ model: Any, _ errors: [FieldError], _ request: Request, _ context: KompasRequestContext
    ) throws -> Response {
        try site.page(
            PageSpec(template, title: "Teksten wissen", model: model)
                .with(styles: ["css/casework.css", "css/administration.css"], isPrivate: true)
                .with(status: errors.isEmpty ? .ok : .unprocessableContent), request, context)
    }
}
