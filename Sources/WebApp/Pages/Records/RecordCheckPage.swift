import Assessment
import CanonicalJSON
import Casework
import Hummingbird
import PolicyModel
import Publication
import Store

/// Checks a published weighing before the eyes of whoever asks: is it what was published, does it stand in the chain, and does
/// the report come out the same when it is made again.
struct RecordCheckPage {
    let site: Site

    struct Model {
        struct Step {
            enum Outcome: String { case good, other, bad }
            var outcome: String
            var isGood: Bool
            var isOther: Bool
            var isBad: Bool
            var title: String
            var texts: [String]
            var list: [String]
            var hash: String?

            init(_ outcome: Outcome, _ title: String, _ texts: [String], list: [String] = [], hash: String? = nil) {
                self.outcome = outcome.rawValue
                isGood = outcome == .good
                isOther = outcome == .other
                isBad = outcome == .bad
                self.title = title
                self.texts = texts
                self.list = list
                self.hash = hash
            }
        }

        var number: String
        var title: String
        var href: String
        /// What it comes down to.
        var summary: String
        var steps: [Step]
        var jsonHref: String
    }

    func show(_ request: Request, _ context: KompasRequestContext) async throws -> Response {
        let number = try context.parameters.require("number")
        let entry = try await site.records.entry(number, site)
        let publication = try PublishedJSON(entry.document)
        let check = RecordCheck(
            publication, hash: entry.kept.recordHash, replay: Replay(assessor: site.house.assessor))
        let chain = try await site.records.chain.report(site.store, now: site.now())
        let path = "/afwegingen/\(number)"
        let steps = [
            record(check, entry.kept), self.chain(chain, entry.kept), report(check, publication),
            replay(check, publication),
        ]
        let model = Model(
            number: number, title: entry.document.title, href: path, summary: Self.summary(steps), steps: steps,
            jsonHref: "\(path)/verslag.json")
        return try site.page(
            PageSpec("records/check", title: "Controle van afweging \(number)", model: model)
                .with(styles: ["css/records.css"]), request, context)
    }

    private static func summary(_ steps: [Model.Step]) -> String {
        if steps.contains(where: \.isBad) {
            return "Er klopt iets niet. Neem contact op met de organisatie die dit verslag publiceerde."
        }
        return steps.contains(where: \.isOther)
            ? "Dit is het verslag zoals het is gepubliceerd. Niet alles komt er nu nog hetzelfde uit; hieronder staat waarom."
            : "Dit is het verslag zoals het is gepubliceerd, en het rapport komt er weer precies zo uit."
    }

    private func record(_ check: RecordCheck, _ kept: KeptRecord) -> Model.Step {
        guard check.isRecordWhole, check.changedTexts.isEmpty else {
            return Model.Step(
                .bad, "Het verslag is veranderd",
                ["Wat hier staat, geeft een andere vingerafdruk dan het verslag dat is gepubliceerd."],
                hash: kept.recordHash)
        }
        let erased = check.erasedTexts
        return Model.Step(
            .good, "Het verslag is onveranderd",
            ["Alle gegevens en teksten geven samen de vingerafdruk waarmee het verslag is gepubliceerd."]
                + (erased == 0
                    ? []
                    : [
                        "\(CaseWords.count(erased, "tekst is", "teksten zijn")) later gewist, zoals de wet dat toestaat. Het verslag is ook zonder te controleren."
                    ]),
            hash: kept.recordHash)
    }

    private func chain(_ chain: ChainReport, _ kept: KeptRecord) -> Model.Step {
        guard chain.isWhole else {
            return Model.Step(
                .bad, "De keten van gebeurtenissen klopt niet",
                ["In de keten waarin elke stap van elke afweging staat, is iets veranderd."])
        }
        let place = kept.record.stamp?.anchor.sequence ?? 0
        return Model.Step(
            .good, "Het verslag staat in de keten",
            [
                "Elke stap van elke afweging staat in één keten. Wie een stap verandert, breekt de keten. De publicatie is stap \(place + 1) van \(chain.events), en de keten is heel."
            ], hash: chain.head.description)
    }

    private func report(_ check: RecordCheck, _ publication: PublishedJSON) -> Model.Step {
        guard publication.report != nil else {
            return Model.Step(
                .other, "De bijlage is gewist",
                ["De bijlage is later gewist, zoals de wet dat toestaat. Het verslag zelf is er nog."])
        }
        guard check.isReportWhole else {
            return Model.Step(
                .bad, "De bijlage hoort niet bij dit verslag",
                ["De bijlage geeft een andere vingerafdruk dan die in het verslag staat."],
                hash: publication.record.reportHash)
        }
        return Model.Step(
            .good, "De bijlage hoort bij dit verslag", ["De bijlage geeft de vingerafdruk die in het verslag staat."],
            hash: publication.record.reportHash)
    }

    private func replay(_ check: RecordCheck, _ publication: PublishedJSON) -> Model.Step {
        let title = "Opnieuw gemaakt"
        switch check.replay {
        case .outcome(.identical):
            return Model.Step(
                .good, "\(title): precies hetzelfde",
                [
                    "Kompas heeft het rapport net opnieuw gemaakt, met dezelfde vraag. Het komt er tot op de letter hetzelfde uit."
                ]
            )
        case .outcome(.identicalUnderOtherEngine):
            return Model.Step(
                .good, "\(title): hetzelfde, met een andere versie van Kompas",
                [
                    "Het rapport komt er hetzelfde uit. Alleen de versie van Kompas of van de rekenbibliotheken is anders dan toen."
                ])
        case .outcome(.differs(let pointers)):
            return Model.Step(
                .other, "\(title): niet meer hetzelfde",
                [
                    "Het rapport komt er nu anders uit, omdat beleid of kaarten sinds de afweging zijn veranderd. Het verslag blijft wat het was."
                ], list: DifferenceWords(report: publication.report ?? .null).sentences(for: pointers))
        case .refused(let why):
            return Model.Step(.other, "\(title): dat kan niet meer", ["Het rapport is niet opnieuw te maken: \(why)."])
        }
    }
}
