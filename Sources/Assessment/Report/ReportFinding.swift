public import CanonicalJSON
public import NormEngine
public import PolicyModel

/// A source as people see it: enough to find the passage, and whether a machine has found it.
public struct ReportSource: Sendable, Hashable {
    public var document: String
    public var title: String
    public var path: [String]
    public var label: String?
    public var unit: String
    public var starts: String
    public var verified: Bool

    var json: JSONValue {
        [
            "document": .string(document), "title": .string(title), "path": .strings(path), "label": .optional(label),
            "unit": .string(unit), "starts": .string(starts), "verified": .bool(verified),
        ]
    }
}

/// A question to people.
public struct ReportQuestion: Sendable, Hashable {
    public var id: String
    public var question: String
    public var asks: String
    var json: JSONValue { ["id": .string(id), "question": .string(question), "asks": .string(asks)] }
}

/// A norm that applies, or of which it cannot be decided whether it does.
public struct ReportFinding: Sendable, Hashable {
    public enum State: String, Sendable, Hashable { case applies, undecided }

    public var id: String
    public var norm: String
    public var parts: [String]
    public var title: String
    public var summary: String
    public var state: State
    public var undecidedBecause: [Unknown]
    public var effect: Effect
    public var label: String
    public var force: BindingForce
    /// A word of ``DocumentStatus``, or `unknown`.
    public var documentStatus: String
    public var bearer: String?
    public var binds: String?
    public var competentAuthority: String?
    public var conditionsState: ConditionsState
    public var conditions: [Condition]
    public var because: [TraceStep]
    public var missing: [String]
    public var warnings: [String]
    public var frames: [Cell]
    public var source: ReportSource
    public var sources: [ReportSource]
    public var certain: Bool
    public var contested: Bool
    /// The norm is about any activity, anywhere.
    public var isGeneral: Bool

    public struct Condition: Sendable, Hashable {
        public var id: String
        public var text: String
        public var kind: NormCondition.Kind
        public var state: ConditionResult.State
        public var question: ReportQuestion?
        public var basis: ConditionResult.Basis?

        var json: JSONValue {
            [
                "id": .string(id), "text": .string(text), "kind": .string(kind.rawValue),
                "state": .string(state.rawValue),
                "question": question?.json ?? .null, "basis": .optional(basis?.rawValue),
            ]
        }
    }

    public struct Cell: Sendable, Hashable, Comparable {
        public var frame: String
        public var principle: String
        public var question: String

        public static func < (left: Cell, right: Cell) -> Bool {
            (left.frame, left.principle, left.question) < (right.frame, right.principle, right.question)
        }

        var json: JSONValue {
            ["frame": .string(frame), "principle": .string(principle), "question": .string(question)]
        }
    }

    var json: JSONValue {
        [
            "id": .string(id), "norm": .string(norm), "parts": .strings(parts), "title": .string(title),
            "summary": .string(summary), "state": .string(state.rawValue),
            "undecidedBecause": .array(
                undecidedBecause.map { ["cause": .string($0.cause.rawValue), "ref": .string($0.ref)] }),
            "effect": .string(effect.rawValue), "label": .string(label), "force": .string(force.rawValue),
            "documentStatus": .string(documentStatus), "bearer": .optional(bearer), "binds": .optional(binds),
            "competentAuthority": .optional(competentAuthority), "conditionsState": .string(conditionsState.rawValue),
            "conditions": .array(conditions.map(\.json)), "because": .array(because.map(\.json)),
            "missing": .strings(missing), "warnings": .strings(warnings), "frames": .array(frames.map(\.json)),
            "source": source.json, "sources": .array(sources.map(\.json)), "certain": .bool(certain),
            "contested": .bool(contested), "general": .bool(isGeneral),
        ]
    }
}

extension TraceStep {
    var json: JSONValue {
        let shown: JSONValue
        if case .number(let number)? = value {
            shown = .number(Rounding.measured(number, unit: unit))
        } else {
            shown = JSONValue(value)
        }
        return [
            "step": .string(step), "about": .string(about), "result": .string(result.word), "value": shown,
            "unit": .optional(unit),
        ]
    }
}

/// A norm about the activity that does not apply.
public struct NotAppliedSummary: Sendable, Hashable {
    public var norm: String
    public var because: NotApplied.Because
    public var detail: String?

    var json: JSONValue {
        ["norm": .string(norm), "because": .string(because.rawValue), "detail": .optional(detail)]
    }
}
