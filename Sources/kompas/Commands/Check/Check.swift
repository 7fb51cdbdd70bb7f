import ArgumentParser
import CanonicalJSON
import Foundation
import PolicyContent
import PolicyModel

struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Kijkt de inhoud van een huis na, en met --sources ook elke passage in de teksten.",
        discussion: """
            Elke bevinding noemt bestand, regel en kolom. Afloop 0: alles klopt; 1: er zijn fouten (met --strict ook bij \
            waarschuwingen, bij passages zonder verantwoording en bij normen zonder scenario).
            """)

    @OptionGroup(title: "Huis en lagen") var house: HouseOptions

    @Option(
        help: ArgumentHelp(
            "Map met de teksten van de documenten; elke passage wordt daarin opgezocht.", valueName: "map"))
    var sources: String?

    @Flag(help: "Schrijf de vingerafdruk van elke gevonden passage in de YAML (met --sources).")
    var stamp = false

    @Flag(help: "Reken de scenario's van het huis na, en noem de normen die geen scenario raakt.")
    var scenarios = false

    @Flag(help: "Zoek tegenspraak, veroudering en dubbele normen tussen de documenten.")
    var corpus = false

    @Flag(help: "Waarschuwingen tellen als fouten; elke passage is verantwoord en elke norm heeft een scenario.")
    var strict = false

    @Option(
        name: .customLong("compare"), parsing: .upToNextOption,
        help: ArgumentHelp(
            "Vergelijk de oude en de nieuwe tekst van een document, passage voor passage.", valueName: "oud nieuw"))
    var editions: [String] = []

    @Option(
        name: .customLong("write-outline"),
        help: ArgumentHelp(
            "Zet de indeling van de oude tekst over naar de nieuwe en schrijf haar hier (met --compare).",
            valueName: "bestand"))
    var outlineFile: String?

    @OptionGroup var day: DayOption

    @Option(help: "Vorm van het antwoord: text of json.")
    var format: OutputFormat = .text

    func validate() throws {
        if !editions.isEmpty, editions.count != 2 {
            throw ValidationError("--compare vraagt twee bestanden: eerst de oude tekst, dan de nieuwe")
        }
        if outlineFile != nil, editions.isEmpty { throw ValidationError("--write-outline hoort bij --compare") }
        if stamp, sources == nil { throw ValidationError("--stamp zoekt passages op; noem ook de map met --sources") }
    }

    func run() throws {
        let folder = try HouseFinder.find(house.house)
        var sections: [any CheckSection] = []
        if editions.count == 2 {
            sections.append(try EditionSection(folder: folder, editions: editions, outlineFile: outlineFile))
        } else {
            // Passages first: what is found there is what the content is checked against.
            if let sources {
                sections.append(try PassageSection(folder, sources: sources, stamp: stamp, on: day.day()))
            }
            sections.append(ContentSection(folder))
            if corpus { sections.append(try CorpusSection(house, on: day.day())) }
            if scenarios { sections.append(try ScenarioSection(folder, house)) }
        }
        switch format {
        case .text: for line in sections.flatMap(\.lines) { Terminal.out(line) }
        case .json:
            var members = JSONObject()
            for (key, value) in sections.flatMap(\.members) { members[key] = value }
            Terminal.out(JSONValue.object(members).pretty())
        }
        if sections.contains(where: { $0.hasFailed || (strict && $0.hasWarnings) }) {
            throw KompasExit.inputIsWrong
        }
    }
}

/// One part of a check: what it says to people and to machines, and whether it failed.
protocol CheckSection {
    var lines: [String] { get }
    /// Members of the answer as JSON.
    var members: [(String, JSONValue)] { get }
    var hasFailed: Bool { get }
    /// There is something that only fails a strict check.
    var hasWarnings: Bool { get }
}
