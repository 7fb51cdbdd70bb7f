internal import PolicyModel

extension PassageSplitter {
    /// A paragraph or list item while its lines are being gathered.
    private struct Block {
        var marker: ItemMarker?
        var labels: [String] = []
        var lines: [NumberedLine]
    }

    /// Paragraphs, list items and headings inside a section. In a flattened table each paragraph is a cell as well.
    func blocks(path: [String], body: [Int], inCells: Bool) -> [Passage] {
        var result: [Passage] = []
        var block: Block?
        var levels: [(kind: ItemMarker.Kind, label: String?)] = []
        var afterBlank = false

        func close() {
            if let block { result += passages(of: block, path: path, inCells: inCells) }
            block = nil
        }

        for number in body {
            let text = shown(number)
            if text.isEmpty {
                afterBlank = true
                continue
            }
            defer { afterBlank = false }
            let line = NumberedLine(number: number, text: text)
            if let marker = ItemMarker(text, number: number, outline: outline) {
                close()
                if marker.kind == .word {
                    levels = []
                } else {
                    if let level = levels.firstIndex(where: { $0.kind == marker.kind }) {
                        levels.removeSubrange(level...)
                    }
                    levels.append((marker.kind, marker.label))
                }
                block = Block(
                    marker: marker, labels: levels.compactMap(\.label),
                    lines: [NumberedLine(number: number, text: marker.rest)])
            } else if outline.headings.contains(number) || LineRules.isHeading(text, raw: lines[number - 1]) {
                close()
                levels = []
                result += [passage(.heading, path, in: JoinedText(line))].compactMap { $0 }
            } else if let last = block?.lines.last?.text,
                !afterBlank || LineRules.continues(last, with: text, inCells: inCells)
            {
                block?.lines.append(line)
            } else {
                close()
                levels = []
                block = Block(lines: [line])
            }
        }
        close()
        return result
    }

    private func passages(of block: Block, path: [String], inCells: Bool) -> [Passage] {
        let joined = joiner.join(block.lines)
        var result: [Passage?] = []
        if let marker = block.marker {
            result.append(passage(.item, path, labels: block.labels, marker: marker.sign, in: joined))
        } else if inCells {
            result.append(passage(.cell, path, labels: block.labels, in: joined))
        }
        for range in SentenceSplitter.sentences(in: joined.text) {
            let marker = range.lowerBound == 0 ? block.marker?.sign ?? "" : ""
            result.append(
                passage(
                    .sentence, path, labels: block.labels, marker: marker, in: joined, range: range,
                    isPart: block.marker != nil || inCells))
        }
        return result.compactMap { $0 }
    }
}
