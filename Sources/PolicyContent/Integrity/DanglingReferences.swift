internal import PolicyModel

/// What a record refers to exists.
struct DanglingReferences: IntegrityCheck {
    static func check(_ content: IndexedContent, _ report: inout IntegrityReport) {
        var walk = ReferenceWalk()
        walk.visit(content)
        for reference in walk.found {
            let known = content.content.ids[reference.kind, default: []]
            guard !known.contains(reference.id) else { continue }
            report.error(
                "there is no \(reference.kind.singular) `\(reference.id)`", at: reference.place,
                help: NearMiss.help(reference.id, among: known))
        }
    }
}

/// Finds every reference from one record to another.
private struct ReferenceWalk {
    var found: [(id: String, kind: ContentKind, place: ContentPlace)] = []

    mutating func visit(_ content: IndexedContent) {
        for (source, place) in content.sources { add(source.document, .documents, place.at("document")) }
        for (scope, place) in content.scopes {
            switch scope {
            case .these(let ids, let except):
                add(ids, .activities, except.isEmpty ? place : place.at("these"))
                add(except, .activities, place.at("except"))
            case .any(let except): add(except, .activities, place.at("except"))
            }
        }
        for (test, place) in content.tests { visit(test, place) }
        visitHouse(content)
        visitRules(content.house)
        visitVocabulary(content.house)
        visitOrders(content.house)
        visitRest(content.house)
        visitCycle(content.house)
    }

    private mutating func add(_ id: String?, _ kind: ContentKind, _ place: ContentPlace) {
        if let id { found.append((id, kind, place)) }
    }

    private mutating func add(_ ids: [String], _ kind: ContentKind, _ place: ContentPlace) {
        for (index, id) in ids.enumerated() { add(id, kind, place.at(.index(index))) }
    }

    private mutating func visit(_ test: Test, _ place: ContentPlace) {
        switch test {
        case .inside(let designation): add(designation, .designations, place.at("in"))
        case .within(let designation, _): add(designation, .designations, place.at("within", "designation"))
        case .feature(let designation, _): add(designation, .designations, place.at("feature", "designation"))
        case .attribute(let designation, _, _, _):
            add(designation, .designations, place.at("attribute", "designation"))
        case .share(let designation, _, _): add(designation, .designations, place.at("share", "designation"))
        case .towards(_, let designation, _): add(designation, .designations, place.at("towards", "designation"))
        case .property(let test): add(test.property, .properties, place.at("property"))
        case .activity(let activities): add(activities, .activities, place.at("activity"))
        case .otherPart(let activities, _): add(activities, .activities, place.at("other-part", "activities"))
        case .all, .any, .not, .anywhere, .openPlace, .change, .phase, .initiator, .functionChange, .interestsCollide,
            .open:
            break
        }
    }

    private mutating func visitHouse(_ content: IndexedContent) {
        guard content.content.entries[.house] != nil else { return }
        let place = ContentPlace(kind: .house, index: 0)
        add(content.house.outline, .designations, place.at("outline"))
        add(content.house.neighbours, .designations, place.at("neighbours"))
    }

    private mutating func visitRules(_ house: PolicyHouse) {
        for (index, document) in house.documents.enumerated() {
            for (number, relation) in document.relations.enumerated() {
                let place = ContentPlace(kind: .documents, index: index).at("relations", item: number)
                add(relation.document, .documents, place.at("document"))
            }
        }
        for (index, norm) in house.norms.enumerated() {
            let place = ContentPlace(kind: .norms, index: index)
            add(norm.advances, .goals, place.at("advances"))
            add(norm.yieldsTo, .norms, place.at("yields-to"))
            add(norm.target?.document, .documents, place.at("target", "document"))
            for frame in norm.frames.keys.sorted() { add(frame, .frames, place.at("frames", .key(frame))) }
        }
    }

    private mutating func visitVocabulary(_ house: PolicyHouse) {
        for (index, activity) in house.activities.enumerated() {
            let place = ContentPlace(kind: .activities, index: index)
            add(activity.broader, .activities, place.at("broader"))
            add(activity.properties, .properties, place.at("properties"))
            add(activity.resultsIn, .functions, place.at("resultsIn"))
        }
        for (index, designation) in house.designations.enumerated() {
            let place = ContentPlace(kind: .designations, index: index)
            add(designation.primaryFunction, .functions, place.at("primaryFunction"))
        }
        for (index, layer) in house.layers.enumerated() {
            add(layer.designation, .designations, ContentPlace(kind: .layers, index: index).at("designation"))
        }
        for (index, goal) in house.goals.enumerated() {
            add(goal.partOf, .goals, ContentPlace(kind: .goals, index: index).at("partOf"))
        }
    }

    private mutating func visitOrders(_ house: PolicyHouse) {
        for (index, ranking) in house.useRankings.enumerated() {
            for (number, edge) in ranking.edges.enumerated() {
                let place = ContentPlace(kind: .useRankings, index: index).at("edges", item: number)
                add(edge.prefer, .activities, place.at("prefer"))
                add(edge.over, .activities, place.at("over"))
                add(edge.except, .activities, place.at("except"))
                add(edge.designation, .designations, place.at("designation"))
            }
        }
        for (index, ladder) in house.placeLadders.enumerated() {
            add(ladder.activities, .activities, ContentPlace(kind: .placeLadders, index: index).at("activities"))
        }
    }

    private mutating func visitRest(_ house: PolicyHouse) {
        for (index, agreement) in house.agreements.enumerated() {
            let place = ContentPlace(kind: .agreements, index: index)
            add(agreement.goals, .goals, place.at("goals"))
            add(agreement.norms, .norms, place.at("norms"))
        }
        for (index, contribution) in house.contributions.enumerated() {
            let place = ContentPlace(kind: .contributions, index: index)
            add(contribution.goals, .goals, place.at("goals"))
            add(contribution.norms, .norms, place.at("norms"))
            add(contribution.designations, .designations, place.at("designations"))
            add(contribution.agreements, .agreements, place.at("agreements"))
        }
        for (index, inconsistency) in house.inconsistencies.enumerated() {
            add(inconsistency.norms, .norms, ContentPlace(kind: .inconsistencies, index: index).at("norms"))
        }
        for (index, signpost) in house.signposts.enumerated() {
            add(signpost.document, .documents, ContentPlace(kind: .signposts, index: index).at("document"))
        }
    }

    private mutating func visitCycle(_ house: PolicyHouse) {
        for (index, issue) in house.issues.enumerated() {
            add(issue.goals, .goals, ContentPlace(kind: .issues, index: index).at("goals"))
        }
        for (index, programme) in house.programmes.enumerated() {
            let place = ContentPlace(kind: .programmes, index: index)
            add(programme.goals, .goals, place.at("goals"))
            add(programme.figures, .figures, place.at("figures"))
            add(programme.designations, .designations, place.at("designations"))
        }
        for (index, instrument) in house.instruments.enumerated() {
            add(instrument.roles, .roles, ContentPlace(kind: .instruments, index: index).at("roles"))
        }
        for (index, indicator) in house.indicators.enumerated() {
            add(indicator.goals, .goals, ContentPlace(kind: .indicators, index: index).at("goals"))
        }
        for (index, moment) in house.cycle.enumerated() {
            add(moment.goals, .goals, ContentPlace(kind: .cycle, index: index).at("goals"))
        }
    }
}
