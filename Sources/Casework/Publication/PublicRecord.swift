public import Accounts
public import PolicyModel

/// The record of a weighing as the public gets it: the one value behind page, PDF and JSON, and behind the preview.
/// It names roles, never people.
public struct PublicRecord: Sendable, Hashable, Codable {
    public static let schema = "kompas/record/1"

    public var schema = Self.schema
    /// What publication adds; `nil` in a preview.
    public var stamp: Stamp?
    public var title: PublicText?
    public var isDemonstration: Bool
    public var isOwnInitiative: Bool
    public var details: Details
    /// The day whose policy is applied.
    public var day: PolicyDate?
    public var activities: [Named]
    public var place: Place
    /// What policy says, in the order of the report.
    public var policy: [PolicyLine]
    /// What pulls.
    public var tensions: [TensionLine]
    public var weighing: [FrameLine]
    public var dilemmas: [DilemmaLine]
    public var outcome: OutcomeLine?
    public var conditions: [ConditionLine]
    public var contests: [ContestLine]
    public var answers: [AnswerLine]
    public var deviations: [DeviationLine]
    public var reading: ReadingLine?
    /// With what the assessment was made, as in the report.
    public var receipt: JSONReceipt
    public var reportHash: String

    public struct Stamp: Sendable, Hashable, Codable {
        /// `2026-0001`.
        public var number: String
        /// UTC, `2026-11-20T09:30:00.000Z`.
        public var publishedAt: String
        /// The head of the chain just before publication: whoever has this record can check the chain up to there.
        public var anchor: ChainHead
        /// The number of the record that this one takes the place of.
        public var supersedes: String?
    }

    public struct Details: Sendable, Hashable, Codable {
        public var question: PublicText?
        public var legalCharacter: PublicText?
        public var decidedBy: PublicText?
        public var mandate: PublicText?
        public var remedies: PublicText?
        public var supersedes: String?
    }

    public struct Named: Sendable, Hashable, Codable {
        public var id: String
        public var label: String
    }

    public struct Share: Sendable, Hashable, Codable {
        public var id: String
        public var name: String
        public var share: Double
    }

    public struct Place: Sendable, Hashable, Codable {
        public var municipalities: [Share]
        public var settlements: [Share]
        public var regions: [Share]
        public var primaryFunctions: [Share]
        /// Designations that the plan lies in.
        public var designations: [Named]
    }

    public struct Source: Sendable, Hashable, Codable {
        public var document: String
        public var title: String
        public var path: [String]
        public var label: String?
        public var starts: String
    }

    public struct PolicyLine: Sendable, Hashable, Codable {
        public var finding: String
        public var title: String
        public var summary: String
        public var label: String
        /// `applies` or `undecided`.
        public var state: String
        public var effect: String
        public var force: String
        public var documentStatus: String
        public var isContested: Bool
        /// About any activity, anywhere.
        public var isGeneral: Bool
        public var source: Source
    }

    public struct TensionLine: Sendable, Hashable, Codable {
        public var id: String
        public var kind: String
        public var about: String
        public var between: [String]
    }

    public struct FrameLine: Sendable, Hashable, Codable {
        public var frame: String
        public var title: String
        public var cells: [CellLine]
    }

    /// A cell, also one in which nobody wrote.
    public struct CellLine: Sendable, Hashable, Codable {
        public var principle: String
        public var principleTitle: String
        public var group: String?
        public var groupTitle: String?
        public var question: String
        public var text: String
        /// The state that the machine found.
        public var state: String
        public var findings: [String]
        public var contributes: Bool
        public var contributesArgument: PublicText?
        public var strains: Bool
        public var strainsArgument: PublicText?
    }

    public struct DilemmaLine: Sendable, Hashable, Codable {
        public var id: String
        public var text: PublicText?
        public var tension: String?
    }

    public struct OutcomeLine: Sendable, Hashable, Codable {
        public var frame: String
        public var outcome: String
        public var title: String
        public var argument: PublicText?
    }

    public struct ConditionLine: Sendable, Hashable, Codable {
        public var id: String
        public var text: PublicText?
        public var who: PublicText?
        public var when: PublicText?
    }

    public struct ContestLine: Sendable, Hashable, Codable {
        public var finding: String
        public var by: String
        public var reason: PublicText?
    }

    public struct AnswerLine: Sendable, Hashable, Codable {
        public var question: String
        public var asks: String
        public var value: Bool
        public var by: String
        /// `YYYY-MM-DD` in UTC.
        public var on: String
        public var reason: PublicText?
    }

    public struct DeviationLine: Sendable, Hashable, Codable {
        public var document: String
        public var title: String
        public var deviates: Bool
        public var reason: PublicText?
        /// Who may deviate, and what the document then asks.
        public var who: String
        public var how: String
        public var presentedOn: String?
        public var presented: PublicText?
    }

    public struct ReadingLine: Sendable, Hashable, Codable {
        public var roles: [Accounts.Role]
        public var approvedAt: String?
        public var declaredNoInterest: Bool
        /// How many times a second reader sent it back.
        public var refusals: Int
    }

    /// Members of the receipt that are texts or, for the layers, texts by layer.
    public struct JSONReceipt: Sendable, Hashable, Codable {
        public var engine: String
        public var geos: String
        public var proj: String
        public var rdGrid: String?
        public var house: String
        public var houseHash: String
        public var normaliser: String?
        public var layerHashes: [String: String]
        public var inputHash: String
        public var resultHash: String
    }
}
