/// The name that somebody's computer gave a file: for messages only.
struct FileName {
    /// At most sixty visible characters of the last part.
    let text: String
    /// Without the point, in small letters; empty when there is none.
    let ending: String

    init(_ name: String) {
        let last = name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
        // Control characters, and those that turn the direction of a text around, are not shown.
        let shown = last.unicodeScalars.filter {
            switch $0.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate: false
            default: true
            }
        }
        text = String(String(String.UnicodeScalarView(shown)).prefix(60))
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        ending = parts.count > 1 ? parts.last.map { $0.lowercased() } ?? "" : ""
    }
}
