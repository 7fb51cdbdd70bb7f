import Assessment

/// The cells of a sheet in the order in which a kompasroos and its table show them, with the bands around them.
///
/// The outer band shows the groups of questions and the middle band the principles. Where a principle spans several
/// groups it is the other way around.
struct RoseLayout {
    /// Neighbouring cells under one name.
    struct Band: Hashable {
        var title: String
        var cells: Range<Int>
    }

    let cells: [FrameSheet.Cell]
    let outer: [Band]
    let middle: [Band]
    /// Whether the outer band shows groups.
    let isByGroup: Bool

    init(_ sheet: FrameSheet) {
        var groups: [String: Set<String>] = [:]
        for cell in sheet.cells { groups[cell.principle, default: []].insert(cell.group ?? "") }
        let isByGroup = sheet.cells.allSatisfy { $0.group != nil } && groups.values.allSatisfy { $0.count == 1 }
        let key = { (cell: FrameSheet.Cell) in isByGroup ? cell.group ?? "" : cell.principle }
        var order: [String] = []
        for cell in sheet.cells where !order.contains(key(cell)) { order.append(key(cell)) }
        let cells = order.flatMap { name in sheet.cells.filter { key($0) == name } }
        self.isByGroup = isByGroup
        self.cells = cells
        outer = Self.bands(cells, key: key) { Self.short(isByGroup ? $0.groupTitle ?? "" : $0.principleTitle) }
        middle = Self.bands(
            cells,
            key: { isByGroup ? "\($0.group ?? "")/\($0.principle)" : "\($0.principle)/\($0.group ?? "")" },
            title: { isByGroup ? $0.principleTitle : Self.short($0.groupTitle ?? "") })
    }

    private static func bands(
        _ cells: [FrameSheet.Cell], key: (FrameSheet.Cell) -> String, title: (FrameSheet.Cell) -> String
    ) -> [Band] {
        var bands: [Band] = []
        var last: String?
        for (position, cell) in cells.enumerated() {
            if key(cell) == last, let band = bands.indices.last {
                bands[band].cells = bands[band].cells.lowerBound..<(position + 1)
            } else {
                bands.append(Band(title: title(cell), cells: position..<(position + 1)))
            }
            last = key(cell)
        }
        return bands
    }

    /// `Wat` of `Wat: we doen wat we zeggen`.
    private static func short(_ title: String) -> String {
        title.firstIndex(of: ":").map { String(title[..<$0]) } ?? title
    }

    /// At most so many lines of at most so many characters; what does not fit ends in an ellipsis. The table beside the
    /// drawing has every name whole.
    static func lines(_ text: String, width: Int, most: Int) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ").map(String.init) {
            if let last = lines.last, last.count + 1 + word.count <= width {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(word)
            }
        }
        let isCut = lines.count > most
        lines = lines.prefix(most).map { $0.count > width ? String($0.prefix(max(1, width - 1))) + "\u{2026}" : $0 }
        if isCut, let last = lines.last, !last.hasSuffix("\u{2026}") {
            lines[lines.count - 1] = String(last.prefix(max(1, width - 1))) + "\u{2026}"
        }
        return lines
    }
}
