import MapLayers
import Assessment
import CanonicalJSON
import Geometry
import NormEngine
import PolicyModel
import Reporting

/// Makes the page about a place from the answer.
struct PlekPage {
    let site: Site
    let place: AskedPlace
    let answer: PlaceAnswer
    private var glosser: TermGlosser

    /// Unknown things that are named in the short answer.
    private static let fewUnknown = 5
    /// Layers on the map of the page.
    private static let fewLayers = 3

    init(site: Site, place: AskedPlace, answer: PlaceAnswer) {
        self.site = site
        self.place = place
        self.answer = answer
        glosser = TermGlosser(site.house.house.terms)
    }

    mutating func model() throws -> PlekModel {
        let short = answer.short.map { part($0.question, $0.statements, $0.count) }
        let here = answer.here.map { lies($0) }
        let nearby = answer.nearby.map { lies($0) }
        let topics = answer.topics.enumerated().map { topic($0.element, $0.offset + 1) }
        let address = "/plek?" + place.address.query
        let column = SoilColumn(answer.ground) { band in
            band.norms.first.map(PolicyAddress.norm) ?? band.designation.map(PolicyAddress.designation)
        }
        return PlekModel(
            symbols: Mark.symbols.markup, title: place.title, kind: place.kind, banner: banner, intro: intro,
            short: short,
            unknown: answer.unknown.prefix(Self.fewUnknown).map { "\($0.title): \($0.why)." }, unknownMore: unknownMore,
            here: here, nearby: nearby, topics: topics, ground: column.figure.markup,
            hasGround: !answer.ground.isEmpty,
            words: glosser.foundTerms.map {
                PlekModel.Word(label: $0.label, definition: $0.definition, href: PolicyAddress.term($0.id))
            }, notConsulted: answer.notConsulted, warnings: answer.warnings, address: address, view: view,
            layers: layers.joined(separator: " "), plan: try place.shape.geoJSON(in: .rd, decimals: 1).compact(),
            planHref: "/toets/nieuw?" + place.address.query,
            mapHref: "/kaart?plek=\(Int(place.middle.x)),\(Int(place.middle.y))", day: DutchTime.text(answer.asOf))
    }

    // MARK: - Around the answer

    private var banner: String? {
        guard answer.isRough || place.isSquare else { return nil }
        let area =
            place.isSquare
            ? "Daarom gaat dit antwoord over een vierkant van 1 bij 1 kilometer rond uw plek. Het zegt niets over één perceel."
            : "Daarom gaat dit antwoord over het hele gebied. Het zegt niets over één perceel."
        return
            "De kaarten hierachter zijn globaal: hun lijnen kunnen honderden meters naast de echte lijn liggen. \(area)"
    }

    private var intro: String {
        let counted = answer.short.map(\.count).reduce(0, +)
        if counted == 0 {
            return "Over deze plek zelf staat niets zekers in Kompas. Dat is geen toestemming."
        }
        return counted == 1
            ? "In Kompas staat 1 uitspraak over deze plek."
            : "In Kompas staan \(counted) uitspraken over deze plek. De eerste staan hieronder."
    }

    private var unknownMore: String? {
        let count = answer.unknown.count - Self.fewUnknown
        return count > 0 ? "En van nog \(count) dingen is niet bekend of ze hier liggen." : nil
    }

    private var view: String {
        let box = place.shape.boundingBox
        let side = max(box.width, box.height, 2_000) * 1.8
        var zoom = 5
        while zoom < 10, 640 * RDTileGrid.metresPerPixel(level: zoom + 1) > side { zoom += 1 }
        return "\(Int(place.middle.x)) \(Int(place.middle.y)) \(zoom)"
    }

    /// Layers with a line in the view: what covers all of it would only make the map dark.
    private var layers: [String] {
        let here = Set((answer.here + answer.nearby).map(\.designation))
        let box = place.shape.boundingBox
        let view = box.grown(by: max(box.width, box.height, 2_000) / 2)
        return site.house.catalogue.items.filter { item in
            guard here.contains(item.designation), item.failure == nil, let frame = try? Shape.rectangle(view),
                let drawn = try? site.house.layers.drawing(of: item.id, in: view, toleranceMetres: 5)
            else { return false }
            let isTown = site.house.index.designations[item.designation]?.kind != .policy
            let covered = drawn.contains { drawn in
                drawn.shape.kind.dimension == 2
                    && ((try? drawn.shape.sharedAreaSquareMetres(with: frame)) ?? 0) > 0.8 * view.areaSquareMetres
            }
            return !isTown && !covered && item.widthMetres <= Self.widestLine
        }.prefix(Self.fewLayers).map(\.id)
    }

    /// A line that may be off by more than the view is wide says nothing on it, in metres.
    private static let widestLine = 1_000.0

    // MARK: - Sentences

    private mutating func part(
        _ question: PlaceAnswer.Question, _ statements: [PlaceAnswer.Statement], _ count: Int
    ) -> PlekModel.Part {
        let more = count - statements.count
        return PlekModel.Part(
            id: question.rawValue, title: question.title, sentences: statements.map { sentence($0) },
            more: more > 0 ? "En nog \(more), hieronder per onderwerp." : nil,
            empty: statements.isEmpty ? nothing(question) : nil)
    }

    private func nothing(_ question: PlaceAnswer.Question) -> String {
        let isOpen = answer.topics.contains { !$0.uncertain.isEmpty }
        let perhaps = isOpen ? " Wat misschien geldt, staat hieronder per onderwerp." : ""
        switch question {
        case .protected: return "Er is hier geen bescherming die zeker is." + perhaps
        case .asked: return "Er wordt hier niets bijzonders gevraagd dat zeker is." + perhaps
        case .planned: return "Er zijn hier geen plannen die zeker zijn." + perhaps
        case .promised: return "Over deze plek zelf is er geen afspraak bekend."
        case .unknown: return ""
        }
    }

    private mutating func topic(_ topic: PlaceAnswer.Topic, _ number: Int) -> PlekModel.Topic {
        let count = topic.uncertain.count
        let certain = topic.statements.count
        return PlekModel.Topic(
            id: "onderwerp-\(number)", title: topic.title,
            count: certain == 0 ? "niet zeker" : certain == 1 ? "1 uitspraak" : "\(certain) uitspraken",
            sentences: topic.statements.map { sentence($0) },
            uncertain: topic.uncertain.map { sentence($0) },
            uncertainTitle: count == 1
                ? "1 uitspraak waarvan niet zeker is of deze plek erbij hoort"
                : "\(count) uitspraken waarvan niet zeker is of deze plek erbij hoort")
    }

    private mutating func sentence(_ statement: PlaceAnswer.Statement) -> PlekModel.Sentence {
        let (href, key): (String, String) =
            switch statement.record {
            case .norm(let id): (PolicyAddress.norm(id), "norm:" + id)
            case .designation(let id): (PolicyAddress.designation(id), "aanduiding:" + id)
            case .agreement(let id): (PolicyAddress.agreement(id), "afspraak:" + id)
            }
        return PlekModel.Sentence(
            mark: statement.mark.rawValue, label: statement.label, runs: runs(statement.text),
            about: Self.about(statement.about), isUncertain: !statement.isCertain,
            source: statement.source.map {
                PlekModel.Source(text: "\($0.title), \(SectionName.of($0.path))", status: statement.status, href: href)
            }, report: report(key))
    }

    /// At most three things, and how many more.
    private static func about(_ activities: [String]) -> String? {
        guard !activities.isEmpty else { return nil }
        let named = activities.prefix(3).map { $0.prefix(1).lowercased() + $0.dropFirst() }.joined(separator: "; ")
        return activities.count > 3 ? "\(named); en nog \(activities.count - 3)" : named
    }

    private mutating func lies(_ lies: PlaceAnswer.Lies) -> PlekModel.Lies {
        PlekModel.Lies(
            title: lies.title, href: PolicyAddress.designation(lies.designation),
            names: lies.names.isEmpty ? nil : lies.names.joined(separator: ", "), runs: runs(lies.summary ?? ""),
            remark: LiesWords.remark(lies),
            source: lies.source.map {
                PlekModel.Source(
                    text: "\($0.title), \(SectionName.of($0.path))", status: nil,
                    href: PolicyAddress.designation(lies.designation))
            }, report: report("aanduiding:" + lies.designation))
    }

    private mutating func runs(_ text: String) -> [PlekModel.Run] {
        glosser.gloss(text).map { PlekModel.Run(text: $0.text, term: $0.term.map(PolicyAddress.term)) }
    }

    private func report(_ key: String) -> String {
        "/plek/klopt-niet?\(place.address.query)&zin=" + PlaceAddress.encoded(key)
    }
}
