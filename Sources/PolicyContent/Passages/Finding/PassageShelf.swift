public import Foundation
public import PolicyModel
import Synchronization

/// The texts of the documents behind a house, for showing passages beside what was made of them. A text is opened when it is
/// first asked for; one that is not the text that was reviewed is refused.
public final class PassageShelf: Sendable {
    /// Why the passages of a document cannot be shown.
    public enum Refusal: Sendable, Hashable {
        /// There is no outline or no text.
        case notFound
        /// There is another text than the one that was reviewed, in this file.
        case notReviewed(file: String)
    }

    private enum Volume: Sendable {
        case open(PassageFinder)
        case refused(Refusal)
    }

    private struct State {
        var volumes: [String: Volume] = [:]
        var found: [SourceReference: String?] = [:]
    }

    private let outlines: URL
    private let sources: URL?
    private let state = Mutex(State())

    /// - Parameters:
    ///   - house: the folder of the house, which holds the outlines.
    ///   - sources: the folder with the texts; without it no passage is shown.
    public init(house: URL, sources: URL?) {
        outlines = house.appending(path: "outlines", directoryHint: .isDirectory)
        self.sources = sources
    }

    /// Whether there are texts at all.
    public var isOpen: Bool { sources != nil }

    /// The words of the passage; `nil` when the text is not at hand, or the passage is not the one that was reviewed.
    public func text(of reference: SourceReference) -> String? {
        guard isOpen else { return nil }
        return state.withLock { state in
            if let known = state.found[reference] { return known }
            var text: String?
            if case .open(let finder) = volume(reference.document, &state),
                case .found(let passage) = finder.find(reference),
                reference.passage.sha256.map({ $0 == passage.sha256 }) ?? true
            {
                text = passage.text
            }
            state.found[reference] = .some(text)
            return text
        }
    }

    /// Why passages of a document are not shown; `nil` when they are, or when there are no texts at all.
    public func refusal(of document: String) -> Refusal? {
        guard isOpen else { return nil }
        return state.withLock { state in
            if case .refused(let refusal) = volume(document, &state) { return refusal }
            return nil
        }
    }

    private func volume(_ document: String, _ state: inout State) -> Volume {
        if let known = state.volumes[document] { return known }
        let volume = open(document)
        state.volumes[document] = volume
        return volume
    }

    private func open(_ document: String) -> Volume {
        let outline = outlines.appending(path: "\(document).yaml")
        guard let sources, let text = try? SourceText(outlineFile: outline, sources: sources) else {
            return .refused(.notFound)
        }
        return text.isReviewed ? .open(PassageFinder(text)) : .refused(.notReviewed(file: text.outline.file))
    }
}
