import Assessment
import Foundation
import NormEngine
import PolicyContent
import PolicyModel
import Reporting

/// Looks up the words of documents behind the findings of a report. Reads only; a text that is not the one that was reviewed
/// is refused.
struct PassageReader {
    let house: PolicyHouse
    let outlines: URL

    init(_ workspace: Workspace) {
        house = workspace.index.house
        outlines = workspace.folder.appending(path: "outlines", directoryHint: .isDirectory)
    }

    /// The passages of all findings, from the given folder or `KOMPAS_SOURCES`; none without either. What is refused is told on
    /// standard error and in the result.
    func passages(of report: AssessmentReport, sources: String?) throws -> PassageTexts {
        guard let path = sources ?? ProcessInfo.processInfo.environment["KOMPAS_SOURCES"], !path.isEmpty else {
            return PassageTexts()
        }
        let folder = try Self.folder(path)
        let norms = Dictionary(house.norms.map { ($0.id, $0.source) }, uniquingKeysWith: { first, _ in first })
        var result = PassageTexts()
        var finders: [String: PassageFinder?] = [:]
        for finding in report.findings {
            guard let source = norms[finding.norm] else { continue }
            if finders[source.document] == nil {
                finders[source.document] = .some(finder(source.document, folder, &result.refusals))
            }
            guard let finder = finders[source.document] ?? nil else { continue }
            if case .found(let passage) = finder.find(source),
                source.passage.sha256.map({ $0 == passage.sha256 }) ?? true
            {
                result.texts[finding.id] = passage.text
            }
        }
        for refusal in result.refusals { Terminal.error("kompas: " + refusal) }
        return result
    }

    /// The folder with the texts of documents; an error when it is not there.
    static func folder(_ path: String) throws -> URL {
        let folder = URL(filePath: path, directoryHint: .isDirectory)
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder), isFolder.boolValue else {
            throw Failure.message("de map `\(path)` bestaat niet", help: "noem de map met de teksten van de documenten")
        }
        return folder
    }

    /// The reviewed text of a document; otherwise why not.
    private func finder(_ document: String, _ folder: URL, _ refusals: inout [String]) -> PassageFinder? {
        let record = house.documents.first { $0.id == document }
        let title = record?.shortTitle ?? record?.title ?? document
        let outline = outlines.appending(path: "\(document).yaml")
        guard let text = try? SourceText(outlineFile: outline, sources: folder) else {
            refusals.append("De tekst van \(title) is niet gevonden; de passages daaruit staan er niet bij.")
            return nil
        }
        guard text.isReviewed else {
            refusals.append(
                "De tekst van \(title) (`\(text.outline.file)`) is niet de tekst die is nagekeken; de passages daaruit staan er niet bij."
            )
            return nil
        }
        return PassageFinder(text)
    }
}
