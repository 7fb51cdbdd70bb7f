public import NormEngine
public import PolicyModel

/// Puts tests into plain words, with the names that a house gives to things.
public struct PlainTests {
    private let index: HouseIndex

    public init(_ index: HouseIndex) { self.index = index }

    public func plain(_ test: Test) -> PlainTest {
        switch test {
        case .all(let tests): joined(.all, tests)
        case .any(let tests): joined(.any, tests)
        case .not(let inner): negated(inner)
        case .anywhere: phrase("overal")
        case .inside, .within, .feature, .attribute, .share, .towards: .phrase(place(test, isNegated: false))
        case .openPlace(let question), .open(let question): asked(question)
        case .property(let property): .phrase(self.property(property))
        case .activity(let activities): .phrase([.init("het gaat om ")] + self.activities(activities))
        case .change(let kinds): phrase("het is een " + kinds.map(Words.noun).joined(separator: " of een "))
        case .phase(let phases): phrase("in de fase van " + phases.map(\.rawValue).joined(separator: " of "))
        case .initiator(let role): phrase("de initiatiefnemer is: \(role)")
        case .functionChange: phrase("de plek krijgt een andere functie")
        case .interestsCollide: phrase("op deze plek botsen belangen")
        case .otherPart(let activities, let phases):
            .phrase(
                [.init("een ander onderdeel van het plan gaat om ")] + self.activities(activities)
                    + (phases.isEmpty
                        ? [] : [.init(" (fase: \(phases.map(\.rawValue).joined(separator: " of ")))")]))
        }
    }

    /// Which activities a scope names; `nil` for any without exceptions.
    public func plain(_ scope: ActivityScope) -> PlainTest? {
        switch scope {
        case .these(let list, let except):
            .phrase(activities(list) + (except.isEmpty ? [] : [.init(", maar niet ")] + activities(except)))
        case .any(let except) where except.isEmpty: nil
        case .any(let except): .phrase([.init("alles, behalve ")] + activities(except))
        }
    }

    /// At which depth something holds.
    public func plain(_ depth: DepthCondition) -> PlainTest {
        if let open = depth.open { return asked(open) }
        let subject = depth.of == .use ? "het gebruik zelf" : "alles waar het doorheen gaat"
        let interval = depth.interval
        let bounds =
            switch (interval.from, interval.to) {
            case (0, nil): "op welke diepte ook"
            case (0, let to?): "ondieper dan \(Numbers.length(to)) onder maaiveld"
            case (let from, nil): "dieper dan \(Numbers.length(from)) onder maaiveld"
            case (let from, let to?):
                "tussen \(Numbers.length(from)) en \(Numbers.length(to)) onder maaiveld"
            }
        return phrase("\(subject) ligt \(depth.relation == .within ? "helemaal" : "voor een deel") \(bounds)")
    }

    private func joined(_ joining: PlainTest.Joining, _ tests: [Test]) -> PlainTest {
        if tests.count == 1 { return plain(tests[0]) }
        return .list(joining, tests.map(plain))
    }

    private func negated(_ test: Test) -> PlainTest {
        switch test {
        case .inside, .within, .feature, .attribute, .share, .towards: .phrase(place(test, isNegated: true))
        case .not(let inner): plain(inner)
        case .any(let tests): .list(.none, tests.map(plain))
        default: .list(.none, [plain(test)])
        }
    }

    private func asked(_ question: OpenQuestion) -> PlainTest {
        .phrase([.init("een mens beantwoordt: "), .init(question.asks, RecordKey(.openQuestion, question.question))])
    }

    private func place(_ test: Test, isNegated: Bool) -> [PlainTest.Run] {
        let out = isNegated
        switch test {
        case .inside(let id): return [.init(out ? "buiten " : "in "), name(id)]
        case .within(let id, let metres):
            return [.init("\(out ? "verder dan" : "hoogstens") \(Numbers.length(metres)) van "), name(id)]
        case .feature(let id, let feature):
            return [.init("\(out ? "buiten" : "in") \(feature) ("), name(id), .init(")")]
        case .attribute(let id, let attribute, .equal, .text(let value)):
            return [.init(out ? "buiten " : "in "), name(id), .init(", \(attribute) \(value)")]
        case .attribute(let id, let attribute, let comparison, let value):
            let words = Words.comparison(comparison, Numbers.value(value))
            return [.init(out ? "buiten " : "in "), name(id), .init(" waar geldt: \(attribute) \(words)")]
        case .share(let id, let comparison, let share):
            let words = Words.comparison(comparison, Numbers.percent(share))
            return [.init("\(out ? "niet: " : "")het deel in "), name(id), .init(" \(words)")]
        case .towards(let settlement, let id, let metres):
            return [
                .init(
                    "\(out ? "niet " : "")aan de kant van \(settlement) die naar "), name(id),
                .init(" ligt, hoogstens \(Numbers.length(metres)) van \(settlement)"),
            ]
        default: return []
        }
    }

    private func property(_ test: PropertyTest) -> [PlainTest.Run] {
        let label = index.properties[test.property]?.label ?? test.property
        func words(_ value: PropertyValue) -> String {
            if case .number(let number) = value, let unit = test.unit {
                return Numbers.value(.quantity(Quantity(value: number, unit: unit)))
            }
            return Numbers.value(value)
        }
        let listed = test.values.map(words)
        let value = test.value.map(words) ?? ""
        let bound = (test.fuzzy ?? 0) > 0 ? "ongeveer \(value)" : value
        let rest =
            test.is == .oneOf
            ? "is \(listed.isEmpty ? bound : listed.joined(separator: " of "))" : Words.comparison(test.is, bound)
        return [.init(label, RecordKey(.property, test.property)), .init(" \(rest)")]
    }

    private func activities(_ ids: [String]) -> [PlainTest.Run] {
        let runs = ids.map { PlainTest.Run(index.activities[$0]?.label ?? $0, RecordKey(.activity, $0)) }
        return Array(runs.map { [$0] }.joined(separator: [.init(", ")]))
    }

    private func name(_ designation: String) -> PlainTest.Run {
        .init(index.designations[designation]?.title ?? designation, RecordKey(.designation, designation))
    }

    private func phrase(_ text: String) -> PlainTest { .phrase([.init(text)]) }
}

extension Words {
    /// A comparison as the end of a sentence about a value.
    public static func comparison(_ comparison: Comparison, _ bound: String) -> String {
        switch comparison {
        case .less: "is minder dan \(bound)"
        case .lessOrEqual: "is hoogstens \(bound)"
        case .equal, .oneOf: "is \(bound)"
        case .notEqual: "is niet \(bound)"
        case .greaterOrEqual: "is minstens \(bound)"
        case .greater: "is meer dan \(bound)"
        }
    }

    /// A kind of change as a noun.
    static func noun(_ change: ChangeKind) -> String {
        switch change {
        case .nieuw: "nieuwe activiteit"
        default: Words.change(change)
        }
    }
}
