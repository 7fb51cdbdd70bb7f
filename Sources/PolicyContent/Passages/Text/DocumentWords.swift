/// What a document tells about its own words, to mend those that a line end broke.
///
/// Converters leave the space at a line end and none behind a word that they broke. Where most lines end with a space, the
/// others may end inside a word. A word is known when it stands where it cannot be half a word.
struct DocumentWords {
    private var known: Set<String> = []
    private let bareLines: Set<Int>
    private let isSpaced: Bool

    /// `lines` as they stand in the file, `readable` the same lines cleaned.
    init(lines: [String], readable: [Scalars]) {
        let filled = readable.indices.filter { !readable[$0].isEmpty }
        let bare = Set(filled.filter { lines[$0].unicodeScalars.last?.isGap == false })
        isSpaced = 2 * (filled.count - bare.count) >= filled.count
        bareLines = Set(bare.map { $0 + 1 })
        var previous: Int?
        for index in filled {
            var words = Self.words(in: readable[index][...])[...]
            if !isSpaced || bare.contains(index) { words = words.dropLast() }
            if !isSpaced || previous.map(bare.contains) == true { words = words.dropFirst() }
            for word in words { known.insert(word.text.lowercased()) }
            previous = index
        }
    }

    func isKnown(_ word: String) -> Bool { known.contains(word.lowercased()) }

    /// Whether a line ends inside a word of which `left` stands before the line end and `right` after it.
    ///
    /// Without other signs only when both halves have four letters and the whole is known. A line without the usual space at
    /// its end is also broken when the first half is no known word.
    func isBroken(atEndOf line: Int, left: String, right: String) -> Bool {
        let isLong = left.unicodeScalars.count >= 4
        let isWhole = isLong && right.unicodeScalars.count >= 4 && isKnown(left + right)
        guard isSpaced else { return isWhole }
        return bareLines.contains(line) && (isWhole || (isLong && !isKnown(left)))
    }

    /// Runs of letters, with hyphens between letters.
    static func words(in line: ArraySlice<Unicode.Scalar>) -> [ArraySlice<Unicode.Scalar>] {
        var result: [ArraySlice<Unicode.Scalar>] = []
        var index = line.startIndex
        while index < line.endIndex {
            guard line[index].isLetter else {
                index += 1
                continue
            }
            let start = index
            while index < line.endIndex, line[index].isLetter || isInnerHyphen(line, index) { index += 1 }
            result.append(line[start..<index])
        }
        return result
    }

    private static func isInnerHyphen(_ line: ArraySlice<Unicode.Scalar>, _ index: Int) -> Bool {
        line[index] == "-" && index + 1 < line.endIndex && line[index + 1].isLetter
    }
}
