public import Assessment
import NormEngine
public import PolicyModel

/// What policy says of a place, for who lives there: short sentences made by template from labels and summaries, each with
/// where it stands. Nothing is added up and nothing is promised.
public struct PlaceAnswer: Sendable {
    /// The five questions of a resident, in reading order.
    public enum Question: String, Sendable, Hashable, CaseIterable {
        case protected, asked, planned, promised, unknown

        public var title: String {
            switch self {
            case .protected: "Wat is hier beschermd?"
            case .asked: "Wat wordt hier gevraagd van wie iets wil?"
            case .planned: "Wat wil de overheid hier, en wat steunt zij?"
            case .promised: "Wat is hier beloofd of afgesproken?"
            case .unknown: "Wat is niet bekend?"
            }
        }
    }

    /// One sentence or two, with where it stands.
    public struct Statement: Sendable, Hashable {
        /// What it does, in the words of the house; `nil` when it only tells.
        public var label: String?
        public var text: String
        public var mark: Mark
        /// The record that says it.
        public var record: Record
        public var source: ReportSource?
        /// Status of the document, in words.
        public var status: String?
        /// What it is about, in a few words; empty for everything.
        public var about: [String]
        /// Whether the place is certainly one that it is about.
        public var isCertain: Bool

        public enum Record: Sendable, Hashable {
            case norm(String), designation(String), agreement(String)
        }
    }

    public struct Topic: Sendable, Hashable {
        public var title: String
        public var statements: [Statement]
        /// Statements of which it is not known whether this place belongs to it.
        public var uncertain: [Statement]
    }

    /// Something that lies here or near here.
    public struct Lies: Sendable, Hashable {
        public var designation: String
        public var title: String
        public var summary: String?
        public var names: [String]
        public var isCertain: Bool
        /// Metres; `nil` when the place lies in it.
        public var distanceMetres: Double?
        /// How far the line may be off.
        public var widthMetres: Double
        public var source: ReportSource?
    }

    /// What lies here.
    public var here: [Lies]
    public var nearby: [Lies]
    /// The short answer: the first statements per question, and how many there are in all.
    public var short: [(question: Question, statements: [Statement], count: Int)]
    public var topics: [Topic]
    /// Designations of which it is not known whether they lie here, with why.
    public var unknown: [(title: String, why: String)]
    public var ground: SoilProfile
    /// Lines that are drawn roughly decide here, so that the answer is about an area and not about a plot.
    public var isRough: Bool
    /// Documents that were not consulted, by title.
    public var notConsulted: [String]
    public var warnings: [String]
    public var asOf: PolicyDate

    /// In the short answer.
    public static let fewStatements = 3
}

extension PlaceAnswer.Question {
    /// Which question a norm answers; `nil` for what only explains.
    init?(_ effect: Effect) {
        switch effect {
        case .prohibited, .noUnless, .restrained, .undesired, .phaseOut, .reserved: self = .protected
        case .yesProvided, .yesAnd, .duty, .procedure, .assessAs, .sitingPreference: self = .asked
        case .permitted, .encouraged, .priority, .goal, .intention: self = .planned
        case .commitment: self = .promised
        case .competence, .regulatedElsewhere, .noStatus, .information: return nil
        }
    }
}
