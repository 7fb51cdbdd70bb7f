import Foundation

/// Carries a reviewed outline over to another edition of the same document, line by line.
///
/// A line that stands in both editions keeps its section. A line that came in the place of others takes over theirs, and
/// one that came between takes that of the line before it. A person should review the result.
struct OutlineTransfer {
    private let outline: Outline
    private let oldLines: [String]
    private let newLines: [String]
    /// New line number for every old line that stayed, from 1.
    private var moved: [Int: Int] = [:]
    /// Old line number from which a new line takes its section, from 1.
    private var origin: [Int: Int] = [:]

    init(outline: Outline, oldLines: [String], newLines: [String]) {
        self.outline = outline
        self.oldLines = oldLines
        self.newLines = newLines
        align()
    }

    /// The outline with the numbers of the new lines; `file` and `fileSha256` are left to the caller.
    func transferred() -> Outline {
        var result = outline
        let owners = newOwners()
        result.ignored = Self.runs(owners.keys.filter { owners[$0] == .ignored }, bridging: owners)
        result.joined = Set(outline.joined.compactMap { moved[$0] })
        result.items = Set(outline.items.compactMap { moved[$0] })
        result.headings = Set(outline.headings.compactMap { moved[$0] })
        result.sections = outline.sections.enumerated().flatMap { index, section in
            let lines = owners.keys.filter { owners[$0] == .section(index) }
            return Self.runs(lines, bridging: owners).enumerated().map { number, range in
                var copy = section
                copy.lines = range
                if number > 0 { copy.headingLines = 0 }
                return copy
            }
        }
        return result
    }

    private enum Owner: Hashable {
        case section(Int)
        case ignored
    }

    /// The owner of every new line that is not blank.
    private func newOwners() -> [Int: Owner] {
        var old: [Int: Owner] = [:]
        for range in outline.ignored { for line in range { old[line] = .ignored } }
        for (index, section) in outline.sections.enumerated() {
            for line in section.lines where old[line] == nil { old[line] = .section(index) }
        }
        var result: [Int: Owner] = [:]
        var last: Owner?
        var waiting: [Int] = []
        for line in newLines.indices.map({ $0 + 1 }) {
            guard !PassageNormaliser.readableScalars(newLines[line - 1]).isEmpty else { continue }
            let owner = origin[line].flatMap { old[$0] } ?? last
            guard let owner else {
                waiting.append(line)
                continue
            }
            for early in waiting { result[early] = owner }
            waiting = []
            result[line] = owner
            last = owner
        }
        return result
    }

    /// Ranges of line numbers; only blank lines may lie in one.
    private static func runs(_ lines: [Int], bridging owners: [Int: Owner]) -> [ClosedRange<Int>] {
        var result: [ClosedRange<Int>] = []
        for line in lines.sorted() {
            if let last = result.last, (last.upperBound + 1..<line).allSatisfy({ owners[$0] == nil }) {
                result[result.count - 1] = last.lowerBound...line
            } else {
                result.append(line...line)
            }
        }
        return result
    }

    private mutating func align() {
        let old = oldLines.map { PassageNormaliser.key(PassageNormaliser.readable($0)) }
        let new = newLines.map { PassageNormaliser.key(PassageNormaliser.readable($0)) }
        var removed: Set<Int> = []
        var inserted: Set<Int> = []
        for change in new.difference(from: old) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        var oldIndex = 0
        var newIndex = 0
        while oldIndex < old.count || newIndex < new.count {
            var gone: [Int] = []
            while removed.contains(oldIndex) {
                gone.append(oldIndex)
                oldIndex += 1
            }
            // What is blank has no section to hand over.
            let owning = gone.filter { !old[$0].isEmpty }
            var come = 0
            while inserted.contains(newIndex) {
                if !owning.isEmpty, !new[newIndex].isEmpty {
                    origin[newIndex + 1] = owning[min(come, owning.count - 1)] + 1
                    come += 1
                }
                newIndex += 1
            }
            guard oldIndex < old.count, newIndex < new.count else { break }
            moved[oldIndex + 1] = newIndex + 1
            origin[newIndex + 1] = oldIndex + 1
            oldIndex += 1
            newIndex += 1
        }
    }
}
