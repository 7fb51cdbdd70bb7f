import Foundation

/// A page taken apart: every element with its attributes, and what is wrong with how they nest.
struct PageCheck {
    struct Element {
        var name: String
        var attributes: [String: String]
        /// The elements around it, the outermost first.
        var path: [String]
    }

    private(set) var elements: [Element] = []
    private(set) var problems: [String] = []

    private static let void: Set<String> = ["meta", "br", "hr", "col", "wbr"]

    init(_ page: String) {
        var open: [String] = []
        var rest = page[...]
        while let start = rest.firstIndex(of: "<"), let end = rest[start...].firstIndex(of: ">") {
            let inside = rest[rest.index(after: start)..<end]
            rest = rest[rest.index(after: end)...]
            if inside.hasPrefix("!") { continue }
            if inside.hasPrefix("/") {
                let name = String(inside.dropFirst())
                if open.last == name {
                    open.removeLast()
                } else {
                    problems.append("</\(name)> after \(open.suffix(3))")
                }
                continue
            }
            let name = String(inside.prefix { $0 != " " })
            elements.append(Element(name: name, attributes: Self.attributes(inside.dropFirst(name.count)), path: open))
            if Self.void.contains(name) { continue }
            open.append(name)
            // Rules of style are no markup.
            if name == "style", let close = rest.range(of: "</style>") { rest = rest[close.lowerBound...] }
        }
        if !open.isEmpty { problems.append("left open: \(open)") }
    }

    private static func attributes(_ text: Substring) -> [String: String] {
        var attributes: [String: String] = [:]
        var rest = text
        while let equals = rest.firstIndex(of: "=") {
            let name = rest[..<equals].filter { $0 != " " }
            let from = rest.index(equals, offsetBy: 2)
            guard from <= rest.endIndex, let to = rest[from...].firstIndex(of: "\"") else { break }
            attributes[name] = String(rest[from..<to])
            rest = rest[rest.index(after: to)...]
        }
        return attributes
    }

    func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }
    var ids: [String] { elements.compactMap { $0.attributes["id"] } }

    /// Everything that must hold for every page: nesting, one place per id, links that lead somewhere, headings in order,
    /// tables with a caption and headings with a scope, drawings that are named or only for the eye.
    var faults: [String] {
        var faults = problems
        faults += Dictionary(grouping: ids) { $0 }.filter { $0.value.count > 1 }.keys.map { "id twice: \($0)" }
        let known = Set(ids)
        for element in elements {
            if let link = element.attributes["href"] {
                if !link.hasPrefix("#") || !known.contains(String(link.dropFirst())) { faults.append("link \(link)") }
            }
            for id in (element.attributes["aria-labelledby"] ?? "").split(separator: " ")
            where !known.contains(String(id)) {
                faults.append("labelled by \(id)")
            }
            if element.name == "th", element.attributes["scope"] == nil { faults.append("th without scope") }
            if element.name == "svg", element.attributes["aria-hidden"] == nil,
                element.attributes["aria-labelledby"] == nil
            {
                faults.append("svg without a name")
            }
            if element.attributes["src"] != nil || element.attributes["style"] != nil { faults.append("src or style") }
            if ["script", "link", "img", "iframe", "object", "form"].contains(element.name) {
                faults.append(element.name)
            }
        }
        if all("table").count != all("caption").count { faults.append("table without caption") }
        var last = 0
        for element in elements where element.name.count == 2 && element.name.first == "h" && element.name != "hr" {
            guard let level = element.name.last?.wholeNumberValue else { continue }
            if level > last + 1 { faults.append("h\(level) after h\(last)") }
            last = level
        }
        if all("h1").count != 1 { faults.append("\(all("h1").count) h1") }
        return faults
    }
}
