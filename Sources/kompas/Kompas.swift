import ArgumentParser
import Assessment
import DutchUsage
import PolicyModel

/// The command line of Kompas: one file per subcommand in `Commands`.
@main
struct Kompas: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kompas",
        abstract: "Vertelt wat het beleid zegt over een plan op een plek, met de bron erbij.",
        discussion: """
            Kompas leest beleid uit een huis (een map met YAML) en kaartlagen, en antwoordt op: wat, waar en hoe diep. \
            Het geeft geen oordeel en telt niets op.

            Afloop: 0 klaar; 1 de invoer klopt niet; 2 verkeerd gebruik; 3 het rapport is er, maar een kaartlaag of de \
            inhoud is niet in orde.
            """,
        version: EngineVersion.current,
        subcommands: [
            Assess.self, Place.self, MapCommand.self, DiffCommand.self, PressureCommand.self, Search.self, Serve.self,
            ExamplesCommand.self, AuditCommand.self, BackupCommand.self, RestoreCommand.self, ExportCommand.self,
            Explain.self, Activities.self, Layers.self, Import.self, Check.self, ReplayCommand.self, Doctor.self,
        ])

    static func main() async {
        var chosen: any ParsableCommand.Type = Kompas.self
        do {
            try refuseUnknownCommand()
            var command = try parseAsRoot()
            chosen = type(of: command)
            // Something that only holds other commands tells which, in the words of `help`.
            guard chosen.configuration.subcommands.isEmpty else {
                return Terminal.out(DutchUsage.translated(helpMessage(for: chosen)))
            }
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let end as KompasExit {
            Terminal.end(end.code)
        } catch {
            let code = chosen.exitCode(for: error)
            // The library's own code for wrong usage is 64; Kompas promises 2.
            let text = DutchUsage.translated(Self.withProgram(chosen.fullMessage(for: error), chosen))
            if code.isSuccess { Terminal.out(text) } else { Terminal.error(text) }
            Terminal.end(code.isSuccess ? 0 : 2)
        }
    }

    /// Usage as it must be typed: the library names only the subcommand.
    private static func withProgram(_ text: String, _ chosen: any ParsableCommand.Type) -> String {
        guard let name = chosen.configuration.commandName, name != configuration.commandName else { return text }
        return text.replacing("Usage: \(name)", with: "Usage: kompas \(name)").replacing(
            "'\(name) ", with: "'kompas \(name) ")
    }

    /// Names what was probably meant, before the library says only that an argument is unexpected.
    private static func refuseUnknownCommand() throws {
        guard let first = CommandLine.arguments.dropFirst().first, !first.hasPrefix("-"), first != "help" else {
            return
        }
        let known = configuration.subcommands.compactMap { $0.configuration.commandName }
        guard !known.contains(first) else { return }
        let near = nearMisses(of: first, in: known)
        let help =
            near.isEmpty
            ? "`kompas --help` toont wat er is" : "bedoelt u \(near.map { "`\($0)`" }.joined(separator: " of "))?"
        _ = Failure.message("het commando `\(first)` bestaat niet", help: help)
        throw KompasExit.usage
    }
}
