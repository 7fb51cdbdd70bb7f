public import PolicyModel

/// Why something could not be decided.
public struct Unknown: Sendable, Hashable, Comparable {
    public enum Cause: String, Sendable, Hashable, CaseIterable {
        case near, noData, noLayer, failed, missingProperty, missingDepth, openQuestion, exception, statusUncertain
    }
    public var cause: Cause
    /// Designation, property, question, norm or document.
    public var ref: String

    public init(cause: Cause, ref: String) {
        self.cause = cause
        self.ref = ref
    }

    public static func < (left: Unknown, right: Unknown) -> Bool {
        (left.cause.rawValue, left.ref) < (right.cause.rawValue, right.ref)
    }
}

/// One step on the way to a finding, with ids and units.
public struct TraceStep: Sendable, Hashable {
    /// Which part of the norm was looked at: validity, activity, change, phase, depth, where, when, exception.
    public var step: String
    /// What it was about, as `kind:id`.
    public var about: String
    public var result: Truth
    public var value: PropertyValue?
    public var unit: String?

    public init(step: String, about: String, result: Truth, value: PropertyValue? = nil, unit: String? = nil) {
        self.step = step
        self.about = about
        self.result = result
        self.value = value
        self.unit = unit
    }
}

/// The answer to a test: its truth, what was missing, and whether a line that is only indicative decided it.
public struct TestOutcome: Sendable, Hashable {
    public var truth: Truth
    /// Only unknowns that could change the truth.
    public var missing: [Unknown]
    public var certain: Bool
    /// Designations whose indicative line made the outcome uncertain.
    public var uncertainDesignations: [String]
    public var trace: [TraceStep]

    init(
        _ truth: Truth, missing: [Unknown] = [], certain: Bool = true, uncertainDesignations: [String] = [],
        trace: [TraceStep] = []
    ) {
        self.truth = truth
        self.missing = missing
        self.certain = certain
        self.uncertainDesignations = uncertainDesignations
        self.trace = trace
    }

    static func unknown(_ cause: Unknown.Cause, _ ref: String) -> TestOutcome {
        TestOutcome(.unknown, missing: [Unknown(cause: cause, ref: ref)])
    }

    /// The conjunction: minimum of truth. Only the parts that decide it are kept as missing or uncertain.
    static func all(_ outcomes: [TestOutcome]) -> TestOutcome {
        combine(outcomes, truth: Truth.all(outcomes.map(\.truth)), decisive: .yes)
    }

    /// The disjunction: maximum of truth.
    static func any(_ outcomes: [TestOutcome]) -> TestOutcome {
        combine(outcomes, truth: Truth.any(outcomes.map(\.truth)), decisive: .no)
    }

    /// `decisive` is the truth for which every part counts: `yes` for a conjunction, `no` for a disjunction.
    private static func combine(_ outcomes: [TestOutcome], truth: Truth, decisive: Truth) -> TestOutcome {
        let deciding = outcomes.filter { $0.truth == truth }
        let certain =
            truth == decisive || truth == .unknown
            ? deciding.allSatisfy(\.certain) : deciding.contains(where: \.certain)
        return TestOutcome(
            truth, missing: truth == .unknown ? deciding.flatMap(\.missing) : [], certain: certain,
            uncertainDesignations: certain ? [] : deciding.flatMap(\.uncertainDesignations),
            trace: outcomes.flatMap(\.trace))
    }

    static prefix func ! (outcome: TestOutcome) -> TestOutcome {
        var result = outcome
        result.truth = !outcome.truth
        return result
    }
}
