import Accounts
import Foundation
import Testing

@testable import Casework

@Suite("Permissions")
struct PermissionsTests {
    @Test("the whole table")
    func table() {
        let expected: [CaseAction: Set<Role>] = [
            .readDossier: [.reader, .official, .secondReader], .openDossier: [.official], .deliberate: [.official],
            .comment: [.official, .secondReader], .askReading: [.official], .read: [.secondReader],
            .publish: [.official], .close: [.official], .seeSubmittedPlans: [.reader, .official],
            .erase: [.administrator],
        ]
        #expect(Set(expected.keys) == Set(CaseAction.allCases))
        for action in CaseAction.allCases {
            for role in Role.allCases {
                let actor = CaseActor(account: "x", name: "X", roles: [role])
                #expect(Permissions.allows(action, by: actor) == (expected[action]?.contains(role) == true))
            }
            #expect(!Permissions.allows(action, by: CaseActor(account: "x", name: "X", roles: [])))
        }
    }

    @Test("a second reader sees and comments only on dossiers that were given to them; readers and officials see all")
    func objects() throws {
        var test = try TestCase.readyToRead()
        var dossier = try test.dossier()
        #expect(dossier.allows(.readDossier, by: People.anna))
        #expect(dossier.allows(.readDossier, by: People.dirk))
        #expect(!dossier.allows(.readDossier, by: People.carla))
        #expect(!dossier.allows(.readDossier, by: People.eva))
        #expect(!dossier.allows(.comment, by: People.dirk))
        #expect(!dossier.allows(.comment, by: People.carla))
        try test.does(People.anna) { try $0.askReading(of: People.carla) }
        dossier = try test.dossier()
        #expect(dossier.allows(.readDossier, by: People.carla))
        #expect(dossier.allows(.comment, by: People.carla))
        #expect(dossier.allows(.read, by: People.carla))
        #expect(!dossier.allows(.read, by: People.finn))
        try test.does(People.carla) { try $0.refuse(noInterest: true, comment: "Nee.") }
        dossier = try test.dossier()
        #expect(dossier.allows(.readDossier, by: People.carla))
        #expect(!dossier.allows(.read, by: People.carla))
    }

    @Test("an account with the second reader's role and no other cannot read after losing the role")
    func lostRole() throws {
        var test = try TestCase.readyToRead()
        try test.does(People.anna) { try $0.askReading(of: People.carla) }
        let former = CaseActor(account: "c", name: "Carla", roles: [.initiator])
        #expect(try !test.dossier().allows(.readDossier, by: former))
        #expect(try !test.dossier().allows(.read, by: former))
    }
}
