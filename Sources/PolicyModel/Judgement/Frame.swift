/// A frame of judgement: principles, questions, the pairs of them that make the cells of a sheet, outcomes, triggers.
public struct Frame: Sendable, Hashable, Codable, Identifiable {
    public var id: String
    public var title: String
    public var summary: String?
    public var source: SourceReference?
    /// How the text was read where it leaves room.
    public var interpretation: String?
    /// When the frame joins an assessment; always when left out.
    public var appliesWhen: Test?
    public var principles: [Principle]
    @OrEmpty public var groups: [QuestionGroup]
    public var questions: [Question]
    /// The valid (principle, question) pairs, in the order of the sheet.
    public var cells: [Norm.FrameCell]
    /// What the text itself says in a cell.
    @OrEmpty public var statements: [Statement]
    @OrEmpty public var criteria: [Criterion]
    @OrEmpty public var outcomes: [Outcome]
    @OrEmpty public var triggers: [Trigger]
    @OrEmpty public var steps: [Step]

    public struct Principle: Sendable, Hashable, Codable, Identifiable {
        public var id: String
        public var title: String
        public var summary: String?
        public var source: SourceReference?
        /// When the principle and its cells join an assessment; always when left out.
        public var appliesWhen: Test?
    }

    /// One thing that the text says in a cell: an aim, a way of working, a party, an instrument.
    public struct Statement: Sendable, Hashable, Codable, Identifiable {
        public var id: String
        public var principle: String
        public var question: String
        public var text: String
        /// A limit that the text puts on it.
        public var limit: String?
        public var source: SourceReference
    }

    public struct QuestionGroup: Sendable, Hashable, Codable, Identifiable {
        public var id: String
        public var title: String
    }

    public struct Question: Sendable, Hashable, Codable, Identifiable {
        public var id: String
        public var group: String?
        public var text: String
        public var source: SourceReference?
        /// A question that the frame always leaves to people here.
        public var open: OpenQuestion?
    }

    public struct Criterion: Sendable, Hashable, Codable, Identifiable {
        public var id: String
        public var principle: String
        public var text: String
        public var source: SourceReference?
    }

    public struct Outcome: Sendable, Hashable, Codable, Identifiable {
        public var id: String
        public var title: String
        public var source: SourceReference?
    }

    public struct Trigger: Sendable, Hashable, Codable, Identifiable {
        public var id: String
        public var title: String
        public var obligatory: Bool
        public var when: Test
        public var source: SourceReference?
        /// Says what is the house's own choice in this trigger.
        public var interpretation: String?
    }

    public struct Step: Sendable, Hashable, Codable, Identifiable {
        public var id: String
        public var title: String
        public var source: SourceReference?
    }
}
