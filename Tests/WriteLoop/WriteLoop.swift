import Accounts
import Casework
import Foundation
import Glibc
import Store

/// Writes to a store until it is killed, and prints each event once it was answered: `SEQUENCE HASH`. Another program
/// then checks that whatever was printed is there. Use: `kompas-write-loop FOLDER`.
@main
enum WriteLoop {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 2 else {
            print("usage: kompas-write-loop FOLDER")
            exit(2)
        }
        let store = try Store(folder: URL(filePath: arguments[1], directoryHint: .isDirectory))
        let writer = CaseActor(account: "loop", name: "Lus", roles: [.official])
        let dossier = Secrets.token(length: 26)
        let opened = CaseFact.dossierOpened(
            CaseFact.DossierOpened(
                planVersion: 1, day: "2026-11-20", isDemonstration: false, isOwnInitiative: false))
        var next = EventDraft(dossier: dossier, fact: opened, at: Date(), actor: writer, roles: [.official])
        while true {
            let draft = next
            let event = try await store.command { try $0.append(draft) }
            // One write, so that a line is there whole or not at all.
            let line = Array("\(event.sequence) \(event.hash)\n".utf8)
            // Returns how many bytes were written, or -1.
            guard write(STDOUT_FILENO, line, line.count) == line.count else { exit(1) }
            next = EventDraft(
                dossier: dossier, fact: .commentAdded, at: Date(), actor: writer, roles: [.official],
                texts: [TextDraft("comment", .comment, String(repeating: "x", count: Int.random(in: 1...3000)))])
        }
    }
}
