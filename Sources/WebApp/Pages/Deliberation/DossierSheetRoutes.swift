import Assessment
import Casework
import Foundation
import Hummingbird
import PolicyModel
import Reporting

/// The Kompas sheet of a dossier: what the assessment said that is being weighed, with what people argued in the compass;
/// and a page for each of its findings. The plan and the policy may have changed since; this has not.
struct DossierSheetRoutes {
    let site: Site

    func add(to router: Router<KompasRequestContext>) {
        router.get("/toets/:id/afweging/toetsblad") { request, context in
            let desk = try CaseDesk(site, context)
            let opened = try await desk.open(context)
            let page = DossierSheetPage(opened, try DossierAssessment(opened, site), site)
            return try site.page(
                PageSpec("deliberation/sheet", title: "Toetsblad: \(opened.title)", model: page).with(
                    styles: ["css/report.css", "css/sheet.css", "css/casework.css"], scripts: ["js/reveal.js"],
                    isPrivate: true), request, context)
        }
        router.get("/toets/:id/afweging/bevinding/:finding") { request, context in
            let desk = try CaseDesk(site, context)
            let opened = try await desk.open(context)
            let id = try context.parameters.step("finding")
            guard let page = DossierFindingPage(id, opened, try DossierAssessment(opened, site)) else {
                throw PageRefused.notFound
            }
            return try site.page(
                PageSpec("deliberation/finding", title: page.title, model: page).with(
                    styles: ["css/report.css", "css/sheet.css", "css/casework.css"], isPrivate: true), request, context)
        }
    }
}

/// The assessment that a dossier holds, as pieces of pages.
struct DossierAssessment {
    let report: AssessmentReport
    let fragments: SheetFragments

    init(_ opened: OpenCase, _ site: Site) throws {
        let house = site.house
        report = try AssessmentReport(json: opened.json)
        fragments = SheetFragments(
            report, index: house.index, links: .sheet(ofDossier: opened.id),
            map: MapSketch(report, house: house.house, layers: house.layers),
            passages: PassageTexts(of: report, index: house.index, from: house.passages))
    }
}

extension PageLinks {
    /// The pages that the sheet of a dossier leads to.
    static func sheet(ofDossier id: String) -> PageLinks {
        let paths = CasePaths(id)
        return PageLinks(
            finding: { paths.finding($0) }, contest: { paths.finding($0) + "#klopt-dit-niet" },
            norm: { "/beleid/normen/" + PlanAddress.encoded($0) })
    }
}

struct DossierSheetPage {
    struct Frame {
        var id: String
        var title: String
        var markup: String
    }

    var head: CaseHead
    var short: String
    var pieces: SheetPieces
    var frames: [Frame]
    var order: String
    var hasTensions: Bool
    var hasWaiting: Bool
    var hasThemes: Bool
    var assessedAt: String

    init(_ opened: OpenCase, _ assessment: DossierAssessment, _ site: Site) {
        head = CaseHead(opened, .sheet)
        let fragments = assessment.fragments
        short = fragments.short
        pieces = SheetPieces(fragments)
        let order = Dictionary(
            opened.report.frames.enumerated().map { ($0.element.id, $0.offset) },
            uniquingKeysWith: { first, _ in first })
        frames = assessment.report.frames.sorted { (order[$0.frame] ?? 0) < (order[$1.frame] ?? 0) }.map { sheet in
            Frame(
                id: "kader-\(sheet.frame)", title: sheet.title,
                markup: fragments.frame(
                    sheet, prefix: "kader-\(sheet.frame)-vraag", arguments: opened.arguments(in: sheet.frame)
                ).markup)
        }
        self.order = SheetOrder(site.house.index).explanation
        hasTensions = !pieces.tensions.isEmpty
        hasWaiting = pieces.undecided > 0
        hasThemes = !pieces.themes.isEmpty
        assessedAt = opened.dossier.assessment.map { DutchTime.text($0.at) } ?? ""
    }
}

struct DossierFindingPage {
    var head: CaseHead
    var title: String
    var card: String
    var symbols: String
    var isContested: Bool
    var reason: String?
    /// Where to contest it; `nil` for who cannot.
    var contest: String?
    /// The questions that it bears on.
    var cells: [WeighingLine]
    var hasCells: Bool

    init?(_ id: String, _ opened: OpenCase, _ assessment: DossierAssessment) {
        let fragments = assessment.fragments
        guard let found = opened.report.finding(id), let card = fragments.finding(id) else { return nil }
        head = CaseHead(opened, .sheet, here: "Bevinding \(found.number)")
        title = found.title
        self.card = card.markup
        symbols = fragments.symbols.markup
        isContested = found.isContested
        reason = CaseWords.text(opened.dossier.contests.first { $0.finding == id }?.reason)
        contest = opened.canWrite ? CasePaths(opened.id).contest(id) : nil
        cells = opened.report.cells.filter { $0.findings.contains { $0.id == id } }.map {
            WeighingLine(question: $0.question, href: CasePaths(opened.id).cell($0.address))
        }
        hasCells = !cells.isEmpty
    }
}

extension OpenCase {
    /// What people ticked in a frame, for the compass.
    func arguments(in frame: String) -> [Norm.FrameCell: CellArguments] {
        var arguments: [Norm.FrameCell: CellArguments] = [:]
        for (address, versions) in dossier.cells where address.frame == frame && !versions.content.isEmpty {
            arguments[Norm.FrameCell(principle: address.principle, question: address.question)] = CellArguments(
                contributes: versions.content.contributes, strains: versions.content.strains)
        }
        return arguments
    }
}

extension Parameters {
    /// A step of the address, decoded.
    ///
    /// - Throws: ``PageRefused/notFound`` when it is not well encoded.
    func step(_ name: String) throws -> String {
        guard let text = get(name)?.removingPercentEncoding else { throw PageRefused.notFound }
        return text
    }
}
