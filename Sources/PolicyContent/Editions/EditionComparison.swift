public import Foundation

/// What differs between two editions of a document, passage by passage.
public struct EditionComparison: Sendable {
    public enum Kind: String, Sendable, Hashable { case new, gone, changed, moved }

    /// One passage that is not the same in both editions.
    public struct Difference: Sendable, Hashable {
        public var kind: Kind
        /// `nil` for a passage that is new.
        public var old: Passage?
        /// `nil` for a passage that is gone.
        public var new: Passage?
        /// Places in the content that rely on the old passage: `file:line:column`, sorted.
        public var reliedOnBy: [String]
    }

    public var document: String
    public var passages: Int
    public var unchanged: Int
    /// In the order of the new text; what is gone stands where it was.
    public var differences: [Difference]
    /// The outline carried over to the new text. Review it before you use it.
    public var outline: Outline

    /// - Parameters:
    ///   - references: source references to the document that were found in the old text.
    public init(
        old: SourceText, oldData: Data, newData: Data, newFile: String, references: [DocumentVerification.Verified]
    ) {
        let oldLines = Self.lines(oldData)
        var outline = OutlineTransfer(outline: old.outline, oldLines: oldLines, newLines: Self.lines(newData))
            .transferred()
        outline.file = newFile
        outline.fileSha256 = PassageNormaliser.digest(of: newData)
        self.outline = outline
        document = old.outline.document
        let oldLeaves = LeafPassages(old.passages).leaves
        let newLeaves = LeafPassages(SourceText(outline: outline, data: newData).passages).leaves
        passages = newLeaves.count
        var pairing = EditionPairing(old: oldLeaves.map(\.passage), new: newLeaves.map(\.passage))
        pairing.run()
        unchanged = pairing.unchanged
        let wholes = Dictionary(oldLeaves.map { ($0.passage, $0.whole) }) { first, _ in first }
        let places = Dictionary(grouping: references, by: \.passage).mapValues { $0.map(\.reference.place) }
        differences = pairing.differences.map { kind, old, new in
            let here = old.map { (places[$0] ?? []) + (wholes[$0] == $0 ? [] : places[wholes[$0] ?? $0] ?? []) }
            return Difference(kind: kind, old: old, new: new, reliedOnBy: Set(here ?? []).sorted())
        }
    }

    private static func lines(_ data: Data) -> [String] {
        String(decoding: data, as: UTF8.self).replacingOccurrences(of: "\r\n", with: "\n").components(separatedBy: "\n")
    }

    /// One line with the figures.
    public var summary: String {
        func count(_ kind: Kind) -> Int { differences.count { $0.kind == kind } }
        return
            "\(document): \(passages) passages, \(unchanged) unchanged, \(count(.new)) new, \(count(.changed)) changed, "
            + "\(count(.gone)) gone, \(count(.moved)) moved"
    }
}

/// Pairs the passages of two editions: the same in the same section, the same elsewhere, alike in the same section.
struct EditionPairing {
    private let old: [Passage]
    private let new: [Passage]
    private(set) var unchanged = 0
    private(set) var differences: [(EditionComparison.Kind, Passage?, Passage?)] = []

    init(old: [Passage], new: [Passage]) {
        self.old = old
        self.new = new
    }

    private struct Address: Hashable {
        var path: [String]
        var sha256: String
    }

    mutating func run() {
        var freeOld = Set(old.indices)
        var partner: [Int: (Int, EditionComparison.Kind)] = [:]
        func take(_ key: (Passage) -> AnyHashable, as kind: EditionComparison.Kind?) {
            var waiting = Dictionary(grouping: freeOld.sorted(), by: { key(old[$0]) })
            for index in new.indices where partner[index] == nil {
                guard let first = waiting[key(new[index])]?.first else { continue }
                waiting[key(new[index])]?.removeFirst()
                freeOld.remove(first)
                partner[index] = (first, kind ?? .new)
                if kind == nil { unchangedPairs.insert(index) }
            }
        }
        var unchangedPairs: Set<Int> = []
        take({ Address(path: $0.path, sha256: $0.sha256) }, as: nil)
        take({ $0.sha256 }, as: .moved)
        for index in new.indices where partner[index] == nil {
            let candidates = freeOld.filter { old[$0].section == new[index].section && old[$0].unit == new[index].unit }
            let best = candidates.map { ($0, Self.likeness(old[$0].text, new[index].text)) }
                .max { ($0.1, $1.0) < ($1.1, $0.0) }
            guard let best, best.1 >= 0.5 else { continue }
            freeOld.remove(best.0)
            partner[index] = (best.0, .changed)
        }
        unchanged = unchangedPairs.count
        collect(partner, gone: freeOld.sorted(), unchangedPairs)
    }

    /// In the order of the new text; what is gone comes after the passage that preceded it.
    private mutating func collect(
        _ partner: [Int: (Int, EditionComparison.Kind)], gone: [Int], _ unchangedPairs: Set<Int>
    ) {
        var placed: [(order: Double, kind: EditionComparison.Kind, old: Passage?, new: Passage?)] = []
        var newOfOld: [Int: Int] = [:]
        for (index, pair) in partner { newOfOld[pair.0] = index }
        for index in new.indices where !unchangedPairs.contains(index) {
            if let (before, kind) = partner[index] {
                placed.append((Double(index), kind, old[before], new[index]))
            } else {
                placed.append((Double(index), .new, nil, new[index]))
            }
        }
        for index in gone {
            let before = (0..<index).reversed().lazy.compactMap { newOfOld[$0] }.first
            placed.append((before.map { Double($0) + 0.5 } ?? -0.5, .gone, old[index], nil))
        }
        differences = placed.enumerated()
            .sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }
            .map { ($0.element.kind, $0.element.old, $0.element.new) }
    }

    /// Share of words that two texts have in common, from 0 to 1.
    static func likeness(_ left: String, _ right: String) -> Double {
        func words(_ text: String) -> Set<String> {
            Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
        }
        let (left, right) = (words(left), words(right))
        guard !left.isEmpty, !right.isEmpty else { return 0 }
        return Double(left.intersection(right).count) / Double(left.union(right).count)
    }
}
