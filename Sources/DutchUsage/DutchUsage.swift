/// The words that the library of the command line adds to ours, in Dutch.
///
/// It has no place for other languages, so its finished texts are translated. What it says that is not known here, it keeps
/// saying in English; what we or the user wrote stays as it is.
public enum DutchUsage {
    /// A help text, or what the library says of wrong usage.
    public static func translated(_ text: String) -> String {
        var lines: [String] = []
        // What the user typed may look like anything; only the first line of an error tells of it.
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if number == 0, let error = line.wholeMatch(of: /Error: (.*)/) {
                lines.append("Fout: " + mistake(String(error.1)))
            } else {
                lines.append(explanation(String(line)))
            }
        }
        return lines.joined(separator: "\n")
    }

    private static func mistake(_ text: String) -> String {
        if let match = text.wholeMatch(of: /Unknown option '(.*)'\. Did you mean '(.*)'\?/) {
            return "de optie '\(match.1)' bestaat niet. Bedoelt u '\(match.2)'?"
        }
        if let match = text.wholeMatch(of: /Unknown option '(.*)'/) { return "de optie '\(match.1)' bestaat niet" }
        if let match = text.wholeMatch(of: /Missing value for '(.*)'/) {
            return "er ontbreekt een waarde bij '\(match.1)'"
        }
        if let match = text.wholeMatch(of: /The option '(.*)' does not take any value, but '(.*)' was specified\./) {
            return "bij '\(match.1)' hoort geen waarde, en er staat '\(match.2)'"
        }
        if let match = text.wholeMatch(of: /Unexpected argument '(.*)'/) { return "'\(match.1)' hoort hier niet" }
        if let match = text.wholeMatch(of: /\d+ unexpected arguments: (.*)/) {
            return "dit hoort hier niet: \(match.1)"
        }
        if let match = text.wholeMatch(
            of: /Value to be set with (?:flag )?(.*) had already been set with (?:flag )?(.*)/)
        {
            return "\(match.1) kan niet samen met \(match.2)"
        }
        if let match = text.wholeMatch(of: /Missing expected argument '(.*)'/) { return "'\(match.1)' ontbreekt" }
        if let match = text.wholeMatch(of: /Missing one of: (.*)/) { return "een van deze ontbreekt: \(match.1)" }
        if let match = text.wholeMatch(of: /The value '(.*)' is invalid for '(.*?)'\. Please provide one of (.*)\./) {
            return "'\(match.1)' kan niet bij '\(match.2)'. Kies \(match.3.replacing(" or ", with: " of "))."
        }
        if let match = text.wholeMatch(of: /The value '(.*)' is invalid for '(.*?)': (.*)/) {
            return "'\(match.1)' kan niet bij '\(match.2)': \(match.3)"
        }
        if let match = text.wholeMatch(of: /The value '(.*)' is invalid for '(.*?)'/) {
            return "'\(match.1)' kan niet bij '\(match.2)'"
        }
        return text
    }

    private static let headings = [
        "ARGUMENTS:": "ARGUMENTEN:", "OPTIONS:": "OPTIES:", "SUBCOMMANDS:": "OPDRACHTEN:",
    ]

    private static let beginnings = [
        "OVERVIEW: ": "", "USAGE: ": "GEBRUIK: ", "Usage: ": "Gebruik: ", "Help:  ": "Uitleg:  ",
    ]

    private static func explanation(_ line: String) -> String {
        if let heading = headings[line] { return heading }
        var line = line
        for (english, dutch) in beginnings where line.hasPrefix(english) {
            line = dutch + line.dropFirst(english.count)
        }
        if let match = line.wholeMatch(of: /\ \ See '(.*) --help' for more information\./) {
            return "  '\(match.1) --help' vertelt meer."
        }
        if let match = line.wholeMatch(of: /\ \ See '(.*) <subcommand>' for detailed help\./) {
            return "  '\(match.1) <opdracht>' vertelt meer over een opdracht."
        }
        // Each as wide as what it replaces: the text is laid out already.
        for (english, dutch) in [
            ("(values: ", "(keuzes: "), ("(default: ", "(anders: "), ("; default: ", "; anders: "),
            ("<subcommand>", "<opdracht>"), ("[<options>]", "[<opties>]"), ("Show the version.", "Toont de versie."),
            ("Show help information.", "Toont deze uitleg."),
        ] { line = line.replacing(english, with: dutch) }
        return line.hasPrefix("GEBRUIK: ") || line.hasPrefix("Gebruik: ")
            ? line.replacing(/<options>/, with: "<opties>") : line
    }
}
