import Casework
import Hummingbird

/// Writing in one cell: does the plan contribute, does it strain? Both may be so.
struct CellEditor: CaseEditor {
    let site: Site
    var isOpenToReaders: Bool { true }

    func subject(_ context: KompasRequestContext, _ opened: OpenCase) throws -> CellAddress {
        let address = CellAddress(
            frame: try context.parameters.step("frame"), principle: try context.parameters.step("principle"),
            question: try context.parameters.step("question"))
        guard opened.context.cells.contains(address) else { throw PageRefused.notFound }
        return address
    }

    func name(of subject: CellAddress, _ opened: OpenCase) -> String {
        opened.report.cell(subject)?.question ?? subject.question
    }

    func kept(_ subject: CellAddress, _ opened: OpenCase) -> Versions<CellContent>? { opened.dossier.cells[subject] }

    func empty(_: CellAddress, _: OpenCase) -> CellContent { CellContent() }

    func content(_ form: Form, _: CellAddress, _: OpenCase) -> CellContent {
        CellContent(
            contributes: form.isTicked("contributes"), contributesArgument: form.text("contributesArgument"),
            strains: form.isTicked("strains"), strainsArgument: form.text("strainsArgument"))
    }

    func save(
        _ content: CellContent, _ subject: CellAddress, basedOn: Int, _ desk: CaseDesk, _ opened: OpenCase
    ) async throws {
        _ = try await desk.service.saveCell(subject, content, basedOn: basedOn, in: opened.id, by: desk.actor)
    }

    func page(_ editing: Editing<CellEditor>) throws -> PageSpec {
        guard let page = CellPage(editing) else { throw PageRefused.notFound }
        return PageSpec("deliberation/cell", title: page.question, model: page)
            .with(styles: ["css/casework.css"], scripts: ["js/autosave.js"], isPrivate: true)
    }

    func fields(base: CellContent?, mine: CellContent, theirs: CellContent, _: OpenCase) -> [MergePage.Field] {
        [
            .tick(
                "contributes", "Draagt bij", base: base?.contributes, mine: mine.contributes,
                theirs: theirs.contributes),
            .text(
                "contributesArgument", "Waarom het plan bijdraagt", base: base?.contributesArgument,
                mine: mine.contributesArgument, theirs: theirs.contributesArgument),
            .tick("strains", "Geeft spanning", base: base?.strains, mine: mine.strains, theirs: theirs.strains),
            .text(
                "strainsArgument", "Waarom het plan spanning geeft", base: base?.strainsArgument,
                mine: mine.strainsArgument, theirs: theirs.strainsArgument),
        ]
    }

    func next(_ form: Form, _ subject: CellAddress, _ opened: OpenCase) -> String {
        let paths = CasePaths(opened.id)
        if form["verder"] != nil, let next = opened.report.neighbours(of: subject).next { return paths.cell(next) }
        return paths.place(of: subject)
    }
}

extension CellEditor {
    /// Takes back one's own last change.
    func addUndo(to router: Router<KompasRequestContext>) {
        router.post("/toets/:id/afweging/:frame/:principle/:question/terug") { request, context in
            let desk = try CaseDesk(site, context)
            let opened = try await desk.open(context)
            let address = try subject(context, opened)
            let page = CasePaths(opened.id).cell(address)
            do {
                _ = try await desk.service.undoCell(
                    address, basedOn: context.form.basedOn, in: opened.id, by: desk.actor)
                context.session.notify(
                    "Uw laatste wijziging is teruggenomen. Ze blijft te lezen bij de eerdere versies.")
            } catch is EditConflict<CellContent> {
                context.session.notify("Een collega heeft hier intussen geschreven. Er is niets teruggenomen.")
            }
            return Response.redirect(to: page)
        }
    }
}

extension CaseReport {
    /// The cells before and after one, in the order of the page.
    func neighbours(of address: CellAddress) -> (previous: CellAddress?, next: CellAddress?) {
        let all = cells.map(\.address)
        guard let place = all.firstIndex(of: address) else { return (nil, nil) }
        return (place > 0 ? all[place - 1] : nil, place + 1 < all.count ? all[place + 1] : nil)
    }
}
