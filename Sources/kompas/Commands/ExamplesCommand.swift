import Accounts
import ArgumentParser
import Assessment
import Casework
import Foundation
import NormEngine
import PolicyModel
import Store

struct ExamplesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "examples",
        abstract: "Vult een lege gegevensmap met voorbeelddossiers en voorbeeldaccounts, om te proberen.",
        discussion: """
            De accounts krijgen samen een nieuw wachtwoord, dat een keer op het scherm komt. Gebruik zo'n map nooit voor \
            echte zaken.
            """)

    @Argument(help: ArgumentHelp("Het bestand met voorbeelden.", valueName: "bestand"))
    var file: String

    @Option(help: ArgumentHelp("De gegevensmap; anders KOMPAS_DATA, anders `data`.", valueName: "map"))
    var data: String?

    @Option(help: ArgumentHelp("Het wachtwoord voor de voorbeeldaccounts; anders een nieuw.", valueName: "wachtwoord"))
    var password: String?

    @Flag(help: "Doe niets als er al accounts zijn, zonder fout.")
    var ifEmpty = false

    @OptionGroup(title: "Huis en lagen") var house: HouseOptions
    @OptionGroup var day: DayOption

    func validate() throws {
        if let password, let problem = PasswordRules.problem(password, login: "") { throw ValidationError(problem) }
    }

    func run() async throws {
        let url = URL(filePath: file)
        let examples = try ExampleFile.read(url)
        let today = try day.day()
        let store = try DataFolder.openStore(DataFolder.find(data))
        guard try await store.accounts().isEmpty else {
            if ifEmpty { return }
            throw Failure.message(
                "in deze gegevensmap staan al accounts",
                help: "voorbeelden gaan alleen in een lege map; kies er een met --data"
            )
        }
        let workspace = try Workspace.open(house)
        let assessor = workspace.assessor
        let casework = CaseworkService(store: store, house: workspace.index.house) { request, day in
            try assessor.assess(request, on: day)
        }
        try await FirstStart(store: store).makeAdministrator()
        let password = password ?? Secrets.token(length: 20)
        do {
            let count = try await ExampleWriter(
                store: store, casework: casework, demo: house.demo, today: today,
                folder: url.deletingLastPathComponent()
            ).write(examples, passwordHash: PasswordHash.make(password))
            Terminal.out("Er zijn \(count) voorbeelddossiers. De voorbeeldaccounts hebben het wachtwoord \(password):")
            for account in examples.accounts {
                Terminal.out("  \(account.login)  \(account.name), \(account.roles.joined(separator: ", "))")
            }
        } catch let refused as CaseRefused {
            throw Failure.message(
                "een voorbeeld klopt niet: \(refused.problems.map(\.text).joined(separator: " "))")
        }
    }
}
