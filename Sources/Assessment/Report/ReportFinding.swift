import CanonicalJSON
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
            "document": .string(document), "label": .optional(label), "path": .strings(path), "starts": .string(starts),
            "title": .string(title), "unit": .string(unit), "verified": .bool(verified),
        ]
    }
}

/// A question to people.
public struct ReportQuestion: Sendable, Hashable {
    public var id: String
    public var question: String
    public var asks: String
    var json: JSONValue { ["asks": .string(asks), "id": .string(id), "question": .string(question)] }
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
                "basis": .optional(basis?.rawValue), "id": .string(id), "kind": .string(kind.rawValue),
                "question": question?.json ?? .null, "state": .string(state.rawValue), "text": .string(text),
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
            "bearer": .optional(bearer), "because": .array(because.map(\.json)), "binds": .optional(binds),
            "certain": .bool(certain), "competentAuthority": .optional(competentAuthority),
            "conditions": .array(conditions.map(\.json)), "conditionsState": .string(conditionsState.rawValue),
            "contested": .bool(contested), "documentStatus": .string(documentStatus),
            "effect": .string(effect.rawValue), "force": .string(force.rawValue), "frames": .array(frames.map(\.json)),
            "general": .bool(isGeneral), "id": .string(id), "label": .string(label), "missing": .strings(missing),
            "norm": .string(norm), "parts": .strings(parts), "source": source.json,
            "sources": .array(sources.map(\.json)), "state": .string(state.rawValue), "summary": .string(summary),
            "title": .string(title),
            "undecidedBecause": .array(
                undecidedBecause.map { ["cause": .string($0.cause.rawValue), "ref": .string($0.ref)] }),
            "warnings": .strings(warnings),
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
            "about": .string(about), "result": .string(result.word), "step": .string(step), "unit": .optional(unit),
            "value": shown,
        ]
    }
}

/// A norm about the activity that does not apply.
public struct NotAppliedSummary: Sendable, Hashable {
    public var norm: String
    public var because: NotApplied.Because
    public var detail: String?

    var json: JSONValue {
        ["because": .string(because.rawValue), "detail": .optional(detail), "norm": .string(norm)]
    }
}
