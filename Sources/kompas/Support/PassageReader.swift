import Assessment
import Foundation
import NormEngine
import PolicyContent
import Reporting
import WebApp

/// Looks up the words of documents behind the findings of a report.
struct PassageReader {
    private let index: HouseIndex
    private let folder: URL

    init(_ workspace: Workspace) {
        index = workspace.index
        folder = workspace.folder
    }

    /// The passages of all findings, from the given folder or `KOMPAS_SOURCES`; none without either. What is refused is told on
    /// standard error and in the result.
    func passages(of report: AssessmentReport, sources: String?) throws -> PassageTexts {
        guard let path = sources ?? ProcessInfo.processInfo.environment["KOMPAS_SOURCES"], !path.isEmpty else {
            return PassageTexts()
        }
        let library = PassageLibrary(house: folder, sources: try Self.folder(path))
        let result = PassageTexts(of: report, index: index, from: library)
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
}
