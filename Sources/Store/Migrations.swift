import GRDB

/// The steps that bring a store up to date. A step that has been released never changes; a new one is added.
enum Migrations {
    static var all: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("accounts and sessions", migrate: AccountTables.create)
        migrator.registerMigration("plans", migrate: PlanTable.create)
        migrator.registerMigration("casework", migrate: CaseworkTables.create)
        migrator.registerMigration("deleted plans", migrate: PlanTable.addDeletion)
        migrator.registerMigration("erased plans", migrate: PlanTable.addErasure)
        return migrator
    }
}
