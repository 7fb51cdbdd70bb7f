import NormEngine
import PolicyModel
import Testing

/// Labels by effect, force and status, and the order in which findings are read.
struct LabelTests {
    private func index(_ rows: [String]) throws -> HouseIndex {
        var house = TestHouse()
        for row in rows { house.label(row) }
        return try house.index()
    }

    private let rows = [
        #"{"effect": "prohibited", "label": "Niet"}"#,
        #"{"effect": "prohibited", "force": "binding", "label": "Verboden"}"#,
        #"{"effect": "prohibited", "force": "none", "label": "Niet bindend"}"#,
        #"{"effect": "prohibited", "status": "draft", "label": "Ontwerp"}"#,
        #"{"effect": "prohibited", "force": "binding", "status": "due-for-review", "label": "Verboden, ga na"}"#,
        #"{"effect": "duty", "force": "binding", "label": "Moet"}"#,
    ]

    @Test("The most specific row wins, and a row with a status beats a row with a force, in any order of rows")
    func specificity() throws {
        for rows in [rows, rows.reversed()] {
            let index = try index(rows)
            #expect(index.label(effect: .prohibited, force: .guiding, status: .inForce) == "Niet")
            #expect(index.label(effect: .prohibited, force: .guiding, status: nil) == "Niet")
            #expect(index.label(effect: .prohibited, force: .binding, status: .inForce) == "Verboden")
            #expect(index.label(effect: .prohibited, force: .none, status: .inForce) == "Niet bindend")
            #expect(index.label(effect: .prohibited, force: .none, status: .draft) == "Ontwerp")
            #expect(index.label(effect: .prohibited, force: .binding, status: .draft) == "Ontwerp")
            #expect(index.label(effect: .prohibited, force: .binding, status: .dueForReview) == "Verboden, ga na")
            #expect(index.label(effect: .prohibited, force: .guiding, status: .dueForReview) == "Niet")
        }
    }

    @Test("Without a row that fits, the label is the name of the effect")
    func fallback() throws {
        let index = try index(rows)
        #expect(index.label(effect: .duty, force: .guiding, status: .inForce) == "duty")
        #expect(index.label(effect: .noUnless, force: .binding, status: .inForce) == "no-unless")
    }

    @Test("A finding from a draft carries the label of a draft and binds nobody")
    func draft() throws {
        var scene = Scene()
        for row in rows { scene.house.label(row) }
        scene.house.document(
            "ontwerp",
            #"{"forceWhenAdopted": "binding", "statusHistory": [{"status": "draft", "from": "2026-01-01"}]}"#)
        scene.house.norm("n", #"{"source": \#(source("ontwerp"))}"#)
        let finding = try scene.finding("n")
        #expect(finding?.label == "Ontwerp")
        #expect(finding?.force == BindingForce.none)
        #expect(finding?.status == .draft)
    }

    @Test("Findings are read by band of status, then by effect; what is in no list comes last")
    func readingOrder() throws {
        var house = TestHouse()
        house.readingOrder(
            """
            {"bands": [{"title": "Geldt", "statuses": ["in-force", "adopted"]},
                       {"title": "Nog niet", "statuses": ["draft", "adopted"]}],
             "effects": ["prohibited", "duty", "prohibited"]}
            """)
        let index = try house.index()
        func position(_ status: DocumentStatus?, _ effect: Effect) -> [Int] {
            let place = index.readingPosition(status: status, effect: effect)
            return [place.band, place.effect]
        }
        #expect(position(.inForce, .prohibited) == [0, 0])
        #expect(position(.adopted, .duty) == [0, 1])
        #expect(position(.draft, .duty) == [1, 1])
        #expect(position(.draft, .goal) == [1, 3])
        #expect(position(.expired, .prohibited) == [2, 0])
        #expect(position(nil, .goal) == [2, 3])
    }

    @Test("Effects that contradict do so both ways, and nothing contradicts itself")
    func contradictions() throws {
        var house = TestHouse()
        house.contradiction(
            #"{"between": ["prohibited", "undesired"], "and": ["permitted", "encouraged", "undesired"]}"#)
        house.contradiction(#"{"between": ["reserved"], "and": ["permitted"]}"#)
        let index = try house.index()
        let pairs: [(Effect, Effect)] = [
            (.prohibited, .permitted), (.prohibited, .encouraged), (.prohibited, .undesired), (.undesired, .permitted),
            (.undesired, .encouraged), (.reserved, .permitted),
        ]
        for left in Effect.allCases {
            for right in Effect.allCases {
                let expected = pairs.contains { $0 == (left, right) || $0 == (right, left) }
                #expect(index.contradict(left, right) == expected, "\(left) \(right)")
            }
        }
    }
}
