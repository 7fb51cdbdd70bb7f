import CanonicalJSON
public import NormEngine
public import PolicyModel

/// Two things that pull against each other. Shown, never resolved silently.
public struct Tension: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable { case norms, principles, function, ranking, document }
    public enum Hint: String, Sendable, Hashable {
        case later
        case moreSpecific = "more-specific"
        case higherAuthority = "higher-authority"
        case undecided
    }
    public var id: String
    public var kind: Kind
    public var between: [String]
    public var about: String
    public var hints: [String]
    public var resolvedBy: String?

    var json: JSONValue {
        [
            "about": .string(about), "between": .strings(between), "hints": .strings(hints), "id": .string(id),
            "kind": .string(kind.rawValue), "resolvedBy": .optional(resolvedBy),
        ]
    }
}

/// Whether a moment has come at which the frame must or may be used.
public struct TriggerResult: Sendable, Hashable {
    public enum State: String, Sendable, Hashable { case yes, no, undecided }
    public var id: String
    public var title: String
    public var state: State
    public var obligatory: Bool
    /// The document that says so is a draft.
    public var onceAdopted: Bool
    public var because: [String]
    /// Questions whose answers decide it.
    public var open: [ReportQuestion]
    public var source: ReportSource?

    var json: JSONValue {
        [
            "because": .strings(because), "id": .string(id), "obligatory": .bool(obligatory),
            "onceAdopted": .bool(onceAdopted), "open": .array(open.map(\.json)), "source": source?.json ?? .null,
            "state": .string(state.rawValue), "title": .string(title),
        ]
    }
}

/// A frame of judgement filled with what the machine found. The judging is left to people.
public struct FrameSheet: Sendable, Hashable {
    public enum State: String, Sendable, Hashable {
        case notExamined = "not-examined"
        case noFinding = "no-finding"
        case hasFindings = "has-findings"
        case open
    }

    public var frame: String
    public var title: String
    public var interpretation: String?
    public var cells: [Cell]

    public struct Cell: Sendable, Hashable {
        public var principle: String
        public var principleTitle: String
        public var group: String?
        public var groupTitle: String?
        public var question: String
        public var text: String
        public var state: State
        public var findings: [String]
        public var open: [ReportQuestion]
        /// Why it cannot be said whether the principle of this cell is about this place; empty when it is.
        public var undecidedBecause: [Unknown]
        /// What the frame's own text says here.
        public var statements: [Statement]

        var json: JSONValue {
            [
                "arguments": [], "findings": .strings(findings), "group": .optional(group),
                "groupTitle": .optional(groupTitle), "open": .array(open.map(\.json)), "principle": .string(principle),
                "principleTitle": .string(principleTitle), "question": .string(question),
                "state": .string(state.rawValue), "statements": .array(statements.map(\.json)), "text": .string(text),
                "undecidedBecause": .array(
                    undecidedBecause.map { ["cause": .string($0.cause.rawValue), "ref": .string($0.ref)] }),
            ]
        }
    }

    /// One thing that the text of a frame says in a cell: an aim, a way of working, a party, an instrument.
    public struct Statement: Sendable, Hashable {
        public var id: String
        public var text: String
        /// A limit that the text puts on it.
        public var limit: String?
        public var source: ReportSource

        var json: JSONValue {
            ["id": .string(id), "limit": .optional(limit), "source": source.json, "text": .string(text)]
        }
    }

    var json: JSONValue {
        [
            "cells": .array(cells.map(\.json)), "frame": .string(frame), "interpretation": .optional(interpretation),
            "title": .string(title),
        ]
    }
}

public struct RoleResult: Sendable, Hashable {
    public var role: String
    public var title: String
    public var why: [String]
    public var instruments: [String]
    var json: JSONValue {
        ["instruments": .strings(instruments), "role": .string(role), "title": .string(title), "why": .strings(why)]
    }
}

/// What an initiative does for a goal, per finding; never counted.
public struct GoalResult: Sendable, Hashable {
    public enum Relation: String, Sendable, Hashable { case serves, strains, touches, unknown }
    public var goal: String
    public var title: String
    public var relations: [Link]

    public struct Link: Sendable, Hashable {
        public var relation: Relation
        public var finding: String
        var json: JSONValue { ["finding": .string(finding), "relation": .string(relation.rawValue)] }
    }

    var json: JSONValue {
        ["goal": .string(goal), "relations": .array(relations.map(\.json)), "title": .string(title)]
    }
}

public struct AgreementResult: Sendable, Hashable {
    public var agreement: String
    public var title: String
    public var summary: String
    public var state: Agreement.State
    public var reciprocity: Agreement.Reciprocity
    public var why: String
    public var source: ReportSource
    var json: JSONValue {
        [
            "agreement": .string(agreement), "reciprocity": .string(reciprocity.rawValue), "source": source.json,
            "state": .string(state.rawValue), "summary": .string(summary), "title": .string(title), "why": .string(why),
        ]
    }
}

public struct ContributionResult: Sendable, Hashable {
    public var contribution: String
    public var summary: String
    public var why: String
    var json: JSONValue {
        ["contribution": .string(contribution), "summary": .string(summary), "why": .string(why)]
    }
}

/// Passages that contradict each other and touch this initiative.
public struct InconsistencyResult: Sendable, Hashable {
    public var id: String
    public var summary: String
    public var affects: [String]
    public var sources: [ReportSource]
    var json: JSONValue {
        [
            "affects": .strings(affects), "id": .string(id), "sources": .array(sources.map(\.json)),
            "summary": .string(summary),
        ]
    }
}
