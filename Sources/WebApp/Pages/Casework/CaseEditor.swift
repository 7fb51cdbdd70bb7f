import Casework
import Foundation
import Hummingbird

/// A page on which one thing of a dossier is written: the cell of a frame, a condition, the outcome.
///
/// All of them work alike: the form names the version that it was made on; what a colleague wrote in between is shown
/// beside it (``MergePage``); what cannot be kept comes back with all problems and with everything that was typed; and what
/// was typed and not saved yet is there again (``CaseDrafts``).
protocol CaseEditor: Sendable {
    associatedtype Content: Sendable & Hashable
    /// Which cell, which condition.
    associatedtype Subject: Sendable

    var site: Site { get }
    /// States of the dossier in which this can be written.
    var states: Set<Dossier.State> { get }
    /// Who may read the dossier sees the page too, without a form.
    var isOpenToReaders: Bool { get }

    /// What the address is about.
    ///
    /// - Throws: ``PageRefused/notFound``.
    func subject(_ context: KompasRequestContext, _ opened: OpenCase) throws -> Subject
    /// The name of it, for the page that merges.
    func name(of subject: Subject, _ opened: OpenCase) -> String
    func kept(_ subject: Subject, _ opened: OpenCase) -> Versions<Content>?
    /// What the form starts with when nothing was written.
    func empty(_ subject: Subject, _ opened: OpenCase) async throws -> Content
    func content(_ form: Form, _ subject: Subject, _ opened: OpenCase) -> Content
    /// What is wrong with a form before casework looks at it.
    func problems(_ form: Form) -> [FieldError]
    func save(_ content: Content, _ subject: Subject, basedOn: Int, _ desk: CaseDesk, _ opened: OpenCase) async throws
    func page(_ editing: Editing<Self>) async throws -> PageSpec
    func fields(base: Content?, mine: Content, theirs: Content, _ opened: OpenCase) -> [MergePage.Field]
    /// What to say once it is kept.
    func notice(_ opened: OpenCase) -> String
    /// Where to go once it is kept.
    func next(_ form: Form, _ subject: Subject, _ opened: OpenCase) -> String
}

/// What a page to write on is made from.
struct Editing<Editor: CaseEditor>: Sendable {
    var subject: Editor.Subject
    var opened: OpenCase
    var kept: Versions<Editor.Content>?
    /// What stands in the form.
    var content: Editor.Content
    /// The version that the form names.
    var basedOn: Int
    var errors: [FieldError]
    /// When this was typed without being saved, if it was.
    var draftFrom: String?
    /// Whether there is a form at all.
    var canWrite: Bool
    /// The address of the page.
    var path: String
    var csrf: String

    var frame: EditFrame {
        EditFrame(
            csrf: csrf, action: path, basedOn: basedOn, draftFrom: draftFrom, draftKey: CaseDrafts.key(path),
            draftAction: CaseDrafts.action(opened.id), canWrite: canWrite)
    }
}

/// What every form of casework carries; `casework/form-head` shows it.
struct EditFrame: Sendable {
    var csrf: String
    var action: String
    var basedOn: Int
    var draftFrom: String?
    /// Under which name unsaved text is kept, and where it is sent.
    var draftKey: String
    var draftAction: String
    var canWrite: Bool
}

extension CaseEditor {
    var states: Set<Dossier.State> { [.deliberation] }
    var isOpenToReaders: Bool { false }

    func kept(_: Subject, _: OpenCase) -> Versions<Content>? { nil }

    func problems(_: Form) -> [FieldError] { [] }

    func fields(base _: Content?, mine _: Content, theirs _: Content, _: OpenCase) -> [MergePage.Field] { [] }

    func next(_: Form, _: Subject, _ opened: OpenCase) -> String { CasePaths(opened.id).weighing }

    func notice(_: OpenCase) -> String { "Bewaard." }

    func add(_ path: RouterPath, to router: Router<KompasRequestContext>) {
        router.get(path) { request, context in try await read(request, context) }
        router.post(path) { request, context in try await write(request, context) }
    }

    private func read(_ request: Request, _ context: KompasRequestContext) async throws -> Response {
        let desk = try CaseDesk(site, context)
        let opened = try await desk.open(context)
        let subject = try subject(context, opened)
        let mayWrite = opened.dossier.allows(.deliberate, by: desk.actor)
        let isOpen = states.contains(opened.dossier.state)
        if !isOpenToReaders {
            try desk.demand(.deliberate, on: opened)
            guard isOpen else {
                context.session.notify("Het dossier is \(opened.dossier.state.words). U kunt er nu niet aan schrijven.")
                return .redirect(to: CasePaths(opened.id).weighing)
            }
        }
        let kept = kept(subject, opened)
        let content: Content
        if let kept { content = kept.content } else { content = try await empty(subject, opened) }
        var editing = Editing<Self>(
            subject: subject, opened: opened, kept: kept, content: content, basedOn: kept?.number ?? 0, errors: [],
            canWrite: mayWrite && isOpen, path: request.uri.path,
            csrf: context.session.csrf)
        if editing.canWrite, let draft = try await CaseDrafts(desk).draft(CaseDrafts.key(request.uri.path), opened.id) {
            let typed = self.content(draft.form, subject, opened)
            if typed != editing.content {
                editing.content = typed
                editing.basedOn = draft.basedOn
                editing.draftFrom = DutchTime.text(draft.at)
            }
        }
        return try await site.page(page(editing), request, context)
    }

    private func write(_ request: Request, _ context: KompasRequestContext) async throws -> Response {
        let desk = try CaseDesk(site, context)
        let opened = try await desk.open(context)
        let subject = try subject(context, opened)
        try desk.demand(.deliberate, on: opened)
        let key = CaseDrafts.key(request.uri.path)
        if request.wantsJSON {
            // Sent by itself while somebody types: kept for that person, not yet in the dossier.
            let at = try await CaseDrafts(desk).keep(context.form, as: key, opened.id)
            let clock = DutchTime.clock(at)
            return try AutosaveAnswer(
                savedAt: clock, message: "Concept bewaard om \(clock). Kies “Bewaar” om het in het dossier te zetten."
            ).response()
        }
        guard case .keep(let form) = MergeDecision(context.form) else {
            try await CaseDrafts(desk).drop(key, opened.id)
            context.session.notify("De tekst van uw collega is gebleven. Uw eigen tekst is niet bewaard.")
            return .redirect(to: next(context.form, subject, opened))
        }
        let given = content(form, subject, opened)
        func again(_ errors: [FieldError], _ status: HTTPResponse.Status) async throws -> Response {
            let editing = Editing<Self>(
                subject: subject, opened: opened, kept: kept(subject, opened), content: given, basedOn: form.basedOn,
                errors: errors, canWrite: true, path: request.uri.path, csrf: context.session.csrf)
            return try await site.page(page(editing).with(status: status), request, context)
        }
        let problems = problems(form)
        guard problems.isEmpty else { return try await again(problems, .unprocessableContent) }
        do {
            try await save(given, subject, basedOn: form.basedOn, desk, opened)
        } catch let conflict as EditConflict<Content> {
            return try merge(conflict, subject, opened, request, context)
        } catch let refused as CaseRefused where !refused.isForbidden {
            return try await again([FieldError](refused), refused.isLate ? .conflict : .unprocessableContent)
        }
        try await CaseDrafts(desk).drop(key, opened.id)
        context.session.notify(notice(opened))
        return .redirect(to: next(form, subject, opened))
    }

    private func merge(
        _ conflict: EditConflict<Content>, _ subject: Subject, _ opened: OpenCase, _ request: Request,
        _ context: KompasRequestContext
    ) throws -> Response {
        try MergePage(
            head: CaseHead(opened, .weighing, here: "Twee versies"), csrf: context.session.csrf,
            action: request.uri.path, basedOn: conflict.current.number, subject: name(of: subject, opened),
            colleague: CaseWords.person(conflict.current.by), isMine: opened.isMine(conflict.current.by),
            moment: DutchTime.text(conflict.current.at),
            fields: fields(
                base: conflict.base?.content, mine: conflict.given, theirs: conflict.current.content, opened),
            back: CasePaths(opened.id).weighing
        ).answer(site, request, context)
    }
}
