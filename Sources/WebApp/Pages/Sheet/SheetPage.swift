import Accounts
import NormEngine
import Assessment
import Casework
import Hummingbird
import PolicyModel
import Reporting
import Store

/// What policy says about a plan: the sheet.
struct SheetPage {
    let site: Site

    struct Model {
        struct Link {
            var label: String
            var href: String
        }

        struct Telling {
            var asks: String
            /// Where it is told; `nil` for who may only read.
            var href: String?
        }

        struct Waiting {
            var title: String
            var count: String
            var href: String
        }

        var title: String
        var line: String
        var day: String
        var state: String
        /// The public record of the weighing.
        var record: Link?
        var isOwn: Bool
        var isDraft: Bool
        var csrf: String
        var steps: [Link]
        var copy: String
        var handIn: String
        var takeBack: String
        var delete: String
        var dossier: Link?
        var short: String
        var warnings: [String]
        var pieces: SheetPieces
        var contents: [Link]
        var filter: SheetFilterForm
        var order: String
        var questions: QuestionList
        var questionMarkup: String
        /// Where answers are sent.
        var answer: String
        /// What the initiator can still tell.
        var toTell: [Telling]
        var waiting: [Waiting]
        var mainFrame: SheetPieces.Chapter?
        var otherFrames: [SheetPieces.Chapter]
        var perhapsFrames: [SheetPieces.Chapter]
        var files: [Link]
        var hasDemonstration: Bool
        var hasTensions: Bool
        var ground: String
        var hasGround: Bool
        var mapHref: String?
        /// Where else it fits; `nil` when nothing keeps it out here.
        var elsewhere: String?
        var hasWaiting: Bool
        var hasThemes: Bool
        var nothingOpen: Bool
    }

    func show(_ request: Request, _ context: KompasRequestContext) async throws -> Response {
        let access = PlanAccess(site: site)
        let plan = try await access.visible(context)
        let isOwn = access.isOwn(plan, context)
        let draft = PlanDraft(plan.input)
        let entry: SheetCache.Entry
        do { entry = try await site.assessment(of: plan) } catch let refused as InputRefused {
            return try refusal(refused, plan, draft, isOwn: isOwn)
        }
        let dossier = try await site.store.dossier(id: plan.id)
        let model = try model(
            plan, draft, entry, request.queryFields, isOwn: isOwn, dossier: dossier, context)
        return try site.page(
            PageSpec("sheet/page", title: model.title, model: model).with(
                styles: ["css/report.css", "css/plans.css", "css/soil.css", "css/sheet.css"],
                scripts: ["js/reveal.js", "js/autosave.js"], isPrivate: true), request, context)
    }

    /// A plan that cannot be assessed yet goes back to the step in which something is missing or wrong.
    private func refusal(
        _ refused: InputRefused, _ plan: Plan, _ draft: PlanDraft, isOwn: Bool
    ) throws -> Response {
        guard isOwn, plan.state == .draft else { throw PageRefused.notFound }
        let problem = refused.problems.map { PlanProblem($0, in: draft) }.first
        let step = draft.nextStep ?? problem?.step ?? .what
        let part = draft.firstIncompletePart(step)?.id ?? problem?.part ?? draft.part(nil).id
        return .redirect(to: PlanAddress.step(step, of: plan.id, part: part) + "&controle=ja")
    }

    private func model(
        _ plan: Plan, _ draft: PlanDraft, _ entry: SheetCache.Entry, _ query: Form, isOwn: Bool,
        dossier: Dossier?,
        _ context: KompasRequestContext
    ) throws -> Model {
        let frame = Frame.main(of: site.house.house)
        let filter = SheetFilterForm.filter(query, frame: frame)
        let fragments =
            filter.isEmpty
            ? entry.fragments
            : SheetFragments(
                entry.report, index: site.house.index, links: .sheet(of: plan.id), map: entry.map,
                passages: entry.passages, filter: filter)
        let pieces = filter.isEmpty ? entry.pieces : entry.pieces.filtered(fragments)
        let sheet = PlanAddress.sheet(plan.id)
        let isDraft = isOwn && plan.state == .draft
        let matters = entry.matters
        let frames = FramesOnSheet(entry.report, pieces.frames, main: frame)
        let questions = entry.questions
        let progress = PlanProgress(plan, dossier?.state, number: dossier?.publication?.number)
        return Model(
            title: PartNames(index: site.house.index).title(of: plan, draft), line: fragments.line,
            day: DutchTime.text(entry.report.asOf), state: Words.capitalised(progress.words),
            record: progress.href.map { Model.Link(label: "Lees de afweging \(progress.record ?? "")", href: $0) },
            isOwn: isOwn, isDraft: isDraft, csrf: context.session.csrf,
            steps: isDraft
                ? StepFrame.titles.map { Model.Link(label: $0.title, href: PlanAddress.step($0.step, of: plan.id)) }
                : [],
            copy: PlanAddress.page("kopie", of: plan.id), handIn: PlanAddress.page("indienen", of: plan.id),
            takeBack: PlanAddress.page("terugtrekken", of: plan.id),
            delete: PlanAddress.page("verwijderen", of: plan.id), dossier: dossierLink(plan, dossier != nil, context),
            short: fragments.short, warnings: fragments.warnings, pieces: pieces,
            contents: contents(pieces, frames, questions),
            filter: SheetFilterForm(filter, entry.report, frame: frame, sheet: sheet, shown: pieces.shown),
            order: SheetOrder(site.house.index).explanation, questions: questions,
            questionMarkup: isDraft ? entry.questionForm : entry.questionText,
            answer: PlanAddress.page("vragen", of: plan.id),
            toTell: matters.toTell.map {
                Model.Telling(asks: $0.asks, href: isDraft ? PlanAddress.field($0.ref, of: plan.id) : nil)
            },
            waiting: fragments.contents.waiting.filter { ![.initiator, .judge].contains($0.answerer) }.map {
                Model.Waiting(
                    title: $0.answerer.title, count: $0.count == 1 ? "1 bevinding" : "\($0.count) bevindingen",
                    href: "#onbeslist-\($0.answerer.rawValue)")
            }, mainFrame: frames.main, otherFrames: frames.certain, perhapsFrames: frames.perhaps,
            files: [
                Model.Link(label: "Bladzijde (HTML)", href: PlanAddress.page("rapport.html", of: plan.id)),
                Model.Link(label: "Gegevens (JSON)", href: PlanAddress.page("rapport.json", of: plan.id)),
                Model.Link(label: "Kaart (GeoJSON)", href: PlanAddress.page("rapport.geojson", of: plan.id)),
                Model.Link(label: "Uw plan (GeoJSON)", href: PlanAddress.page("plan.geojson", of: plan.id)),
            ], hasDemonstration: plan.demo, hasTensions: !pieces.tensions.isEmpty, ground: entry.ground,
            hasGround: !entry.ground.isEmpty, mapHref: entry.mapAddress, elsewhere: entry.elsewhere,
            hasWaiting: pieces.undecided > 0,
            hasThemes: !pieces.themes.isEmpty,
            nothingOpen: matters.isEmpty && fragments.contents.waiting.isEmpty)
    }

    /// For who weighs: the dossier, or where it can be opened.
    private func dossierLink(_ plan: Plan, _ isOpened: Bool, _ context: KompasRequestContext) -> Model.Link? {
        guard context.has(.official, .secondReader, .reader), isOpened || context.has(.official) else { return nil }
        return Model.Link(
            label: isOpened ? "Naar de afweging" : "Begin de afweging",
            href: PlanAddress.page("afweging", of: plan.id))
    }

    private func contents(
        _ pieces: SheetPieces, _ frames: FramesOnSheet, _ questions: QuestionList
    ) -> [Model.Link] {
        var links: [Model.Link] = []
        if !pieces.tensions.isEmpty { links.append(Model.Link(label: "Wat schuurt", href: "#schuurt")) }
        links.append(Model.Link(label: "De plek", href: "#plek"))
        for frame in [frames.main].compactMap({ $0 }) + frames.certain {
            links.append(Model.Link(label: frame.title, href: "#" + frame.id))
        }
        links.append(Model.Link(label: "Wat het beleid zegt", href: "#bevindingen"))
        if pieces.undecided > 0 { links.append(Model.Link(label: "Nog niet te zeggen", href: "#onbeslist")) }
        if questions.hasAny { links.append(Model.Link(label: "Open vragen", href: "#vragen")) }
        if !pieces.themes.isEmpty { links.append(Model.Link(label: "Doelen en afspraken", href: "#doelen")) }
        return links + pieces.chapters.map { Model.Link(label: $0.title, href: "#" + $0.id) }
    }
}

/// The frames of a report as a sheet shows them: the main one, others that are about this plan, and those that may be.
struct FramesOnSheet {
    var main: SheetPieces.Chapter?
    var certain: [SheetPieces.Chapter] = []
    var perhaps: [SheetPieces.Chapter] = []

    init(_ report: AssessmentReport, _ chapters: [SheetPieces.Chapter], main frame: Frame?) {
        for (sheet, chapter) in zip(report.frames, chapters) {
            if sheet.frame == frame?.id {
                main = chapter
            } else if sheet.cells.contains(where: { !$0.undecidedBecause.isEmpty }) {
                perhaps.append(chapter)
            } else {
                certain.append(chapter)
            }
        }
    }
}
