import Accounts
import Casework
import Hummingbird
import Store

/// What there is to do for officials and second readers, and taking up a plan.
struct WorklistRoutes {
    let site: Site

    func add(to router: Router<KompasRequestContext>) {
        router.get("/werk") { request, context in
            try context.require(.official, .secondReader, .reader)
            let desk = try CaseDesk(site, context)
            let list = try await Worklist(desk)
            let state = request.queryFields["stand"].flatMap(Dossier.State.init(rawValue:))
            return try site.page(
                PageSpec("worklist/page", title: "Werk", model: WorklistPage(list, shown: state))
                    .with(styles: ["css/casework.css"], isPrivate: true), request, context)
        }
        TakingUpRoutes(site: site).add(to: router)
    }
}

/// What one person finds on the worklist.
struct Worklist: Sendable {
    /// Handed in, and no dossier yet.
    var plans: [Plan]
    /// All that this person may read.
    var dossiers: [DossierSummary]
    /// Waits for this person, with what to do.
    var mine: [(dossier: DossierSummary, what: Task)]
    var canTakeUp: Bool
    var seesPlans: Bool

    enum Task: Sendable { case read, goOn, publish }

    init(_ desk: CaseDesk) async throws {
        let actor = desk.actor
        seesPlans = Permissions.allows(.seeSubmittedPlans, by: actor)
        canTakeUp = Permissions.allows(.openDossier, by: actor)
        dossiers = try await desk.service.dossiers(for: actor)
        plans = []
        if seesPlans {
            let opened = Set(try await desk.site.store.dossiers().map(\.id))
            plans = try await desk.site.store.submittedPlans().filter { !opened.contains($0.id) }
        }
        mine = []
        for summary in dossiers where [.deliberation, .review, .approved].contains(summary.state) {
            guard let dossier = try await desk.site.store.dossier(id: summary.id),
                let task = Self.task(dossier, actor)
            else { continue }
            mine.append((summary, task))
        }
    }

    /// What this person is the one to do, if anything.
    private static func task(_ dossier: Dossier, _ actor: CaseActor) -> Task? {
        switch dossier.state {
        case .review: dossier.allows(.read, by: actor) ? .read : nil
        case .deliberation:
            dossier.allows(.deliberate, by: actor)
                && (dossier.opener.isSame(as: actor) || dossier.editors.contains(actor.account)
                    || dossier.reading?.askedBy.isSame(as: actor) == true)
                ? .goOn : nil
        case .approved:
            dossier.allows(.publish, by: actor) && dossier.reading?.askedBy.isSame(as: actor) == true ? .publish : nil
        case .published, .superseded, .closed: nil
        }
    }
}

struct WorklistPage {
    struct Mine {
        var title: String
        var href: String
        var what: String
        var changed: String
    }

    struct Submitted {
        var title: String
        var href: String
        var takeUp: String?
        var when: String
    }

    struct Row {
        var title: String
        var href: String
        var state: String
        var changed: String
        var outcome: String
        var isOwnInitiative: Bool
    }

    struct Filter {
        var label: String
        var count: Int
        var href: String
        var isCurrent: Bool
    }

    var mine: [Mine]
    var hasMine: Bool
    var seesPlans: Bool
    var canTakeUp: Bool
    var submitted: [Submitted]
    var hasSubmitted: Bool
    var filters: [Filter]
    var rows: [Row]
    var hasRows: Bool
    var hasDossiers: Bool
    /// Which dossiers are listed, for the caption.
    var caption: String

    init(_ list: Worklist, shown: Dossier.State?) {
        mine = list.mine.map { dossier, task in
            let paths = CasePaths(dossier.id)
            let (what, href) =
                switch task {
                case .read: ("Lees dit dossier als tweede lezer", paths.reading)
                case .goOn: ("Ga verder met de afweging", paths.weighing)
                case .publish: ("De tweede lezer is akkoord: publiceer", paths.publishing)
                }
            return Mine(
                title: CaseWords.title(dossier.title), href: href, what: what,
                changed: DutchTime.text(dossier.changedAt))
        }
        hasMine = !mine.isEmpty
        seesPlans = list.seesPlans
        canTakeUp = list.canTakeUp
        submitted = list.plans.map { plan in
            Submitted(
                title: CaseWords.title(plan.title), href: CasePaths(plan.id).sheet,
                takeUp: list.canTakeUp ? "/werk/plan/\(plan.id)" : nil, when: DutchTime.text(plan.updatedAt))
        }
        hasSubmitted = !submitted.isEmpty
        let counts = Dictionary(grouping: list.dossiers, by: \.state).mapValues(\.count)
        filters =
            [
                Filter(label: "Alle", count: list.dossiers.count, href: "/werk#dossiers", isCurrent: shown == nil)
            ]
            + Dossier.State.allCases.compactMap { state in
                guard let count = counts[state] else { return nil }
                return Filter(
                    label: CaseWords.state(state), count: count, href: "/werk?stand=\(state.rawValue)#dossiers",
                    isCurrent: shown == state)
            }
        rows = list.dossiers.filter { shown == nil || $0.state == shown }.map { dossier in
            Row(
                title: CaseWords.title(dossier.title), href: CasePaths(dossier.id).weighing,
                state: CaseWords.state(dossier.state), changed: DutchTime.text(DutchTime.day(of: dossier.changedAt)),
                outcome: dossier.number ?? "", isOwnInitiative: dossier.isOwnInitiative)
        }
        hasRows = !rows.isEmpty
        hasDossiers = !list.dossiers.isEmpty
        caption = shown.map { "Dossiers: \($0.words)" } ?? "Alle dossiers"
    }
}
