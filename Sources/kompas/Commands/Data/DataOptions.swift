import ArgumentParser
import Casework
import CanonicalJSON
import Foundation
import Store

/// Which data folder.
struct DataOptions: ParsableArguments {
    @Option(help: ArgumentHelp("De gegevensmap; anders KOMPAS_DATA, anders `data`.", valueName: "map"))
    var data: String?

    var folder: URL { DataFolder.find(data) }

    /// The store that is there; a server may be using it.
    func openExisting() throws -> Store {
        do { return try Store.existing(in: folder) } catch let error { throw Self.failure(error, folder) }
    }

    /// What stands in the way, in words.
    static func failure(_ error: any Error, _ folder: URL) -> any Error {
        switch error {
        case is NoStore:
            Failure.message(
                "in `\(folder.path)` staan geen gegevens", help: "noem de gegevensmap met --data of KOMPAS_DATA")
        case is StoreIsOlder:
            Failure.message(
                "de gegevens in `\(folder.path)` zijn van een eerdere versie",
                help: "start `kompas serve` een keer; dat werkt ze bij")
        case is StoreIsNewer:
            Failure.message(
                "de gegevens zijn van een latere versie van Kompas", help: "gebruik die versie of een nieuwere")
        case let failed as BackupFailed: backup(failed)
        case let refused as RestoreRefused: restore(refused)
        case is KompasExit: error
        default:
            Failure.message(
                "met de gegevens in `\(folder.path)` gaat iets mis: \(error)",
                help: "kijk of u de bestanden mag lezen en schrijven, en of de schijf vol is")
        }
    }

    private static func backup(_ failed: BackupFailed) -> KompasExit {
        switch failed {
        case .notAStore: return Failure.message("dit bestand is geen kopie van Kompas")
        case .damaged(let why): return Failure.message("de kopie is beschadigd: \(why)", help: "neem een andere kopie")
        case .notWhole(let report):
            for fault in report.faults { Terminal.error("  " + fault.text) }
            return Failure.message(
                "de keten is niet heel; er is niets geschreven", help: "`kompas audit verify` toont wat er niet klopt")
        }
    }

    private static func restore(_ refused: RestoreRefused) -> KompasExit {
        switch refused {
        case .noBackup(let file): Failure.message("het bestand `\(file.path)` bestaat niet")
        case .storeIsThere(let folder):
            Failure.message(
                "in `\(folder.path)` staan al gegevens",
                help: "geef --force om ze te vervangen; wat er was, wordt ernaast bewaard")
        case .storeIsInUse(let folder):
            Failure.message(
                "een ander programma gebruikt de gegevens in `\(folder.path)`", help: "stop eerst `kompas serve`")
        }
    }
}

extension ChainReport {
    /// The report for programs.
    var json: JSONValue {
        [
            "schema": "kompas/audit/1", "whole": .bool(isWhole), "events": .number(Double(events)),
            "dossiers": .number(Double(dossiers)), "texts": .number(Double(texts)),
            "erasedTexts": .number(Double(erasedTexts)), "records": .number(Double(records)),
            "head": .string(head.description), "known": known.map { .string($0.description) } ?? .null,
            "faults": .array(faults.map { ["kind": .string($0.kind), "text": .string($0.text)] }),
        ]
    }

    /// What it holds, in one line.
    var words: String {
        func count(_ number: Int, _ one: String, _ many: String) -> String { "\(number) \(number == 1 ? one : many)" }
        return [
            count(events, "gebeurtenis", "gebeurtenissen") + " in " + count(dossiers, "dossier", "dossiers"),
            count(texts, "tekst", "teksten") + " (\(erasedTexts) gewist)",
            count(records, "gepubliceerde afweging", "gepubliceerde afwegingen"),
        ].joined(separator: ", ")
    }
}
