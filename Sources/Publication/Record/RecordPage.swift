internal import Casework
internal import PolicyModel
internal import Reporting

/// The record as a document that needs nothing else: for paper, and to keep.
public struct RecordPage {
    private let document: RecordDocument
    private let fragments: RecordFragments

    public init(_ document: RecordDocument) {
        self.document = document
        fragments = RecordFragments(document)
    }

    /// The whole document.
    public func render() -> String {
        tag("html", Attribute("lang", document.house.language)) {
            head
            tag("body") {
                fragments.symbols
                tag("a", .class("skip"), .link(to: "inhoud")) { "Naar de inhoud" }
                tag("main", .id("inhoud")) {
                    fragments.head
                    fragments.body
                    fragments.annex
                }
            }
        }.document()
    }

    private var head: HTML {
        tag("head") {
            tag("meta", Attribute("charset", "utf-8"))
            tag(
                "meta", Attribute("http-equiv", "Content-Security-Policy"),
                Attribute(
                    "content", "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"))
            tag("meta", Attribute("name", "viewport"), Attribute("content", "width=device-width, initial-scale=1"))
            tag("meta", Attribute("name", "author"), Attribute("content", document.organisation))
            tag("meta", Attribute("name", "generator"), Attribute("content", document.record.receipt.engine))
            tag("title") { [document.number, document.title].compactMap(\.self).joined(separator: " \u{2013} ") }
            HTML.styles([document.look.styles] + HTMLReport.styles + [.record, .recordPrint, .pdf])
        }
    }
}
