import Testing

@testable import Reporting

@Suite("Writing HTML")
struct HTMLTests {
    @Test(
        "A text can never become markup",
        arguments: [
            ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"), ("a & b", "a &amp; b"),
            ("&lt;", "&amp;lt;"), ("\" onload=\"x", "&quot; onload=&quot;x"), ("'", "&#39;"), ("", ""),
            ("]]> --> <!--", "]]&gt; --&gt; &lt;!--"), ("re\u{0}gel\u{1B}[1m", "regel[1m"), ("é 😀\n\t", "é 😀\n\t"),
        ])
    func escaping(_ text: String, _ expected: String) {
        #expect(HTML(text).markup == expected)
        #expect(tag("span") { text }.markup == "<span>\(expected)</span>")
        #expect(Attribute("title", text) == Attribute("title", text))
        #expect(tag("span", Attribute("title", text)).markup == "<span title=\"\(expected)\"></span>")
    }

    @Test("Elements hold their pieces in order, and a block ends its line")
    func elements() {
        let isShown = false
        let piece = tag("p", .class("a b"), .id("x")) {
            "een "
            tag("a", .link(to: "y")) { "twee" }
            if isShown { "nooit" }
            for number in [1, 2] { " \(number)" }
        }
        #expect(piece.markup == "<p class=\"a b\" id=\"x\">een <a href=\"#y\">twee</a> 1 2</p>\n")
        #expect(tag("br").markup == "<br>")
        #expect(tag("td").markup == "<td></td>\n")
        #expect(HTML.joined([HTML("<"), HTML("b")], separator: "&").markup == "&lt;&amp;b")
    }

    @Test(
        "Numbers in drawings are short and have no exponent",
        arguments: [
            (0, "0"), (1.5, "1.5"), (-0.25, "-0.25"), (10.05, "10.05"), (3.999, "4"), (1e6, "1000000"), (-0.001, "0"),
            (Double.infinity, "0"), (Double.nan, "0"),
        ])
    func numbers(_ value: Double, _ expected: String) { #expect(SVG.number(value) == expected) }
}
