extension Outline {
    /// The outline as YAML, to be reviewed by a person.
    public var yaml: String {
        var lines = [
            "# Carried over from another edition. Review every section against the text before you use it; see docs/passages.md.",
            "document: \(document)", "file: \(Self.quoted(file))", "fileSha256: \(fileSha256)", "ignore:",
        ]
        lines += ignored.map { "  - {from: \($0.lowerBound), to: \($0.upperBound), why: \"carried over\"}" }
        if !markers.isEmpty { lines.append("markers: [\(markers.map(Self.quoted).joined(separator: ", "))]") }
        for (key, numbers) in [("join", joined), ("items", items), ("headings", headings)] where !numbers.isEmpty {
            lines.append("\(key): [\(numbers.sorted().map(String.init).joined(separator: ", "))]")
        }
        lines.append("sections:")
        lines += sections.map { "  - {\($0.yamlMembers.joined(separator: ", "))}" }
        return lines.joined(separator: "\n") + "\n"
    }

    fileprivate static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}

extension Outline.Section {
    fileprivate var yamlMembers: [String] {
        func list(_ path: [String]) -> String { "[\(path.map(Outline.quoted).joined(separator: ", "))]" }
        var members = ["path: \(list(path))"]
        if headingLines != 1 { members.append("headingLines: \(headingLines)") }
        if headingLines > 0, !heading.isEmpty { members.append("heading: \(Outline.quoted(heading))") }
        if layout != .text { members.append("kind: \(layout.rawValue)") }
        if !alsoKnownAs.isEmpty { members.append("aka: [\(alsoKnownAs.map(list).joined(separator: ", "))]") }
        return members + ["from: \(lines.lowerBound)", "to: \(lines.upperBound)"]
    }
}
