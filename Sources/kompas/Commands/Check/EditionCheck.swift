import CanonicalJSON
import Foundation
import PolicyContent

/// What differs between two editions of a document.
struct EditionSection: CheckSection {
    private let comparison: EditionComparison

    init(folder: URL, editions: [String], outlineFile: String?) throws {
        comparison = try EditionCheck(
            folder: folder, old: editions[0], new: editions[1], outlineFile: outlineFile
        ).compare()
    }

    let hasFailed = false
    let hasWarnings = false
    var lines: [String] { comparison.lines }
    var members: [(String, JSONValue)] { comparison.members }
}

/// `kompas check --compare OLD NEW`: compares two texts of one document.
struct EditionCheck {
    let folder: URL
    let old: String
    let new: String
    /// Where the outline goes that was carried over to the new edition.
    let outlineFile: String?

    func compare() throws -> EditionComparison {
        let oldURL = URL(filePath: old)
        let (oldData, newData) = (try read(old), try read(new))
        let texts = try outlines().map { SourceText(outline: $0, data: oldData) }
        guard let text = texts.first(where: \.isReviewed) else {
            throw Failure.message(
                "`\(old)` is van geen document van dit huis de nagekeken tekst",
                help: "noem eerst de oude tekst: een bestand waarvan de vingerafdruk in `outlines/` staat")
        }
        let check = SourceCheck(house: folder)
        let references = check.references().filter { $0.document == text.outline.document }
        let verified = SourceVerification.verify(references, in: text).verified
        let comparison = EditionComparison(
            old: text, oldData: oldData, newData: newData, newFile: URL(filePath: new).lastPathComponent,
            references: verified)
        if let outlineFile {
            do {
                try comparison.outline.yaml.write(to: URL(filePath: outlineFile), atomically: true, encoding: .utf8)
            } catch {
                throw Failure.message("`\(outlineFile)` kan niet worden geschreven", help: "mag u daar schrijven?")
            }
            Terminal.error(
                "de indeling is overgezet naar `\(outlineFile)`; kijk haar na tegen de tekst van \(oldURL.lastPathComponent)"
            )
        }
        return comparison
    }

    private func read(_ path: String) throws -> Data {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Failure.message("het bestand `\(path)` is niet te lezen", help: "bestaat het, en mag u het lezen?")
        }
        guard String(data: data, encoding: .utf8) != nil else {
            throw Failure.message(
                "`\(path)` is geen tekst in UTF-8", help: "zet het document eerst om naar platte tekst")
        }
        return data
    }

    private func outlines() throws -> [Outline] {
        let outlines = folder.appending(path: "outlines")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: outlines.path)) ?? []
        return names.filter { $0.hasSuffix(".yaml") }.sorted().compactMap { name in
            (try? String(contentsOf: outlines.appending(path: name), encoding: .utf8)).flatMap {
                try? Outline(yaml: $0)
            }
        }
    }
}

extension EditionComparison {
    fileprivate var lines: [String] {
        differences.flatMap { difference -> [String] in
            let place =
                switch (difference.old, difference.new) {
                case (let old?, let new?): "regel \(old.lines.lowerBound) -> \(new.lines.lowerBound)"
                case (let old?, nil): "regel \(old.lines.lowerBound)"
                case (nil, let new?): "regel \(new.lines.lowerBound)"
                case (nil, nil): ""
                }
            let passage = difference.new ?? difference.old
            let path = (passage?.path ?? []).joined(separator: " / ")
            return ["\(difference.kind.word) \(place), \(path): \(passage?.beginning ?? "")"]
                + difference.reliedOnBy.map { "    berust hierop: \($0)" }
        } + [summary]
    }

    fileprivate var members: [(String, JSONValue)] {
        [
            ("document", .string(document)), ("passages", .number(Double(passages))),
            ("unchanged", .number(Double(unchanged))), ("differences", .array(differences.map(\.json))),
        ]
    }
}

extension EditionComparison.Difference {
    fileprivate var json: JSONValue {
        let passage = new ?? old
        return [
            "kind": .string(kind.rawValue),
            "oldLine": (old?.lines.lowerBound).map { .number(Double($0)) } ?? .null,
            "newLine": (new?.lines.lowerBound).map { .number(Double($0)) } ?? .null,
            "path": .array((passage?.path ?? []).map(JSONValue.string)), "starts": .string(passage?.beginning ?? ""),
            "reliedOnBy": .array(reliedOnBy.map(JSONValue.string)),
        ]
    }
}

extension EditionComparison.Kind {
    fileprivate var word: String {
        switch self {
        case .new: "nieuw"
        case .gone: "vervallen"
        case .changed: "gewijzigd"
        case .moved: "verplaatst"
        }
    }
}
