import NormEngine
import PolicyModel

/// Names of places that differ by a letter or two: one of them may be a slip, or they are two names of one thing.
struct NameVariants: CorpusCheck {
    static func findings(in index: HouseIndex, on day: PolicyDate) -> [CorpusFinding] {
        var owners: [String: Set<String>] = [:]
        for (id, text) in texts(index.house) {
            for name in names(in: text) { owners[name, default: []].insert(id) }
        }
        // What also stands somewhere in small letters is an ordinary word, and no name.
        let ordinary = ordinaryWords(index.house)
        let all = owners.keys.filter { !ordinary.contains(Substring($0.lowercased())) }.sorted()
        let letters = all.map { Array($0.lowercased()) }
        let noted = index.house.inconsistencies.filter { $0.kind == .name }.map { $0.summary.lowercased() }
        var found: [CorpusFinding] = []
        for left in all.indices {
            for right in all.indices where right > left && areVariants(letters[left], letters[right]) {
                let isKnown = noted.contains {
                    $0.contains(all[left].lowercased()) && $0.contains(all[right].lowercased())
                }
                found.append(
                    CorpusFinding(
                        .name, about: [all[left], all[right]], title: "\(all[left]) en \(all[right])",
                        details: [all[left], all[right]].map { name in
                            let ids = (owners[name] ?? []).sorted()
                            return "\(name): " + ids.prefix(6).joined(separator: ", ")
                                + (ids.count > 6 ? " en nog \(ids.count - 6)" : "")
                        }, isKnown: isKnown))
            }
        }
        return found
    }

    private static func texts(_ house: PolicyHouse) -> [(String, String)] {
        // Titles begin with a word of their own; a name alone stands behind one.
        house.designations.map { ($0.id, "- " + $0.title) } + house.placeNames.map { ($0, "- " + $0) }
    }

    private static func ordinaryWords(_ house: PolicyHouse) -> Set<Substring> {
        let texts = house.norms.map(\.summary) + house.goals.map(\.title) + house.designations.compactMap(\.summary)
        return Set(texts.flatMap { $0.split { !$0.isLetter } }.filter { $0.first?.isLowercase == true })
    }

    /// Words of six letters or more that begin with a capital inside a sentence.
    static func names(in text: String) -> Set<String> {
        var names: Set<String> = []
        var atStart = true
        for word in text.split(whereSeparator: \.isWhitespace) {
            let bare = word.trimmingPunctuation
            if bare.count >= 6, let first = bare.first, first.isUppercase, bare.dropFirst().allSatisfy(\.isLowercase),
                !atStart
            {
                names.insert(String(bare))
            }
            atStart = word.last.map { ".:?!".contains($0) } ?? false
        }
        return names
    }

    /// One or two letters more, less or other, and not only an ending that grammar adds.
    static func areVariants(_ left: [Character], _ right: [Character]) -> Bool {
        guard abs(left.count - right.count) <= 2, left.first == right.first, left != right else { return false }
        let (short, long) = left.count <= right.count ? (left, right) : (right, left)
        if long.starts(with: short) { return false }
        let allowed = short.count >= 7 ? 2 : 1
        return editDistance(left, right, atMost: allowed) <= allowed
    }
}

extension Substring {
    fileprivate var trimmingPunctuation: Substring {
        var text = self
        while let first = text.first, !first.isLetter { text.removeFirst() }
        while let last = text.last, !last.isLetter { text.removeLast() }
        return text
    }
}

extension PolicyHouse {
    /// Names that tests ask for.
    fileprivate var placeNames: [String] {
        norms.compactMap(\.where).flatMap(names)
    }

    private func names(_ test: Test) -> [String] {
        switch test {
        case .feature(_, let name): [name]
        case .towards(let settlement, _, _): [settlement]
        case .all(let tests), .any(let tests): tests.flatMap(names)
        case .not(let test): names(test)
        default: []
        }
    }
}
