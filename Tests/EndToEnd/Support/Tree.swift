import CanonicalJSON
import KompasTesting
import Testing

/// A JSON value to read in without questions: what is not there is `null`.
struct Tree: Sendable, Hashable, CustomStringConvertible {
    var value: JSONValue

    init(_ value: JSONValue) { self.value = value }
    init(parsing text: String) throws { value = try JSONValue.parse(text.utf8) }

    subscript(key: String) -> Tree { Tree(value[key] ?? .null) }
    subscript(index: Int) -> Tree { Tree(value[index] ?? .null) }

    var text: String? { value.string }
    var number: Double? { value.number }
    var flag: Bool? { value.bool }
    var list: [Tree] { (value.array ?? []).map(Tree.init) }
    var texts: [String] { list.compactMap(\.text) }
    var isNull: Bool { value.isNull }
    var keys: [String] { value.object?.keys ?? [] }
    var description: String { value.pretty() }

    /// The members of a list whose `key` is `text`.
    func all(where key: String, is text: String) -> [Tree] { list.filter { $0[key].text == text } }
    func first(where key: String, is text: String) -> Tree { all(where: key, is: text).first ?? Tree(.null) }
}

/// A report with short ways to what tests ask.
struct Report: Sendable {
    var tree: Tree
    var ending: Ending

    subscript(key: String) -> Tree { tree[key] }

    /// The only finding of a norm; of a part when named.
    func finding(_ norm: String, part: String? = nil) throws -> Tree {
        let id = part.map { "\(norm)#\($0)" } ?? norm
        let found = tree["findings"].all(where: "id", is: id)
        try #require(found.count == 1, "\(found.count) findings with id \(id)")
        return found[0]
    }

    func hasFinding(_ norm: String) -> Bool { tree["findings"].list.contains { $0["norm"].text == norm } }
    func trigger(_ id: String) -> Tree { tree["triggers"].first(where: "id", is: id) }
    func layer(_ designation: String) -> Tree { tree["layers"].first(where: "designation", is: designation) }
    func notApplied(_ norm: String) -> Tree { tree["notApplied"].first(where: "norm", is: norm) }

    /// `edge/activity` of the edges of a ranking in `preferredHere`, `yieldingHere` or `unknownClaims`.
    func edges(_ ranking: String, _ member: String) -> [String] {
        tree["useRankings"].first(where: "ranking", is: ranking)[member].list.map {
            "\($0["edge"].text ?? "?")/\($0["activity"].text ?? "?")"
        }
    }
}

/// Why a finding is undecided, as `cause:ref`.
func causes(_ finding: Tree) -> [String] {
    finding["undecidedBecause"].list.map { "\($0["cause"].text ?? "?"):\($0["ref"].text ?? "?")" }
}

/// The states of the conditions of a finding, as `id:state`.
func conditions(_ finding: Tree) -> [String] {
    finding["conditions"].list.map { "\($0["id"].text ?? "?"):\($0["state"].text ?? "?")" }
}

/// Where a source stands, as `document 3/3.6/3.6.1/P`.
func place(_ source: Tree) -> String {
    "\(source["document"].text ?? "?") \(source["path"].texts.joined(separator: "/"))"
}
