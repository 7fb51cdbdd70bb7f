internal import PolicyModel

/// A passage with a hash has been found in its document by a machine; one without is still to be found.
struct VerifiedPassages: IntegrityCheck {
    static func check(_ content: IndexedContent, _ report: inout IntegrityReport) {
        let house = content.house
        let documents = Dictionary(house.documents.map { ($0.id, $0) }) { first, _ in first }
        let hashes = house.verified.mapValues(Set.init)
        for (source, place) in content.sources {
            guard documents[source.document]?.file != nil else { continue }
            guard let hash = source.passage.sha256 else {
                report.warning(
                    "passage has no hash", at: place.at("passage"), help: "run `kompas check --sources DIR --stamp`")
                continue
            }
            if hashes[source.document]?.contains(hash) != true {
                report.error(
                    "passage is not verified", at: place.at("passage", "sha256"),
                    help: "run `kompas check --sources DIR`")
            }
        }
        for (index, document) in house.documents.enumerated() {
            guard let file = document.file, let verified = content.content.verified[document.id],
                let read = verified.fileSha256, read != file.sha256
            else { continue }
            report.error(
                "document `\(document.id)` was verified against another text: \(verified.file)",
                at: ContentPlace(kind: .documents, index: index).at("file", "sha256"),
                help: "run `kompas check --sources DIR`")
        }
    }
}
