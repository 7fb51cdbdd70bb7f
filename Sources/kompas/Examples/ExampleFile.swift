import Foundation
import Yams

/// Accounts and dossiers that show what the web application does: `Examples/dossiers.yaml`.
struct ExampleFile: Decodable {
    var accounts: [Account]
    var dossiers: [Dossier]

    struct Account: Decodable {
        var login: String
        var name: String
        var roles: [String]
    }

    struct Dossier: Decodable {
        /// The file with the plan, beside this one.
        var plan: String
        /// The login of the initiator.
        var owner: String
        var until: Stage
        var cells: [Cell]?
        var dilemmas: [String]?
        var conditions: [Condition]?
        var outcome: Outcome?
        var details: Details?
        /// Why the outcome does not deviate from documents that leave room for it.
        var noDeviation: String?
        var reading: String?
        /// Takes the place of the record that so many dossiers earlier in this file became.
        var supersedes: Int?
    }

    /// How far a dossier has come, in order.
    enum Stage: String, Decodable { case draft, submitted, deliberation, review, refused, approved, published }

    struct Cell: Decodable {
        var frame: String
        var principle: String
        var question: String
        var contributes: String?
        var strains: String?
    }

    struct Condition: Decodable {
        var text: String
        var who: String
        var when: String
    }

    struct Outcome: Decodable {
        var frame: String
        var outcome: String
        var argument: String
    }

    struct Details: Decodable {
        var question: String
        var decidedBy: String
        var mandate: String
    }

    static func read(_ file: URL) throws -> ExampleFile {
        let text: String
        do { text = try String(contentsOf: file, encoding: .utf8) } catch {
            throw Failure.message("het bestand `\(file.path)` is niet te lezen")
        }
        do { return try YAMLDecoder().decode(ExampleFile.self, from: text) } catch {
            throw Failure.message("het bestand `\(file.path)` klopt niet: \(error)")
        }
    }
}
