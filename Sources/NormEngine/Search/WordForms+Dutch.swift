/// For Dutch only.
extension WordForms {
    static let dutch = WordForms(ignored: dutchSmallWords, light: dutchLightWords, stem: dutchStem, isCompounding: true)

    private static let dutchSmallWords: Set<String> = [
        "aan", "achter", "als", "bij", "daar", "dat", "de", "die", "dit", "door", "drie", "een", "eigen", "en", "er",
        "gaan",
        "graag", "heb", "het", "hoe", "iets", "ik", "in", "is", "je", "kan", "kun", "langs", "mag", "me", "met", "mij",
        "mijn",
        "moet", "mogen", "naar", "naast", "nog", "of", "om", "ons", "onze", "op", "paar", "te", "tegen", "tussen",
        "twee", "uit",
        "van", "voor", "waar", "wat", "we", "weer", "wij", "wil", "willen", "worden", "wordt", "zijn", "zou",
    ]

    /// Words that stand with nearly every act: *een nieuwe stal bouwen* is about the stal.
    private static let dutchLightWords: Set<String> = [
        "aanleg", "aanleggen", "begin", "beginnen", "bouwen", "doen", "groot", "grote", "hoge", "hoog", "houden",
        "krijgen",
        "leggen", "maken", "meer", "minder", "neerzetten", "nieuw", "nieuwe", "oud", "oude", "plaatsen", "starten",
        "veel",
        "zetten",
    ]

    /// Lightly: plurals, verb endings, diminutives and doubled letters (*kas*, *kassen*; *boom*, *bomen*, *boompje*). No -t, for
    /// *plant* is no form of *plan*; a verb with -t begins with its stem, and is found so.
    @Sendable private static func dutchStem(_ word: String) -> String {
        var letters = Array(word)
        if let ending = diminutives.first(where: { word.hasSuffix($0) && letters.count - $0.count >= 3 }) {
            letters.removeLast(ending == "mpje" || ending == "mpjes" ? ending.count - 1 : ending.count)
        } else {
            // Not after a t: *plaats* and *fiets* are no plurals.
            if letters.count >= 5, letters.last == "s", letters[letters.count - 2] != "t",
                !isVowel(letters[letters.count - 2])
            {
                letters.removeLast()
            }
            if letters.count >= 5, letters.last == "n", letters[letters.count - 2] == "e",
                !isVowel(letters[letters.count - 3])
            {
                letters.removeLast(2)
            } else if letters.count >= 4, letters.last == "e", !isVowel(letters[letters.count - 2]) {
                letters.removeLast()
            }
        }
        switch letters.last {
        case "z": letters[letters.count - 1] = "s"
        case "v": letters[letters.count - 1] = "f"
        default: break
        }
        var stem = ""
        for letter in letters where stem.last != letter { stem.append(letter) }
        return stem
    }

    /// The longest first.
    private static let diminutives = ["etjes", "mpjes", "etje", "mpje", "tjes", "jes", "tje", "je"]

    private static func isVowel(_ letter: Character) -> Bool { "aeiou".contains(letter) }
}
