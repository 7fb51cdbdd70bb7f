import ArgumentParser

struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Loopt de keten van gebeurtenissen na, en wist teksten als dat moet.",
        discussion: """
            Alles wat in dossiers gebeurt, is een gebeurtenis in één keten. Namen en vrije teksten staan daarbuiten, zodat \
            ze gewist kunnen worden zonder dat de keten breekt.
            """,
        subcommands: [AuditVerify.self, AuditTexts.self, AuditErase.self])
}
