import Foundation
import PolicyModel

/// Every word in the names of activities, with how much it tells.
struct SearchVocabulary: Sendable {
    struct Word: Sendable {
        var text: String
        /// UTF-8.
        var letters: [UInt8]
        var stem: [UInt8]
        /// One bit per letter of the stem.
        var mask: UInt64
        /// Nearly 0 for a word of every activity, 1 for a word of only one.
        var weight: Double
    }

    let forms: WordForms
    private(set) var words: [Word] = []
    private var positions: [String: Int] = [:]
    private var weights: [String: Double] = [:]

    /// - Parameter names: per activity its names, each as words.
    init(_ names: [[[String]]], forms: WordForms) {
        self.forms = forms
        var counts: [String: Int] = [:]
        for activity in names {
            for stem in Set(activity.joined().map(forms.stem)) { counts[stem, default: 0] += 1 }
        }
        let all = Double(names.count)
        weights = counts.mapValues { log(1 + all / Double($0)) / log(1 + all) }
        for text in names.joined().joined() where positions[text] == nil {
            positions[text] = words.count
            let stem = forms.stem(text)
            words.append(
                Word(
                    text: text, letters: Array(text.utf8), stem: Array(stem.utf8), mask: Self.mask(stem),
                    weight: (weights[stem] ?? 1) * (forms.light.contains(text) ? Self.weightOfLight : 1)))
        }
    }

    func position(of word: String) -> Int? { positions[word] }

    /// Whether it is a word of some name, or another form of one.
    func isKnown(_ word: String) -> Bool { weights[forms.stem(word)] != nil }

    /// How like every word of the vocabulary is, from 0 to 1, and how much the asked word tells.
    func likeness(to asked: String) -> (each: [Double], weight: Double) {
        let stem = forms.stem(asked)
        let known = weights[stem]
        let word = Word(
            text: asked, letters: Array(asked.utf8), stem: Array(stem.utf8), mask: Self.mask(stem), weight: 0)
        // A word that is known is no typing error for another one.
        let allowed = known != nil ? 0 : Self.allowedErrors(asked.count)
        let each = words.map { likeness(of: word, to: $0, allowed: allowed) }
        let lightness = forms.light.contains(asked) ? Self.weightOfLight : 1
        if let known { return (each, known * lightness) }
        var best = (likeness: 0.0, weight: Self.weightOfUnknown)
        for (position, likeness) in each.enumerated() where likeness > 0 {
            if (likeness, words[position].weight) > best { best = (likeness, words[position].weight) }
        }
        return (each, best.weight * lightness)
    }

    /// A compound that is not known as the two known words that it is made of, split as evenly as can be; else the word itself.
    func parts(of word: String) -> [String] {
        guard !isKnown(word), let parts = forms.parts(of: word, isKnown: isKnown) else { return [word] }
        return [parts.head, parts.tail]
    }

    /// A word that nothing is like, such as the name of a place, should not hide the other words.
    private static let weightOfUnknown = 0.3
    private static let weightOfLight = 0.3

    /// The longer the part that two words share, the more they are alike; the part that tells what it is counts for most.
    private func likeness(of asked: Word, to word: Word, allowed: Int) -> Double {
        if asked.letters == word.letters { return 1 }
        if asked.stem == word.stem { return 0.97 }
        let (count, length) = (asked.letters.count, word.letters.count)
        let (stem, other) = (asked.stem.count, word.stem.count)
        if count >= 3, word.letters.starts(with: asked.letters) { return 0.9 }
        if stem >= 5, word.letters.starts(with: asked.stem) { return 0.85 }
        var best = 0.0
        if length >= 4, asked.letters.starts(with: word.letters) { best = 0.62 + 0.2 * share(length, count) }
        if forms.isCompounding, stem >= 4, word.stem.ends(with: asked.stem) {
            best = max(best, 0.64 + 0.16 * share(stem, other))
        }
        if forms.isCompounding, other >= 4, other * 2 >= stem, asked.stem.ends(with: word.stem) {
            best = max(best, 0.66 + 0.16 * share(other, stem))
        }
        if count >= 4, word.letters.contains(run: asked.letters) {
            best = max(best, 0.62 + 0.16 * share(count, length))
        }
        guard best == 0, allowed > 0, let distance = distance(asked, word, allowed) else { return best }
        return (count >= 10 ? 0.95 : 0.85) - Double(distance) * 0.1
    }

    /// Between the words or else between their stems; nil for more than allowed.
    private func distance(_ asked: Word, _ word: Word, _ allowed: Int) -> Int? {
        guard (asked.mask ^ word.mask).nonzeroBitCount <= 2 * allowed else { return nil }
        for (left, right) in [(asked.letters, word.letters), (asked.stem, word.stem)] {
            let allowed = min(allowed, Self.allowedErrors(left.count))
            guard abs(left.count - right.count) <= allowed else { continue }
            let (left, right) = (String(decoding: left, as: UTF8.self), String(decoding: right, as: UTF8.self))
            let distance = editDistance(Array(left), Array(right), atMost: allowed)
            if distance <= allowed { return distance }
        }
        return nil
    }

    private static func allowedErrors(_ letters: Int) -> Int { letters >= 8 ? 2 : letters >= 5 ? 1 : 0 }

    private func share(_ part: Int, _ whole: Int) -> Double { Double(part) / Double(whole) }

    private static func mask(_ word: String) -> UInt64 {
        word.utf8.reduce(0) { $0 | 1 << UInt64($1 & 63) }
    }
}

extension [UInt8] {
    fileprivate func ends(with other: [UInt8]) -> Bool {
        count >= other.count && suffix(other.count).elementsEqual(other)
    }

    fileprivate func contains(run: [UInt8]) -> Bool {
        guard let first = run.first, count >= run.count else { return false }
        for start in 0...(count - run.count) where self[start] == first {
            if self[start..<(start + run.count)].elementsEqual(run) { return true }
        }
        return false
    }
}
