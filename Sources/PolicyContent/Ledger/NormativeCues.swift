import Foundation

/// Words that often carry a norm: `ledger/cues.yaml`. A star stands for any letters.
struct NormativeCues {
    private struct Cue {
        var bytes: [UInt8]
        var goesOn: Bool
    }

    private let cues: [Cue]

    /// - Parameter words: in small letters; a star at the end stands for any letters.
    init(_ words: [String]) {
        cues = words.map { word in
            let goesOn = word.hasSuffix("*")
            return Cue(bytes: Array((goesOn ? String(word.dropLast()) : word).utf8), goesOn: goesOn)
        }
    }

    /// Reads the cues of a house; none when it has no such file.
    init(house: URL) {
        let file = house.appending(path: "ledger/cues.yaml")
        let root = (try? Data(contentsOf: file)).flatMap { try? YAMLReader.read($0) }
        self.init((root?["cues"]?.items ?? []).compactMap(\.text))
    }

    /// Whether one of the cues stands in the text as a word.
    func occur(in text: String) -> Bool {
        let bytes = Array(text.lowercased().utf8)
        return cues.contains { occurs($0, in: bytes) }
    }

    private func occurs(_ cue: Cue, in bytes: [UInt8]) -> Bool {
        let length = cue.bytes.count
        guard length > 0, bytes.count >= length else { return false }
        for start in 0...(bytes.count - length) where bytes[start] == cue.bytes[0] {
            guard start == 0 || !Self.isLetter(bytes[start - 1]) else { continue }
            guard bytes[start..<(start + length)].elementsEqual(cue.bytes) else { continue }
            if cue.goesOn || start + length == bytes.count || !Self.isLetter(bytes[start + length]) { return true }
        }
        return false
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
}
