public import NormEngine
public import PolicyModel

/// A name and a value, for people.
public struct RecordFact: Sendable, Hashable {
    public var name: String
    public var value: String

    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}

/// What there is to say about a record beside its title, summary, sources and links, as on a day.
public struct HouseFacts {
    let index: HouseIndex
    let day: PolicyDate

    public init(index: HouseIndex, on day: PolicyDate) {
        self.index = index
        self.day = day
    }

    /// In the order of reading; without what a record names, which its links tell.
    public func facts(of record: HouseRecord) -> [RecordFact] {
        switch record.value {
        case .norm(let norm): facts(of: norm)
        case .document(let document): facts(of: document)
        case .designation(let designation): facts(of: designation)
        case .layer(let layer): facts(of: layer)
        case .activity(let activity): facts(of: activity)
        case .property(let property): facts(of: property)
        case .goal(let goal): list(("niveau", Words.level(goal.level)))
        case .role(let role): list(("instrumenten", joined(role.instruments)), ("lezing", role.interpretation))
        case .agreement(let agreement): facts(of: agreement)
        case .contribution(let contribution): facts(of: contribution)
        case .inconsistency(let inconsistency):
            list(("wat verschilt", inconsistency.kind.map(Words.inconsistency)))
        case .signpost(let signpost):
            list(("staat in", index.documentTitles[signpost.document]), ("onderdeel", signpost.chapter))
        case .figure(let figure):
            list(
                ("waarde", Numbers.value(figure.value)), ("stand", figure.asOf),
                ("soort", figure.nature.map(Words.nature)))
        case .issue(let issue): facts(of: issue)
        case .programme(let programme):
            list(("periode", programme.period), ("door", joined(programme.parties)))
        case .indicator(let indicator): list(("thema", indicator.theme), ("eenheid", indicator.unit))
        case .cycleMoment(let moment): facts(of: moment)
        case .function, .term, .frame, .useRanking, .placeLadder, .instrument, .openQuestion, .part: []
        }
    }

    /// What a norm does, in the words of the house.
    public func label(of norm: Norm) -> String {
        let status = index.status(ofDocument: norm.source.document, on: day)
        return index.label(effect: norm.effect, force: index.force(of: norm, status: status), status: status)
    }

    private func facts(of norm: Norm) -> [RecordFact] {
        let document = index.documents[norm.source.document]
        let status = document?.status(on: day)
        let force = index.force(of: norm, status: status)
        return list(
            ("binding", Words.force(force, binds: norm.binds ?? document?.binds)),
            ("status", status.map { Words.status($0.rawValue) } ?? "niet bekend"),
            ("aan zet", norm.bearer), ("bevoegd gezag", norm.competentAuthority),
            ("soort verandering", joined(norm.change.map(Words.change))), ("fase", joined(norm.phase.map(\.rawValue))),
            ("geldig", norm.valid.flatMap(Words.validity)),
            ("wordt beoordeeld als", norm.assessAs.map(Words.change)), ("onderdeel", norm.target?.chapter))
    }

    private func facts(of document: PolicyDocument) -> [RecordFact] {
        list(
            ("soort", document.kind), ("vastgesteld door", document.adoptedBy ?? "niet bekend"),
            ("geladen", document.loaded ? "ja" : "nee"),
            ("binding", Words.force(document.forceWhenAdopted, binds: document.binds)),
            ("status", document.status(on: day).map { Words.status($0.rawValue) } ?? "niet bekend"),
            ("status nagegaan op", document.statusCheckedOn?.description ?? "niet bekend"))
    }

    private func facts(of designation: Designation) -> [RecordFact] {
        list(("soort", designation.kind == .policy ? nil : Words.designation(designation.kind)))
    }

    private func facts(of layer: LayerBinding) -> [RecordFact] {
        list(
            ("grondslag", Words.basis(layer.basis.rawValue)), ("licentie", layer.licence), ("herkomst", layer.origin),
            ("precisie", Words.precision(layer.precision)), ("stand", layer.asOf?.description ?? "niet bekend"))
    }

    private func facts(of activity: Activity) -> [RecordFact] {
        list(("ook wel", joined(activity.synonyms)))
    }

    private func facts(of property: PropertyDefinition) -> [RecordFact] {
        list(("eenheid", property.unit.map(Numbers.unit)), ("waarden", joined(property.values)))
    }

    private func facts(of agreement: Agreement) -> [RecordFact] {
        list(
            ("soort", Words.agreement(agreement.kind)), ("staat", Words.agreement(agreement.state)),
            ("wie doet iets", Words.reciprocity(agreement.reciprocity)), ("waar besproken", agreement.forum),
            ("datum", agreement.date.map(Words.day)), ("termijn", agreement.deadline.map(Words.moment)),
            ("geldig", agreement.valid.flatMap(Words.validity)))
    }

    private func facts(of contribution: Contribution) -> [RecordFact] {
        list(
            ("thema", contribution.theme), ("gericht aan", contribution.addressee),
            ("antwoord", contribution.account.map { Words.answer($0.answer) }))
    }

    private func facts(of issue: Issue) -> [RecordFact] {
        list(
            ("thema", issue.theme), ("portefeuilles", joined(issue.portfolios)),
            ("duurzaamheidsdoelen", joined(issue.sustainableDevelopmentGoals.map(String.init))))
    }

    private func facts(of moment: CycleMoment) -> [RecordFact] {
        list(
            ("soort", Words.moment(moment.kind)),
            ("reeks", moment.series.map { $0 + (moment.position.map { ", stap \($0)" } ?? "") }),
            ("wanneer", moment.moment.map(Words.moment)), ("aanleiding", moment.setOffBy))
    }

    private func list(_ facts: (String, String?)...) -> [RecordFact] {
        facts.compactMap { name, value in value.map { RecordFact(name: name, value: $0) } }
    }

    private func joined(_ texts: [String]) -> String? { texts.isEmpty ? nil : texts.joined(separator: ", ") }
}
