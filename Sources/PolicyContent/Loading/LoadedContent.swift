import Foundation
internal import PolicyModel

/// A house as read from its files, with the place of each of its values: what integrity checks look at.
struct LoadedContent {
    /// One record of a kind and where it stands.
    struct Entry {
        let file: String
        let node: ContentNode
    }

    /// What a machine has found in one document.
    struct Verified {
        let file: String
        let mark: ContentMark
        /// Hash of the text that was read.
        let fileSha256: String?
    }

    var folder: URL
    var house: PolicyHouse
    /// Per kind in the order of the house's own arrays.
    var entries: [ContentKind: [Entry]] = [:]
    /// Ids per kind, also of records that were left out because they are broken.
    var ids: [ContentKind: Set<String>] = [:]

    /// By document.
    var verified: [String: Verified] = [:]

    /// File, line and column of a place.
    func location(of place: ContentPlace) -> (file: String, mark: ContentMark) {
        guard let entries = entries[place.kind], entries.indices.contains(place.index) else {
            return ("house.yaml", .start)
        }
        let entry = entries[place.index]
        return (entry.file, entry.node.deepest(place.path).mark)
    }
}

/// A value in a house: the record and the way into it.
struct ContentPlace: Hashable {
    var kind: ContentKind
    var index: Int
    var path: [ContentStep] = []

    /// The place that many steps further in.
    func at(_ steps: ContentStep...) -> ContentPlace {
        var place = self
        place.path += steps
        return place
    }

    func at(_ key: ContentStep, item index: Int) -> ContentPlace { at(key, .index(index)) }
}
