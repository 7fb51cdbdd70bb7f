import Foundation
import KompasTesting
import Testing

@testable import PolicyContent

/// Whatever a conversion does to a text at its line ends, its passages keep their keys.
@Suite struct PassageFaultPropertyTests {
    private static let words = [
        "grondwater", "efficiënte", "specifieke", "niet-agrarische", "bodem", "landschap", "waterberging", "dorpen",
        "flexibele", "stad", "0-25", "1.500", "zoutkoepel", "natuurgebied",
    ]

    private static func sentence(_ generator: inout SeededGenerator) -> [String] {
        let middle = (0..<Int.random(in: 4...16, using: &generator)).map { _ in
            words.randomElement(using: &generator) ?? ""
        }
        return ["De"] + middle + ["blijft."]
    }

    /// The text on many lines, with words broken and ligatures lost.
    private static func faulty(_ words: [String], _ generator: inout SeededGenerator) -> String {
        var text = ""
        for (index, word) in words.enumerated() {
            var word = word
            if Bool.random(using: &generator) { word = word.replacing("ffi", with: "ff").replacing("fi", with: "f") }
            let isPlain = word.allSatisfy { $0.isLetter && $0.isLowercase }
            if isPlain, word.count > 6, Int.random(in: 0..<3, using: &generator) == 0 {
                let place = word.index(
                    word.startIndex, offsetBy: Int.random(in: 2...(word.count - 2), using: &generator))
                let hyphen = ["-", "\u{AD}", ""].randomElement(using: &generator) ?? ""
                word = "\(word[..<place])\(hyphen)\n\(word[place...])"
            }
            text += word
            guard index + 1 < words.count else { continue }
            text +=
                Int.random(in: 0..<6, using: &generator) == 0
                ? " \n" : [" ", "  ", "\u{A0}"].randomElement(using: &generator) ?? " "
        }
        return text
    }

    @Test func `line ends, hyphens and ligatures change no key`() throws {
        let seed: UInt64 = 20_260_131
        var generator = SeededGenerator(seed: seed)
        for round in 0..<300 {
            let sentences = (0..<3).map { _ in Self.sentence(&generator) }
            let text = sentences.map { Self.faulty($0, &generator) }.joined(separator: " \n") + " \n"
            let lines = text.components(separatedBy: "\n").count
            let outline = try Outline(
                yaml: """
                    document: d
                    file: d.txt
                    fileSha256: "00"
                    sections:
                      - {path: ["1"], headingLines: 0, from: 1, to: \(lines)}
                    """)
            let keys = SourceText(outline: outline, data: Data(text.utf8)).passages.map(\.key)
            let expected = sentences.map { PassageNormaliser.key($0.joined(separator: " ")) }
            #expect(keys == expected, "seed \(seed), round \(round): \(text)")
        }
    }
}
