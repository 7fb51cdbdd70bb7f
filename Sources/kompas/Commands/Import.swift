import ArgumentParser

struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Leest kaartlagen uit GeoPackage, GeoJSON, GML, Shapefile of FlatGeobuf in een lagenbestand.",
        discussion:
            "Dit start `kompas-import`, dat als enige vreemde bestanden opent. `kompas import --help` toont wat het kan."
    )

    @Argument(
        parsing: .captureForPassthrough, help: ArgumentHelp("Alles wat `kompas-import` begrijpt.", valueName: "opties"))
    var arguments: [String] = []

    func run() async throws {
        try await ImporterProgram.run(arguments)
    }
}
