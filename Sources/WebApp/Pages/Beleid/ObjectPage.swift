import PolicyModel
import Reporting

/// The page of one record.
struct ObjectPage {
    /// The signs that lists use, once.
    var symbols: String
    var crumbs: [Crumb]
    var kind: String
    var title: String
    /// What a norm does: its sign and label.
    var mark: String?
    var label: String?
    var lead: String?
    /// What to keep in mind about its status.
    var caution: String?
    var facts: [FactRow]
    var sections: [ObjectSection]
    /// Places on this page.
    var contents: [Crumb]

    /// The chapters to go to; of one or two that stand there anyway nothing.
    static func contents(_ sections: [ObjectSection]) -> [Crumb] {
        sections.count > 2 ? sections.map { Crumb(label: $0.title, href: "#" + $0.id) } : []
    }
}

/// A chapter of the page of a record; what it does not have is empty.
struct ObjectSection {
    var id: String
    var title: String
    var intro: String?
    /// Markup of a drawing.
    var drawing: String?
    var blocks: [TestBlock] = []
    var conditions: [ConditionView] = []
    var steps: [StepView] = []
    var tables: [PartyTable] = []
    var passages: [PassageView] = []
    var groups: [RecordGroup] = []
    /// Links that stand by themselves.
    var links: [Crumb] = []
}

/// What a norm asks.
struct ConditionView {
    var id: String
    var text: String
    /// How it is decided.
    var kind: String
    var question: Question?
    var blocks: [TestBlock]

    /// What a person must answer, with the page of that question.
    struct Question {
        var title: String
        var path: String
    }
}

/// A part of a record that has parts: a step, an edge, a rung, a principle, a moment of a life.
struct StepView {
    var id: String?
    var title: String
    var href: String?
    var text: String?
    var notes: [String]
    var blocks: [TestBlock]
    var section: String?
}

/// What parties bring.
struct PartyTable {
    struct Row {
        var name: String
        /// What stands in each column.
        var cells: [[String]]
    }

    var caption: String
    var columns: [String]
    var rows: [Row]

    /// What is to be told, without the columns in which nothing stands.
    init(caption: String, of parties: [Agreement.Party]) {
        let all: [(title: String, texts: KeyPath<Agreement.Party, [String]>)] = [
            ("Doet", \.does), ("Vraagt", \.asks), ("Bespreekt", \.talks),
        ]
        let told = all.filter { column in parties.contains { !$0[keyPath: column.texts].isEmpty } }
        self.caption = caption
        columns = told.map(\.title)
        rows = parties.map { party in
            Row(name: Words.capitalised(party.name), cells: told.map { party[keyPath: $0.texts] })
        }
    }
}
