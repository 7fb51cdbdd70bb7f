internal import PolicyModel

extension PassageSplitter {
    private struct Entry {
        var lines: [NumberedLine]
        /// Whether the first line is a heading of its own, with the text of the entry below it.
        var isTitled: Bool
    }

    /// One passage per legend entry. A line that begins with a small letter or a bracket goes on with the entry above it;
    /// so does the first long line below a heading.
    func legend(path: [String], body: [Int]) -> [Passage] {
        var entries: [Entry] = []
        var afterBlank = false
        var awaitsText = false
        for number in body {
            var text = shown(number)
            if text.isEmpty {
                afterBlank = true
                continue
            }
            let marker = ItemMarker(text, number: number, outline: outline)
            let isHeading = LineRules.hasHeadingMark(lines[number - 1])
            if let marker { text = marker.rest }
            let line = NumberedLine(number: number, text: text)
            let first = text.first ?? " "
            let mayContinue = !entries.isEmpty && marker == nil && !isHeading
            if mayContinue, first.isSmallLetter || first == "(" {
                entries[entries.count - 1].lines.append(line)
            } else if mayContinue, awaitsText, afterBlank, text.count > 40 {
                entries[entries.count - 1].lines.append(line)
                awaitsText = false
            } else {
                entries.append(Entry(lines: [line], isTitled: isHeading))
                awaitsText = isHeading
            }
            afterBlank = false
        }
        return entries.flatMap { passages(of: $0, path: path) }
    }

    private func passages(of entry: Entry, path: [String]) -> [Passage] {
        var result = [passage(.legend, path, in: joiner.join(entry.lines, keepingWords: true))]
        let joined = joiner.join(
            entry.isTitled ? Array(entry.lines.dropFirst()) : entry.lines, keepingWords: true)
        let sentences = SentenceSplitter.sentences(in: joined.text)
        if sentences.count > 1 || (entry.isTitled && entry.lines.count > 1) {
            result += sentences.map { passage(.sentence, path, in: joined, range: $0, isPart: true) }
        }
        return result.compactMap { $0 }
    }

    /// One cell per line: the loose words of a drawing or map.
    func labels(path: [String], body: [Int]) -> [Passage] {
        body.compactMap { number in
            let text = shown(number)
            guard !text.isEmpty else { return nil }
            return passage(.cell, path, in: JoinedText(NumberedLine(number: number, text: text)))
        }
    }
}
