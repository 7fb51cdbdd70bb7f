internal import PolicyModel

/// A question id stands for one text.
struct QuestionTexts: IntegrityCheck {
    static func check(_ content: IndexedContent, _ report: inout IntegrityReport) {
        var first: [String: (asks: String, place: ContentPlace)] = [:]
        for (id, asks, place) in content.questions {
            guard let earlier = first[id] else {
                first[id] = (asks, place)
                continue
            }
            guard earlier.asks != asks else { continue }
            report.error(
                "question `\(id)` is asked in two different texts", at: place,
                help: "the first is in \(report.words(for: earlier.place))")
        }
    }
}
