internal import PolicyModel

/// A house with all its tests, sources, scopes and questions in lists, each with its place.
struct IndexedContent {
    let content: LoadedContent
    /// Every test and every test in it.
    let tests: [(test: Test, place: ContentPlace)]
    let sources: [(source: SourceReference, place: ContentPlace)]
    let scopes: [(scope: ActivityScope, place: ContentPlace)]
    /// Questions for people; the place is that of the text.
    let questions: [(id: String, asks: String, place: ContentPlace)]

    var house: PolicyHouse { content.house }

    init(_ content: LoadedContent) {
        self.content = content
        let tests = TestWalk.tests(in: content.house)
        self.tests = tests
        sources = SourceWalk.sources(in: content.house)
        scopes = Self.scopes(in: content.house)
        questions = Self.questions(in: content.house, tests: tests)
    }

    private static func scopes(in house: PolicyHouse) -> [(scope: ActivityScope, place: ContentPlace)] {
        var found: [(scope: ActivityScope, place: ContentPlace)] = []
        func add(_ scope: ActivityScope?, _ kind: ContentKind, _ index: Int) {
            guard let scope else { return }
            found.append((scope, ContentPlace(kind: kind, index: index).at("activities")))
        }
        for (index, norm) in house.norms.enumerated() { add(norm.activities, .norms, index) }
        for (index, agreement) in house.agreements.enumerated() { add(agreement.activities, .agreements, index) }
        for (index, contribution) in house.contributions.enumerated() {
            add(contribution.activities, .contributions, index)
        }
        for (index, signpost) in house.signposts.enumerated() { add(signpost.activities, .signposts, index) }
        return found
    }

    private static func questions(
        in house: PolicyHouse, tests: [(test: Test, place: ContentPlace)]
    ) -> [(id: String, asks: String, place: ContentPlace)] {
        var found: [(id: String, asks: String, place: ContentPlace)] = []
        func add(_ question: OpenQuestion?, _ place: ContentPlace) {
            guard let question else { return }
            found.append((question.question, question.asks, place.at("asks")))
        }
        for (test, place) in tests {
            switch test {
            case .open(let question): add(question, place.at("open"))
            case .openPlace(let question): add(question, place.at("open-place"))
            default: break
            }
        }
        for (index, norm) in house.norms.enumerated() {
            let place = ContentPlace(kind: .norms, index: index)
            add(norm.depth?.open, place.at("depth", "open"))
            for (number, condition) in norm.conditions.enumerated() {
                guard let question = condition.question, let asks = condition.asks else { continue }
                found.append((question, asks, place.at("conditions", item: number).at("asks")))
            }
        }
        for (index, frame) in house.frames.enumerated() {
            for (number, question) in frame.questions.enumerated() {
                let place = ContentPlace(kind: .frames, index: index).at("questions", item: number)
                add(question.open, place.at("open"))
            }
        }
        return found
    }
}
