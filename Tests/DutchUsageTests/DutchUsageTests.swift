import Testing

@testable import DutchUsage

@Suite("What the library of the command line says, in Dutch")
struct DutchUsageTests {
    @Test(
        "every message of wrong usage",
        arguments: [
            ("Unknown option '--foo'. Did you mean '--fo'?", "de optie '--foo' bestaat niet. Bedoelt u '--fo'?"),
            ("Unknown option '--foo'", "de optie '--foo' bestaat niet"),
            ("Missing value for '--on <dag>'", "er ontbreekt een waarde bij '--on <dag>'"),
            (
                "The option '--demo' does not take any value, but 'x' was specified.",
                "bij '--demo' hoort geen waarde, en er staat 'x'"
            ),
            ("Unexpected argument 'b'", "'b' hoort hier niet"),
            ("2 unexpected arguments: 'a', 'b'", "dit hoort hier niet: 'a', 'b'"),
            (
                "Value to be set with flag '--uit' had already been set with flag '--aan'",
                "'--uit' kan niet samen met '--aan'"
            ),
            ("Missing expected argument '<bron>'", "'<bron>' ontbreekt"),
            ("Missing one of: '--a', '--b'", "een van deze ontbreekt: '--a', '--b'"),
            (
                "The value 'xls' is invalid for '--format <format>'. Please provide one of 'text' or 'json'.",
                "'xls' kan niet bij '--format <format>'. Kies 'text' of 'json'."
            ),
            ("The value '-1' is invalid for '--on <dag>': is geen dag", "'-1' kan niet bij '--on <dag>': is geen dag"),
            ("The value 'x' is invalid for '--port <nummer>'", "'x' kan niet bij '--port <nummer>'"),
            ("een plek moet twee getallen zijn", "een plek moet twee getallen zijn"),
        ])
    func mistakes(english: String, dutch: String) {
        let usage =
            "\nHelp:  --x <y>  Uitleg.\nUsage: kompas x <options>\n  See 'kompas x --help' for more information."
        let told = "\nUitleg:  --x <y>  Uitleg.\nGebruik: kompas x <opties>\n  'kompas x --help' vertelt meer."
        #expect(DutchUsage.translated("Error: " + english + usage) == "Fout: " + dutch + told)
    }

    @Test("a help text, with what we wrote as it is")
    func help() {
        let english = """
            OVERVIEW: Vertelt iets.

            USAGE: kompas x [<options>] <subcommand>

            ARGUMENTS:
              <bron>                  Het bestand.

            OPTIONS:
              --format <format>       Vorm: text of json. (values: text,
                                      json; default: text)
              --most <aantal>         Hoeveel. (default: 10)
              --version               Show the version.
              -h, --help              Show help information.

            SUBCOMMANDS:
              een                     Doet een. OPTIONS: blijft staan.

              See 'kompas help <subcommand>' for detailed help.
            """
        let dutch = """
            Vertelt iets.

            GEBRUIK: kompas x [<opties>] <opdracht>

            ARGUMENTEN:
              <bron>                  Het bestand.

            OPTIES:
              --format <format>       Vorm: text of json. (keuzes: text,
                                      json; anders: text)
              --most <aantal>         Hoeveel. (anders: 10)
              --version               Toont de versie.
              -h, --help              Toont deze uitleg.

            OPDRACHTEN:
              een                     Doet een. OPTIONS: blijft staan.

              'kompas help <opdracht>' vertelt meer over een opdracht.
            """
        #expect(DutchUsage.translated(english) == dutch)
    }

    @Test("what somebody typed is not translated")
    func typed() {
        #expect(
            DutchUsage.translated("Error: Unexpected argument 'Usage: OPTIONS: (default: 1'")
                == "Fout: 'Usage: OPTIONS: (default: 1' hoort hier niet")
        #expect(DutchUsage.translated("1.0.0") == "1.0.0")
    }
}
