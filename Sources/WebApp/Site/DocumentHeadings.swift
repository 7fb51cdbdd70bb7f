import Foundation
import PolicyContent

/// The headings above passages, as the outlines of the documents give them.
struct DocumentHeadings: Sendable {
    private var headings: [String: [[String]: String]] = [:]
    private var order: [String: [[String]: Int]] = [:]

    init(folder: URL) {
        let outlines = folder.appending(path: "outlines", directoryHint: .isDirectory)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: outlines.path)) ?? []
        for name in names where name.hasSuffix(".yaml") {
            guard let text = try? String(contentsOf: outlines.appending(path: name), encoding: .utf8),
                let outline = try? Outline(yaml: text)
            else { continue }
            var found: [[String]: String] = [:]
            var places: [[String]: Int] = [:]
            for (position, section) in outline.sections.enumerated() {
                if places[section.path] == nil { places[section.path] = position }
                if found[section.path] == nil, !section.heading.isEmpty { found[section.path] = section.heading }
            }
            headings[outline.document] = found
            order[outline.document] = places
        }
    }

    /// The heading of a section; its last step when the outline has none.
    func heading(_ document: String, _ path: [String]) -> String {
        headings[document]?[path] ?? path.last ?? ""
    }

    /// The heading of a section without its number; `nil` when it has none.
    func name(_ document: String, _ path: [String]) -> String? {
        guard let step = path.last, let heading = headings[document]?[path] else { return nil }
        let name = heading.hasPrefix(step) ? heading.dropFirst(step.count).drop { ". ".contains($0) } : heading[...]
        return name.isEmpty || name == step ? nil : String(name)
    }

    /// Where a section stands in its document, from the front; last for one that the outline does not have.
    func position(_ document: String, _ path: [String]) -> Int {
        guard let places = order[document] else { return .max }
        for length in stride(from: path.count, to: 0, by: -1) {
            if let position = places[Array(path.prefix(length))] { return position }
        }
        return .max
    }
}
