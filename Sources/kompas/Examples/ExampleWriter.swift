import Accounts
import Assessment
import CanonicalJSON
import Casework
import Foundation
import PolicyModel
import Store

/// Plays the examples through the same commands as people use, so that every event stands in the chain.
struct ExampleWriter {
    let store: Store
    let casework: CaseworkService
    let demo: Bool
    let today: PolicyDate
    let folder: URL

    /// - Returns: how many dossiers there are now.
    func write(_ file: ExampleFile, passwordHash: String) async throws -> Int {
        var people: [String: Account] = [:]
        for account in file.accounts {
            let made = Account(
                id: Secrets.token(length: 26), login: account.login, displayName: account.name,
                roles: Set(account.roles.compactMap { Accounts.Role(rawValue: $0) }), createdAt: Date())
            try await store.insert(made, passwordHash: passwordHash)
            people[account.login] = made
        }
        let official = try actor(with: .official, people)
        let reader = try actor(with: .secondReader, people)
        var numbers: [Int: String] = [:]
        for (position, dossier) in file.dossiers.enumerated() {
            guard let owner = people[dossier.owner] else {
                throw Failure.message("de eigenaar `\(dossier.owner)` van \(dossier.plan) staat niet bij de accounts")
            }
            let plan = try await plan(dossier, owner)
            guard dossier.until != .draft, dossier.until != .submitted else { continue }
            let play = ExamplePlay(
                example: dossier, id: plan.id, casework: casework, official: official, reader: reader,
                supersedes: dossier.supersedes.flatMap { numbers[position - $0] })
            _ = try await casework.open(
                plan: plan.id, planVersion: plan.version, isOwnInitiative: false, day: today, by: official)
            try await play.weigh()
            numbers[position] = try await play.finish(year: today.year)
        }
        return file.dossiers.count
    }

    private func plan(_ dossier: ExampleFile.Dossier, _ owner: Account) async throws -> Plan {
        let input = try JSONValue.parse(try Output.read(folder.appending(path: dossier.plan).path))
        let now = Date()
        let title = input["properties"]?["title"]?.string ?? input["title"]?.string ?? dossier.plan
        let plan = Plan(
            id: Secrets.token(length: 26), owner: owner.id, title: title, input: input, demo: demo,
            state: dossier.until == .draft ? .draft : .submitted, createdAt: now, updatedAt: now)
        try await store.insert(plan)
        return plan
    }

    private func actor(with role: Accounts.Role, _ people: [String: Account]) throws -> CaseActor {
        guard let account = people.values.sorted(by: { $0.login < $1.login }).first(where: { $0.roles.contains(role) })
        else { throw Failure.message("bij de accounts heeft niemand de rol `\(role.rawValue)`") }
        return CaseActor(account)
    }
}

/// One example dossier from its opening to where it ends.
struct ExamplePlay {
    let example: ExampleFile.Dossier
    let id: String
    let casework: CaseworkService
    let official: CaseActor
    let reader: CaseActor
    let supersedes: String?

    func weigh() async throws {
        for cell in example.cells ?? [] {
            let content = CellContent(
                contributes: cell.contributes != nil, contributesArgument: cell.contributes ?? "",
                strains: cell.strains != nil, strainsArgument: cell.strains ?? "")
            _ = try await casework.saveCell(
                CellAddress(frame: cell.frame, principle: cell.principle, question: cell.question), content,
                basedOn: 0, in: id, by: official)
        }
        for dilemma in example.dilemmas ?? [] {
            _ = try await casework.addItem(.dilemma, ItemContent(text: dilemma), in: id, by: official)
        }
        for condition in example.conditions ?? [] {
            _ = try await casework.addItem(
                .condition, ItemContent(text: condition.text, who: condition.who, when: condition.when), in: id,
                by: official)
        }
        if let outcome = example.outcome {
            _ = try await casework.saveOutcome(
                OutcomeContent(frame: outcome.frame, outcome: outcome.outcome, argument: outcome.argument), basedOn: 0,
                in: id, by: official)
        }
        if let details = example.details {
            let usual = CaseworkSettings.UsualDetails()
            _ = try await casework.saveDetails(
                DetailsContent(
                    question: details.question, legalCharacter: usual.legalCharacter, decidedBy: details.decidedBy,
                    mandate: details.mandate, remedies: usual.remedies, supersedes: supersedes), basedOn: 0, in: id,
                by: official)
        }
        guard let reason = example.noDeviation else { return }
        let dossier = try await casework.dossier(id, for: official)
        for option in casework.context(report: try await casework.report(of: dossier)).deviations {
            _ = try await casework.declareDeviation(
                option.document, DeviationContent(deviates: false, reason: reason), basedOn: 0, in: id, by: official)
        }
    }

    /// - Returns: the number, when it was published.
    func finish(year: Int) async throws -> String? {
        guard example.until != .deliberation else { return nil }
        _ = try await casework.askReading(of: reader, in: id, by: official)
        switch example.until {
        case .refused:
            _ = try await casework.refuse(noInterest: true, comment: example.reading ?? "", in: id, by: reader)
        case .approved, .published:
            _ = try await casework.approve(
                noInterest: true, comment: example.reading ?? "", seen: try await seen(), in: id, by: reader)
        case .draft, .submitted, .deliberation, .review: break
        }
        guard example.until == .published else { return nil }
        return try await casework.publish(id, seen: try await seen(), year: year, by: official).number
    }

    /// What becomes public, as whoever decides has just seen it.
    private func seen() async throws -> String {
        let dossier = try await casework.dossier(id, for: official)
        return try casework.preview(of: dossier, report: try await casework.report(of: dossier)).contentHash
    }
}
