import ArgumentParser
import CanonicalJSON
import Casework
import Foundation
import Store

struct AuditTexts: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "texts",
        abstract: "Toont welke teksten bij een dossier worden bewaard en hoe lang, zonder de teksten zelf.")

    @OptionGroup var data: DataOptions

    @Argument(help: ArgumentHelp("Het dossier.", valueName: "dossier"))
    var dossier: String

    @Option(help: "Vorm van het antwoord: text of json.")
    var format: OutputFormat = .text

    func run() async throws {
        let store = try data.openExisting()
        let texts: [PersonalText]
        do { texts = try await store.texts(ofDossier: dossier) } catch {
            throw DataOptions.failure(error, data.folder)
        }
        if texts.isEmpty { throw Failure.message("het dossier `\(dossier)` bestaat niet") }
        switch format {
        case .json: Terminal.out(JSONValue.object(["texts": .array(texts.map(Self.json))]).pretty())
        case .text: for text in texts { Terminal.out(Self.line(text)) }
        }
    }

    private static func json(_ text: PersonalText) -> JSONValue {
        [
            "id": .string(text.id), "kind": .string(text.kind.rawValue),
            "category": .string(text.retention.category), "ground": .string(text.retention.ground),
            "years": text.retention.years.map { .number(Double($0)) } ?? .null,
            "erased": text.erasure.map {
                ["at": .string(Instant.text($0.at)), "by": .string($0.by), "ground": .string($0.ground)]
            } ?? .null,
        ]
    }

    private static func line(_ text: PersonalText) -> String {
        let name = "\(text.id)  \(text.kind.rawValue)"
        if let erasure = text.erasure {
            return "\(name)  gewist op \(Instant.text(erasure.at).prefix(10)), \(erasure.by): \(erasure.ground)"
        }
        let term = text.retention.years.map { "\($0) jaar na het einde" } ?? "blijvend"
        return "\(name)  \(text.retention.category), \(term)"
    }
}
