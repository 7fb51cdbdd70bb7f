import PolicyModel
import Reporting

/// A place above this page, or a place on it.
struct Crumb {
    var label: String
    var href: String?
}

/// A name and a value, which may lead somewhere.
struct FactRow {
    var name: String
    var value: String
    var href: String?
}

/// One record in a list.
struct RecordLine {
    /// The sign of a norm, and what it says.
    var mark: String?
    var label: String?
    var title: String
    var href: String
    var note: String?
    /// For templates: a line under the title, and a point between the two parts of it.
    var hasNote: Bool
    var hasBoth: Bool
    /// How far it stands in, as a part of what stands above it.
    var depth = 0

    init(mark: String? = nil, label: String? = nil, title: String, href: String, note: String? = nil) {
        self.mark = mark
        self.label = label
        self.title = title
        self.href = href
        self.note = note
        hasNote = label != nil || note != nil
        hasBoth = label != nil && note != nil
    }
}

/// A list of records under a heading: the first of them open, the others behind a button.
struct RecordGroup {
    static let most = 8

    var id: String
    /// None where the heading above says it.
    var title: String?
    /// Where the title leads, if it is a record itself.
    var href: String?
    var count: Int
    /// Empty for a list that is closed as a whole.
    var first: [RecordLine]
    var rest: [RecordLine]
    var restCount: Int
    var isClosed: Bool
    var hasRest: Bool

    /// - Parameters:
    ///   - isClosed: nothing is open at first.
    ///   - most: how many stand open.
    init(id: String, title: String?, lines: [RecordLine], isClosed: Bool = false, most: Int = Self.most) {
        self.id = id
        self.title = title
        count = lines.count
        // A button for one or two more costs more room than they do.
        let shown = isClosed ? 0 : lines.count - 2 <= most ? lines.count : most
        first = Array(lines.prefix(shown))
        rest = Array(lines.dropFirst(shown))
        restCount = lines.count - shown
        hasRest = restCount > 0
        self.isClosed = isClosed
    }
}

/// A piece of a sentence, which may lead somewhere.
struct TextRun {
    var text: String
    var href: String?
}

/// A test in plain words: a phrase, or a list of them under a line.
struct TestNode {
    var lead: String?
    var runs: [TextRun]
    var nodes: [TestNode]

    init(_ test: PlainTest) {
        switch test {
        case .phrase(let runs):
            self.runs = runs.map { TextRun(text: $0.text, href: $0.key.map(PolicyAddress.page)) }
            nodes = []
        case .list(let joining, let items):
            lead = Words.capitalised(joining.lead)
            runs = []
            nodes = items.map(TestNode.init)
        }
    }
}

/// A heading with a test under it.
struct TestBlock {
    var title: String
    var node: TestNode
}

/// The passage behind a record, as far as it can be shown.
struct PassageView {
    var document: String
    var documentHref: String
    var section: String
    /// Letter, number or legend item, when it says more than the section.
    var label: String?
    /// The words of the document.
    var text: String?
    /// Why they are not here, and where to find them.
    var absence: String?
    /// Whether and when a machine found the passage.
    var check: String
    /// How the text was read where it leaves room.
    var interpretation: String?
}
