public import Foundation

/// Verifies source references against the texts of their documents.
public enum SourceVerification {
    /// Verifies references; `outlines` is the folder with `<document>.yaml`, `sources` the folder with the texts.
    public static func verify(_ references: [LocatedReference], outlines: URL, sources: URL) -> VerificationReport {
        let grouped = Dictionary(grouping: references, by: \.document)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: outlines.path)) ?? []
        let outlined = names.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
        let documents = Set(grouped.keys).union(outlined).sorted()
        return VerificationReport(
            documents: documents.map { document in
                let file = outlined.contains(document) ? outlines.appending(path: "\(document).yaml") : nil
                return verify(grouped[document] ?? [], document: document, outlineFile: file, sources: sources)
            })
    }

    /// Verifies the references to one document in its text.
    public static func verify(_ references: [LocatedReference], in text: SourceText) -> DocumentVerification {
        var result = DocumentVerification(document: text.outline.document)
        result.file = text.outline.file
        result.fileSha256 = text.fileSha256
        result.reviewedSha256 = text.outline.fileSha256
        result.faults = text.faults
        result.references = references.count
        let finder = PassageFinder(text)
        for reference in references {
            switch outcome(of: reference, finder) {
            case .success(let passage): result.verified.append(.init(reference: reference, passage: passage))
            case .failure(let failure):
                result.findings.append(SourceFinding(reference: reference, problem: failure.problem))
            }
        }
        return result
    }

    private struct Failure: Error {
        var problem: SourceProblem
    }

    private static func outcome(of reference: LocatedReference, _ finder: PassageFinder) -> Result<Passage, Failure> {
        guard let query = reference.query else { return .failure(Failure(problem: .malformed)) }
        switch finder.find(query) {
        case .found(let passage):
            let isSame = reference.sha256 == nil || reference.sha256 == passage.sha256
            return isSame ? .success(passage) : .failure(Failure(problem: .changed(passage)))
        case .missing(let nearMisses): return .failure(Failure(problem: .missing(nearMisses)))
        case .ambiguous(let passages): return .failure(Failure(problem: .ambiguous(passages)))
        case .unknownPath(let paths): return .failure(Failure(problem: .unknownPath(paths)))
        }
    }

    private static func verify(
        _ references: [LocatedReference], document: String, outlineFile: URL?, sources: URL
    ) -> DocumentVerification {
        var result = DocumentVerification(document: document)
        result.references = references.count
        guard let outlineFile else {
            result.findings = references.map { SourceFinding(reference: $0, problem: .noOutline) }
            return result
        }
        do {
            let text = try SourceText(outlineFile: outlineFile, sources: sources)
            guard text.outline.document == document else {
                throw OutlineError(message: "the outline is of document `\(text.outline.document)`")
            }
            return verify(references, in: text)
        } catch let error as OutlineError {
            result.faults = ["\(outlineFile.lastPathComponent): \(error)"]
        } catch {
            result.faults = [
                "the outline or the text of `\(document)` could not be read: \(error.localizedDescription)"
            ]
        }
        result.findings = references.map { SourceFinding(reference: $0, problem: .unreadable) }
        return result
    }
}
