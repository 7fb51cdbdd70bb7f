import Testing

@testable import PolicySearch

@Suite("Guessing the word that was meant")
struct SpellingGuessesTests {
    private let guesses = SpellingGuesses([
        "steiger": 5, "steeg": 1, "vaarweg": 3, "kade": 2, "kado": 9, "drinkwater": 4, "tuin": 1,
    ])

    @Test("A letter more, less, other or swapped", arguments: ["steigger", "stiger", "stegger", "stieger"])
    func oneError(_ word: String) { #expect(guesses.best(for: word) == "steiger") }

    @Test("Two errors in a word of eight letters or more, one in a shorter word")
    func twoErrors() {
        #expect(guesses.best(for: "drinkwatr") == "drinkwater")
        #expect(guesses.best(for: "dinkwatr") == "drinkwater")
        #expect(guesses.best(for: "vrweg") == nil)
    }

    @Test("None in a word of three letters, nor in one with a digit")
    func none() {
        #expect(guesses.best(for: "tui") == nil)
        #expect(guesses.best(for: "tuin1") == nil)
    }

    @Test("Of words that are as near, the one with the same first letter and then the one that more texts have")
    func choice() {
        #expect(guesses.best(for: "kadi") == "kado")
        #expect(SpellingGuesses(["rade": 9, "kade": 1]).best(for: "kaden") == "kade")
        #expect(SpellingGuesses(["baan": 2, "laan": 2]).best(for: "raan") == "baan")
    }
}
