public import PolicyModel

extension CaseworkService {
    /// - Parameter basedOn: the version that was on the page; 0 when the cell was empty.
    public func saveCell(
        _ cell: CellAddress, _ content: CellContent, basedOn: Int, in dossier: String, by actor: CaseActor
    ) async throws -> Dossier {
        try await run(dossier, actor) { try $0.saveCell(cell, content, basedOn: basedOn) }
    }

    /// Takes back one's own last change of a cell.
    public func undoCell(_ cell: CellAddress, basedOn: Int, in dossier: String, by actor: CaseActor) async throws
        -> Dossier
    {
        try await run(dossier, actor) { try $0.undoCell(cell, basedOn: basedOn) }
    }

    public func addItem(_ kind: ListedItem.Kind, _ content: ItemContent, in dossier: String, by actor: CaseActor)
        async throws -> Dossier
    {
        try await run(dossier, actor) { try $0.addItem(kind, content) }
    }

    /// Changes a dilemma or condition, or removes it when the content says so.
    public func changeItem(
        _ id: String, _ content: ItemContent, basedOn: Int, in dossier: String, by actor: CaseActor
    ) async throws -> Dossier {
        try await run(dossier, actor) { try $0.changeItem(id, content, basedOn: basedOn) }
    }

    public func saveOutcome(_ content: OutcomeContent, basedOn: Int, in dossier: String, by actor: CaseActor)
        async throws -> Dossier
    {
        try await run(dossier, actor) { try $0.saveOutcome(content, basedOn: basedOn) }
    }

    public func saveDetails(_ content: DetailsContent, basedOn: Int, in dossier: String, by actor: CaseActor)
        async throws -> Dossier
    {
        try await run(dossier, actor) { try $0.saveDetails(content, basedOn: basedOn) }
    }

    public func declareDeviation(
        _ document: String, _ content: DeviationContent, basedOn: Int, in dossier: String, by actor: CaseActor
    ) async throws -> Dossier {
        try await run(dossier, actor) { try $0.declareDeviation(document, content, basedOn: basedOn) }
    }

    /// Records that the step was taken that a document asks of who deviates from it.
    public func presentDeviation(
        _ document: String, day: PolicyDate, today: PolicyDate, note: String, in dossier: String, by actor: CaseActor
    ) async throws -> Dossier {
        try await run(dossier, actor) { try $0.presentDeviation(document, day: day, today: today, note: note) }
    }

    public func comment(_ text: String, in dossier: String, by actor: CaseActor) async throws -> Dossier {
        try await run(dossier, actor) { try $0.comment(text) }
    }

    /// Contests a finding, or a norm on all parts, and assesses again.
    public func contest(_ finding: String, reason: String, in dossier: String, by actor: CaseActor) async throws
        -> Dossier
    {
        try await runAndAssess(dossier, actor, .contest) { try $0.contest(finding, reason: reason) }
    }

    public func withdrawContest(_ finding: String, in dossier: String, by actor: CaseActor) async throws -> Dossier {
        try await runAndAssess(dossier, actor, .contest) { try $0.withdrawContest(finding) }
    }

    /// Answers an open question, in the place of an earlier answer, and assesses again.
    public func answer(_ question: String, _ value: Bool, reason: String, in dossier: String, by actor: CaseActor)
        async throws -> Dossier
    {
        try await runAndAssess(dossier, actor, .answer) { try $0.answer(question, value, reason: reason) }
    }

    public func withdrawAnswer(_ question: String, in dossier: String, by actor: CaseActor) async throws -> Dossier {
        try await runAndAssess(dossier, actor, .answer) { try $0.withdrawAnswer(question) }
    }

    /// Assesses again with the content and layers of now, for the same day.
    public func renewAssessment(in dossier: String, by actor: CaseActor) async throws -> Dossier {
        try await runAndAssess(dossier, actor, .renewal) { rules in
            try rules.demand(.deliberate, in: [.deliberation])
            return []
        }
    }
}
