import ArgumentParser
import Foundation

struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Leest kaartlagen uit GeoPackage, GeoJSON, GML, Shapefile of FlatGeobuf in een lagenbestand.",
        discussion:
            "Dit start `kompas-import`, dat als enige vreemde bestanden opent. `kompas import --help` toont wat het kan."
    )

    @Argument(
        parsing: .captureForPassthrough, help: ArgumentHelp("Alles wat `kompas-import` begrijpt.", valueName: "opties"))
    var arguments: [String] = []

    func run() throws {
        let importer = try program()
        let process = Process()
        process.executableURL = importer
        process.arguments = arguments
        try process.run()
        process.waitUntilExit()
        if process.terminationStatus != 0 { throw KompasExit(code: process.terminationStatus) }
    }

    /// Stands beside this program.
    private func program() throws -> URL {
        let beside = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: "kompas-import")
        guard let beside, FileManager.default.isExecutableFile(atPath: beside.path) else {
            throw Failure.message(
                "`kompas-import` staat niet naast `kompas`", help: "bouw het met `swift build --product kompas-import`")
        }
        return beside
    }
}
