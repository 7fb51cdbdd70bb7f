public import PolicyModel

/// Finds the passage of a source reference in a document.
///
/// A path matches a section with that path (or with one of its other names), and the list items in it whose letters and
/// numbers are the remaining steps. When nothing there begins as asked, deeper sections are searched as well. Words match by
/// their ``PassageNormaliser/key(_:)``, with or without the item's own letter or number.
public struct PassageFinder: Sendable {
    public let text: SourceText
    private let places: [Place]
    private let otherNames: [[String]: [String]]
    private let sections: [(path: [String], steps: [String])]

    private struct Place: Sendable {
        var section: [String]
        var labels: [String]
        var markedKey: String?
        var passage: Passage
    }

    public init(_ text: SourceText) {
        self.text = text
        places = text.passages.map { passage in
            Place(
                section: Self.steps(passage.section), labels: Self.steps(passage.labels),
                markedKey: passage.marker.isEmpty
                    ? nil : PassageNormaliser.key(passage.marker + " " + passage.text),
                passage: passage)
        }
        var names: [[String]: [String]] = [:]
        for section in text.outline.sections {
            for name in section.alsoKnownAs { names[Self.steps(name)] = Self.steps(section.path) }
        }
        otherNames = names
        sections = text.outline.paths.map { ($0, Self.steps($0)) }
    }

    /// The passage that a source reference points at.
    public func find(_ reference: SourceReference) -> PassageMatch { find(PassageQuery(reference)) }

    /// The passage that a query asks for.
    public func find(_ query: PassageQuery) -> PassageMatch {
        let path = resolved(query.path)
        let (here, deeper) = candidates(path)
        guard !here.isEmpty || !deeper.isEmpty || sections.contains(where: { $0.steps.starts(with: path) }) else {
            return .unknownPath(nearPaths(path))
        }
        let start = Self.startKey(query.starts)
        var hits = here.filter { $0.passage.unit == query.unit && Self.begins($0, with: start) }
        if hits.isEmpty { hits = deeper.filter { $0.passage.unit == query.unit && Self.begins($0, with: start) } }
        if let nth = query.nth, !hits.isEmpty {
            guard hits.indices.contains(nth - 1) else { return .missing([.fewer(hits.count)]) }
            return .found(hits[nth - 1].passage)
        }
        switch hits.count {
        case 0: return .missing(nearMisses(query, start: start, among: (here + deeper).map(\.passage)))
        case 1: return .found(hits[0].passage)
        default: return .ambiguous(hits.map(\.passage))
        }
    }

    /// The passages of a path: first those that stand right there, then those of deeper sections.
    public func passages(in path: [String]) -> [Passage] {
        let (here, deeper) = candidates(resolved(path))
        return (here + deeper).map(\.passage)
    }

    private func resolved(_ path: [String]) -> [String] {
        let steps = Self.steps(path)
        for length in stride(from: steps.count, to: 0, by: -1) {
            if let section = otherNames[Array(steps.prefix(length))] { return section + steps.dropFirst(length) }
        }
        return steps
    }

    private func candidates(_ path: [String]) -> (here: [Place], deeper: [Place]) {
        var here: [Place] = []
        var deeper: [Place] = []
        for place in places {
            if path.starts(with: place.section), place.labels.starts(with: path.dropFirst(place.section.count)) {
                here.append(place)
            } else if (place.section + place.labels).starts(with: path) {
                deeper.append(place)
            }
        }
        return (here, deeper)
    }

    private func nearMisses(_ query: PassageQuery, start: String, among near: [Passage]) -> [PassageNearMiss] {
        var result = near.filter { $0.unit != query.unit && Self.begins($0.key, with: start) }
            .map(PassageNearMiss.otherUnit)
        if result.isEmpty {
            result = text.passages.filter { Self.begins($0.key, with: start) }.map(PassageNearMiss.otherPath)
        }
        if result.isEmpty {
            result = near.filter { $0.unit == query.unit && Self.contains($0.key, start) }.map(PassageNearMiss.inside)
        }
        if result.isEmpty { result = similar(query, among: near).map(PassageNearMiss.similar) }
        return Array(result.prefix(4))
    }

    private func similar(_ query: PassageQuery, among near: [Passage]) -> [Passage] {
        func words(_ text: String, _ most: Int) -> Set<String> {
            Set(text.split(separator: " ").prefix(most).map { PassageNormaliser.key(String($0)).lowercased() })
        }
        let wanted = words(PassageNormaliser.readable(query.starts), Int.max)
        let scored = near.filter { $0.unit == query.unit || $0.unit == .sentence }
            .map { (passage: $0, common: wanted.intersection(words($0.text, 10)).count) }
            .filter { $0.common > 0 }
        let sorted = scored.enumerated().sorted {
            ($1.element.common, $0.element.passage.lines.lowerBound, $0.offset)
                < ($0.element.common, $1.element.passage.lines.lowerBound, $1.offset)
        }
        return sorted.prefix(3).map(\.element.passage)
    }

    private func nearPaths(_ path: [String]) -> [[String]] {
        let shared = sections.map { section in zip(section.steps, path).prefix { $0 == $1 }.count }
        let most = shared.max() ?? 0
        return Array(zip(sections, shared).filter { $0.1 == most }.map(\.0.path).prefix(14))
    }

    /// Steps are compared without capitals, quotes, spaces and all that a conversion may change.
    private static func steps(_ path: [String]) -> [String] {
        path.map { step in
            var scalars = PassageNormaliser.key(PassageNormaliser.readableScalars(step))
            scalars.removeAll { $0 == "'" || $0 == "\"" }
            return scalars.text.lowercased()
        }
    }

    private static func startKey(_ starts: String) -> String {
        PassageNormaliser.key(PassageNormaliser.readableScalars(starts)).text
    }

    private static func begins(_ place: Place, with start: String) -> Bool {
        begins(place.passage.key, with: start) || place.markedKey.map { begins($0, with: start) } ?? false
    }

    private static func begins(_ key: String, with start: String) -> Bool {
        !start.isEmpty && key.unicodeScalars.starts(with: start.unicodeScalars)
    }

    private static func contains(_ key: String, _ part: String) -> Bool {
        let (key, part) = (Scalars(key), Scalars(part))
        guard !part.isEmpty, part.count <= key.count else { return false }
        return (0...(key.count - part.count)).contains { key[$0..<($0 + part.count)].elementsEqual(part) }
    }
}
