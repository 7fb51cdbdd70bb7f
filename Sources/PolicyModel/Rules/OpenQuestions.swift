extension PolicyHouse {
    /// Every question that the house leaves to people, each once, with its first wording.
    public var openQuestions: [OpenQuestion] {
        var questions: [OpenQuestion] = []
        for test in allTests { test.collect(into: &questions) }
        for norm in norms {
            if let question = norm.depth?.open { questions.append(question) }
            questions += norm.conditions.compactMap(\.openQuestion)
        }
        for frame in frames { questions += frame.questions.compactMap(\.open) }
        var seen: Set<String> = []
        return questions.filter { seen.insert($0.question).inserted }
    }
}

extension NormCondition {
    /// The question that a person can answer to decide the condition.
    public var openQuestion: OpenQuestion? {
        guard let question else { return nil }
        return OpenQuestion(question: question, asks: asks ?? text)
    }
}

extension Test {
    /// The open questions in this test, in the order of the text.
    public var openQuestions: [OpenQuestion] {
        var questions: [OpenQuestion] = []
        collect(into: &questions)
        return questions
    }

    fileprivate func collect(into questions: inout [OpenQuestion]) {
        switch self {
        case .all(let tests), .any(let tests): for test in tests { test.collect(into: &questions) }
        case .not(let inner): inner.collect(into: &questions)
        case .open(let question), .openPlace(let question): questions.append(question)
        default: break
        }
    }
}
