import PolicyModel
import ArgumentParser
import CanonicalJSON
import Foundation
import PolicyContent

struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Kijkt de inhoud van een huis na, en met --sources ook elke passage in de teksten.",
        discussion: """
            Elke bevinding noemt bestand, regel en kolom. Afloop 0: alles klopt; 1: er zijn fouten (met --strict ook bij \
            waarschuwingen).
            """)

    @OptionGroup(title: "Huis en lagen") var house: HouseOptions

    @Option(
        help: ArgumentHelp(
            "Map met de teksten van de documenten; elke passage wordt daarin opgezocht.", valueName: "map"))
    var sources: String?

    @Flag(help: "Schrijf de vingerafdruk van elke gevonden passage in de YAML (met --sources).")
    var stamp = false

    @Flag(help: "Waarschuwingen tellen als fouten, en elke passage moet verantwoord zijn.")
    var strict = false

    @Option(
        name: .customLong("compare"), parsing: .upToNextOption,
        help: ArgumentHelp(
            "Vergelijk de oude en de nieuwe tekst van een document, passage voor passage.", valueName: "oud nieuw"))
    var editions: [String] = []

    @Option(
        name: .customLong("write-outline"),
        help: ArgumentHelp(
            "Zet de indeling van de oude tekst over naar de nieuwe en schrijf haar hier (met --compare).",
            valueName: "bestand"))
    var outlineFile: String?

    @OptionGroup var day: DayOption

    @Option(help: "Vorm van het antwoord: text of json.")
    var format: OutputFormat = .text

    func validate() throws {
        if !editions.isEmpty, editions.count != 2 {
            throw ValidationError("--compare vraagt twee bestanden: eerst de oude tekst, dan de nieuwe")
        }
        if outlineFile != nil, editions.isEmpty { throw ValidationError("--write-outline hoort bij --compare") }
        if stamp, sources == nil { throw ValidationError("--stamp zoekt passages op; noem ook de map met --sources") }
    }

    func run() throws {
        let folder = try HouseFinder.find(house.house)
        if editions.count == 2 {
            let comparison = try EditionCheck(
                folder: folder, old: editions[0], new: editions[1], outlineFile: outlineFile
            ).compare()
            switch format {
            case .text: for line in comparison.lines { Terminal.out(line) }
            case .json: Terminal.out(comparison.json.pretty())
            }
            return
        }
        // Passages first: what is found there is what the content is checked against.
        let passages = try sources.map { try checkPassages($0, of: folder) }
        let result = HouseLoader(folder: folder, schemas: HouseFinder.schemas(for: folder)).load()
        let errors = result.findings.count { $0.severity == .error }
        let warnings = result.findings.count - errors
        switch format {
        case .text:
            for line in passages?.lines ?? [] { Terminal.out(line) }
            for finding in result.findings { Terminal.out(finding.description) }
            let norms = result.house.map { "\($0.norms.count) normen, " } ?? ""
            Terminal.out(
                "\(norms)\(errors) \(errors == 1 ? "fout" : "fouten"), \(warnings) \(warnings == 1 ? "waarschuwing" : "waarschuwingen")"
            )
        case .json: Terminal.out(json(result, passages).pretty())
        }
        let isIncomplete = strict && passages?.isComplete == false
        let isBad = errors > 0 || (strict && warnings > 0) || passages?.isSuccess == false || isIncomplete
        if isBad { throw KompasExit.inputIsWrong }
    }

    private func checkPassages(_ path: String, of folder: URL) throws -> SourceCheckReport {
        let url = URL(filePath: path, directoryHint: .isDirectory)
        guard FileManager.default.fileExists(atPath: url.path) else {
            throw Failure.message("de map `\(path)` bestaat niet", help: "noem de map met de teksten van de documenten")
        }
        do {
            return try SourceCheck(house: folder, schemas: HouseFinder.schemas(for: folder)).run(
                sources: url, stamp: stamp, on: day.day())
        } catch let error as ValidationError {
            throw error
        } catch {
            throw Failure.message(
                "het huis in `\(folder.path)` kan niet worden bijgewerkt", help: "mag u daar schrijven?")
        }
    }

    private func json(_ result: LoadResult, _ passages: SourceCheckReport?) -> JSONValue {
        let findings = result.findings.map { finding -> JSONValue in
            [
                "severity": .string(finding.severity.rawValue), "file": .string(finding.file),
                "line": .number(Double(finding.line)), "column": .number(Double(finding.column)),
                "message": .string(finding.message), "help": finding.help.map(JSONValue.string) ?? .null,
            ]
        }
        let documents = passages?.verification.documents.map { document -> JSONValue in
            [
                "document": .string(document.document), "verified": .number(Double(document.verified.count)),
                "summary": .string(document.summary),
            ]
        }
        return [
            "findings": .array(findings), "documents": documents.map(JSONValue.array) ?? .null,
            "passageFindings": passages.map { .array($0.verification.findings.map { .string($0.description) }) }
                ?? .null,
        ]
    }
}
