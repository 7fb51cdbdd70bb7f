public import Foundation
public import PolicyModel
internal import Synchronization

/// What came of looking up the words behind a source reference.
public enum PassageReading: Sendable, Hashable {
    case found(Passage)
    /// The text of the document cannot be used.
    case refused(PassageRefusal)
    /// The text is the one that was reviewed, and this passage is not in it, not alone, or not with the hash of the reference.
    case notInText
}

/// Why the text of a document cannot be used.
public enum PassageRefusal: Sendable, Hashable {
    /// The outline or the text is not there, or cannot be read.
    case noText
    /// The file is another text than the one that was reviewed.
    case notReviewed(file: String)
}

/// The texts of the documents of a house, as far as they are at hand: finds the words behind a source reference.
///
/// A text is read when it is first asked for, once; after that every answer comes from memory. A text that is not the one that
/// was reviewed is refused as a whole, so that nobody is shown words that nobody compared. Nothing is written or kept outside
/// memory. Safe to share between threads; readers of one document do not wait for another to be read.
public final class PassageLibrary: Sendable {
    /// Whether there are texts at all.
    public let isOpen: Bool
    private let shelves: [String: Shelf]

    /// - Parameters:
    ///   - house: the folder of the house, which holds the outlines.
    ///   - sources: the folder with the texts; without it every document is refused.
    public init(house: URL, sources: URL?) {
        isOpen = sources != nil
        guard let sources else {
            shelves = [:]
            return
        }
        let outlines = house.appending(path: "outlines", directoryHint: .isDirectory)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: outlines.path)) ?? []
        let documents = names.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
        shelves = Dictionary(
            documents.map { ($0, Shelf(outline: outlines.appending(path: "\($0).yaml"), sources: sources)) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The passage that a source reference points at.
    public func reading(of source: SourceReference) -> PassageReading {
        shelves[source.document]?.reading(of: source) ?? .refused(.noText)
    }

    /// The words behind a source reference; `nil` when they cannot be shown.
    public func text(of source: SourceReference) -> String? {
        guard case .found(let passage) = reading(of: source) else { return nil }
        return passage.text
    }

    /// Why the text of a document cannot be used; `nil` when it can.
    public func refusal(of document: String) -> PassageRefusal? {
        guard let shelf = shelves[document] else { return .noText }
        return shelf.refusal
    }
}

/// The text of one document, opened when it is first asked for.
private final class Shelf: Sendable {
    private enum State {
        case closed
        case open(PassageFinder, found: [SourceReference: PassageReading])
        case refused(PassageRefusal)
    }

    private let outline: URL
    private let sources: URL
    private let state = Mutex(State.closed)

    init(outline: URL, sources: URL) {
        self.outline = outline
        self.sources = sources
    }

    var refusal: PassageRefusal? {
        state.withLock { state in
            if case .closed = state { state = opened() }
            guard case .refused(let refusal) = state else { return nil }
            return refusal
        }
    }

    func reading(of source: SourceReference) -> PassageReading {
        state.withLock { state in
            if case .closed = state { state = opened() }
            switch state {
            case .closed: return .refused(.noText)
            case .refused(let refusal): return .refused(refusal)
            case .open(let finder, var found):
                if let reading = found[source] { return reading }
                let reading = Self.look(for: source, finder)
                found[source] = reading
                state = .open(finder, found: found)
                return reading
            }
        }
    }

    private func opened() -> State {
        guard let text = try? SourceText(outlineFile: outline, sources: sources) else { return .refused(.noText) }
        guard text.isReviewed else { return .refused(.notReviewed(file: text.outline.file)) }
        return .open(PassageFinder(text), found: [:])
    }

    private static func look(for source: SourceReference, _ finder: PassageFinder) -> PassageReading {
        guard case .found(let passage) = finder.find(source) else { return .notInText }
        guard source.passage.sha256.map({ $0 == passage.sha256 }) ?? true else { return .notInText }
        return .found(passage)
    }
}
