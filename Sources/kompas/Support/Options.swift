import ArgumentParser
import Foundation
import PolicyModel

/// In which form results are written.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable { case text, json }

/// Which house and which layers.
struct HouseOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Map met het beleidshuis; anders KOMPAS_HOUSE of het enige huis onder `content`.", valueName: "map"))
    var house: String?

    @Option(
        help: ArgumentHelp(
            "Bestand met ingelezen kaartlagen (van `kompas import`); anders KOMPAS_LAYERS.", valueName: "bestand"))
    var layers: String?

    @Flag(help: "Gebruik ook de voorbeeldlagen van het huis.")
    var demo = false
}

/// Which day's policy.
struct DayOption: ParsableArguments {
    @Option(help: ArgumentHelp("Dag waarvan het beleid geldt, JJJJ-MM-DD; anders vandaag.", valueName: "dag"))
    var on: String?

    func day() throws -> PolicyDate {
        guard let on else { return try Self.today() }
        guard let day = PolicyDate(on) else { throw ValidationError("`\(on)` is geen dag; schrijf JJJJ-MM-DD") }
        return day
    }

    /// Today in the Netherlands, whatever the time zone of the machine.
    static func today() throws -> PolicyDate {
        let offset = TimeZone(identifier: "Europe/Amsterdam")?.secondsFromGMT() ?? 0
        var now = time(nil) + offset
        var parts = tm()
        // Returns the struct that it fills, or NULL.
        guard gmtime_r(&now, &parts) != nil,
            let day = PolicyDate(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
        else { throw ValidationError("de klok van deze machine geeft geen datum; noem de dag met --on") }
        return day
    }
}
