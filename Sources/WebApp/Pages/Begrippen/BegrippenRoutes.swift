import Hummingbird
import PolicyModel
import Reporting

/// The glossary, and a page for each term.
struct BegrippenRoutes {
    let site: Site

    func add(to router: Router<KompasRequestContext>) {
        router.get("/begrippen") { request, context in
            try await site.cache.page(request, context) {
                try site.page(
                    PageSpec("begrippen/page", title: "Begrippen", model: Glossary(site.house.house.terms)).with(
                        styles: ["css/beleid.css"]), request, context)
            }
        }
        router.get("/begrippen/:id") { request, context in
            let id = try context.parameters.require("id")
            guard let record = site.house.book.records[RecordKey(.term, id)] else { throw PageRefused.notFound }
            return try await site.cache.page(request, context) {
                let page = ObjectPages(house: site.house, day: site.today).page(record)
                return try site.page(
                    PageSpec("beleid/object", title: record.title, model: page).with(styles: ["css/beleid.css"]),
                    request, context)
            }
        }
    }
}

/// Terms by letter.
struct Glossary {
    struct Letter {
        var letter: String
        var id: String
        var terms: [Entry]
    }

    struct Entry {
        var id: String
        var label: String
        var definition: String
        var href: String
    }

    var count: Int
    var letters: [Letter]

    init(_ terms: [Term]) {
        count = terms.count
        let entries = terms.map { term in
            (
                key: term.label.sortingKey,
                entry: Entry(
                    id: term.id, label: Words.capitalised(term.label), definition: term.definition,
                    href: PolicyAddress.term(term.id))
            )
        }
        let groups = Dictionary(grouping: entries) { $0.key.prefix(1).uppercased() }
        letters = groups.sorted { $0.key < $1.key }.map { letter, members in
            Letter(
                letter: letter, id: "letter-" + letter.lowercased(),
                terms: members.sorted { ($0.key, $0.entry.id) < ($1.key, $1.entry.id) }.map(\.entry))
        }
    }
}
