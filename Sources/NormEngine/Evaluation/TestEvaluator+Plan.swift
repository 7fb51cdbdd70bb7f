import PolicyModel

/// Tests on what is done, by whom, and on what people know.
extension TestEvaluator {
    func open(_ question: OpenQuestion, step: String) -> TestOutcome {
        let about = "question:" + question.question
        guard let answer = initiative.answers[question.question] else {
            return traced(.unknown(.openQuestion, question.question), step, about)
        }
        return traced(TestOutcome(Truth(answer.value)), step, about, value: .flag(answer.value))
    }

    func property(_ test: PropertyTest, step: String) -> TestOutcome {
        let about = "property:" + test.property
        let missing = TestOutcome.unknown(.missingProperty, test.property)
        guard let declared = part.properties[test.property] else {
            return traced(test.declaredOnly == true ? TestOutcome(.no) : missing, step, about)
        }
        if test.unknownFor.contains(declared) { return traced(missing, step, about, value: declared) }
        let truth: Truth?
        if test.is == .oneOf {
            let truths = test.values.map { compare(declared, .equal, $0, unit: test.unit, fuzzy: 0) }
            truth = truths.contains(.yes) ? .yes : truths.contains(nil) ? nil : Truth.any(truths.compactMap { $0 })
        } else {
            truth = test.value.flatMap { compare(declared, test.is, $0, unit: test.unit, fuzzy: test.fuzzy ?? 0) }
        }
        guard let truth else { return traced(missing, step, about, value: declared) }
        let outcome = truth == .unknown ? missing : TestOutcome(truth)
        if case .quantity(let quantity) = declared {
            return traced(outcome, step, about, value: .number(quantity.value), unit: quantity.unit)
        }
        return traced(outcome, step, about, value: declared)
    }

    /// Compares two values; `nil` when they cannot be compared.
    func compare(
        _ left: PropertyValue, _ comparison: Comparison, _ right: PropertyValue, unit: String?, fuzzy: Double
    ) -> Truth? {
        switch (left, right) {
        case (.quantity(let left), .quantity(let right)):
            return left.converted(to: right.unit).map { comparison.truth($0.value, right.value, fuzzy: fuzzy) }
        case (.quantity(let left), .number(let right)):
            guard let unit else { return nil }
            return left.converted(to: unit).map { comparison.truth($0.value, right, fuzzy: fuzzy) }
        case (.number(let left), .number(let right)):
            // A bare number has no unit to convert from.
            guard unit == nil else { return nil }
            return comparison.truth(left, right, fuzzy: fuzzy)
        case (.text(let left), .text(let right)) where comparison == .equal || comparison == .notEqual:
            return Truth(comparison.holds(left, right))
        case (.flag(let left), .flag(let right)) where comparison == .equal || comparison == .notEqual:
            return Truth((left == right) == (comparison == .equal))
        default: return nil
        }
    }

    func change(_ kinds: [ChangeKind], step: String) -> TestOutcome {
        let value = part.change.map { PropertyValue.text($0.rawValue) }
        let outcome: TestOutcome
        if kinds.contains(where: changes.contains) {
            outcome = TestOutcome(.yes)
        } else if part.change == nil {
            outcome = .unknown(.missingProperty, "change")
        } else if let norm = kinds.compactMap({ undecidedChanges[$0] }).min() {
            outcome = .unknown(.exception, norm)
        } else {
            outcome = TestOutcome(.no)
        }
        return traced(outcome, step, "change", value: value)
    }

    /// A part without a phase is about the whole life up to the end of use; what comes after is not told.
    func phase(_ phases: [Phase], step: String) -> TestOutcome {
        guard let phase = part.phase else {
            let outcome =
                phases.contains(.aanleg) || phases.contains(.gebruik)
                ? TestOutcome(.yes) : TestOutcome.unknown(.missingProperty, "phase")
            return traced(outcome, step, "phase")
        }
        return traced(TestOutcome(Truth(phases.contains(phase))), step, "phase", value: .text(phase.rawValue))
    }

    func initiator(_ role: String, step: String) -> TestOutcome {
        guard let declared = initiative.initiatorRole else {
            return traced(.unknown(.missingProperty, "initiator.role"), step, "initiator")
        }
        return traced(TestOutcome(Truth(declared == role)), step, "initiator", value: .text(declared))
    }

    func otherPart(_ activities: [String], _ phases: [Phase], step: String) -> TestOutcome {
        let outcomes = initiative.parts.filter { $0.id != part.id }.map { other -> TestOutcome in
            guard activities.isEmpty || index.anyOf(other.activities, isWithin: activities) else {
                return TestOutcome(.no)
            }
            guard !phases.isEmpty else { return TestOutcome(.yes) }
            guard let phase = other.phase else { return .unknown(.missingProperty, "phase") }
            return TestOutcome(Truth(phases.contains(phase)))
        }
        return traced(.any(outcomes), step, "other-part:" + activities.joined(separator: ","))
    }

    func depth(_ condition: DepthCondition, step: String) -> TestOutcome {
        if let question = condition.open { return open(question, step: step) }
        let wanted = condition.interval
        let extent = condition.of == .use ? part.use : part.reach
        let about = "depth:" + condition.of.rawValue
        guard let extent else {
            // Holds at every depth, so a depth that is not told harms nothing.
            let always = wanted.from <= 0 && wanted.to == nil
            return traced(always ? TestOutcome(.yes) : .unknown(.missingDepth, condition.of.rawValue), step, about)
        }
        let holds = condition.relation == .overlaps ? extent.overlaps(wanted) : extent.isWithin(wanted)
        let bottom = extent.to.map { shortest($0) } ?? "∞"
        return traced(
            TestOutcome(Truth(holds)), step, about, value: .text("\(shortest(extent.from))-\(bottom)"), unit: "m")
    }

    private func shortest(_ number: Double) -> String {
        number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
    }
}
