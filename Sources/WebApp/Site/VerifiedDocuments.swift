import Foundation
import PolicyContent

/// Reads `verified/*.json` of a house.
enum VerifiedDocuments {
    static func read(_ folder: URL) -> [String: VerifiedDocument] {
        let folder = folder.appending(path: "verified", directoryHint: .isDirectory)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        let documents = names.filter { $0.hasSuffix(".json") }.compactMap { name in
            (try? Data(contentsOf: folder.appending(path: name))).flatMap {
                try? JSONDecoder().decode(VerifiedDocument.self, from: $0)
            }
        }
        return Dictionary(documents.map { ($0.document, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
