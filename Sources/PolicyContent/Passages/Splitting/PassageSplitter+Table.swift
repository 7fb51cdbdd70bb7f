internal import Foundation
internal import PolicyModel

extension PassageSplitter {
    /// One row per line, its cells, and the sentences and list items inside the cells.
    func table(path: [String], body: [Int]) -> [Passage] {
        body.flatMap { number -> [Passage] in
            guard !shown(number).isEmpty else { return [] }
            let raw = lines[number - 1].components(separatedBy: "\t")
            let cells = raw.map { (raw: $0, text: PassageNormaliser.readableScalars($0)) }.filter { !$0.text.isEmpty }
            let row = Scalars(cells.map(\.text).joined(separator: ["\t"]))
            var result = [passage(.row, path, in: JoinedText(NumberedLine(number: number, text: row)))]
            for cell in cells {
                let joined = JoinedText(NumberedLine(number: number, text: cell.text))
                result.append(passage(.cell, path, in: joined, isPart: true))
                result += parts(of: cell.raw, number: number, path: path)
            }
            return result.compactMap { $0 }
        }
    }

    private func parts(of cell: String, number: Int, path: [String]) -> [Passage?] {
        let items = cell.components(separatedBy: "<li>").dropFirst().compactMap { part in
            part.range(of: "</li>").map { String(part[..<$0.lowerBound]) }
        }
        var lead = cell
        if !items.isEmpty, let list = cell.range(of: "<ul") { lead = String(cell[..<list.lowerBound]) }
        for end in ["<br>", "<br/>", "<br />", "<br >"] { lead = lead.replacingOccurrences(of: end, with: "</p>") }

        var result: [Passage?] = []
        for paragraph in lead.components(separatedBy: "</p>") {
            let text = PassageNormaliser.readableScalars(paragraph)
            let joined = JoinedText(NumberedLine(number: number, text: text))
            result += SentenceSplitter.sentences(in: text).map {
                passage(.sentence, path, in: joined, range: $0, isPart: true)
            }
        }
        for item in items {
            let text = PassageNormaliser.readableScalars(item)
            let marker = ItemMarker(text, number: number, outline: outline)
            let joined = JoinedText(NumberedLine(number: number, text: marker?.rest ?? text))
            result.append(passage(.item, path, marker: marker?.sign ?? "", in: joined, isPart: true))
        }
        return result
    }
}
