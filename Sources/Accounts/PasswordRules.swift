internal import Foundation

/// What a password must be. Long counts, kinds of characters do not.
public enum PasswordRules {
    public static let shortest = 12
    public static let longest = 256

    /// What is wrong with a password, in Dutch; `nil` when it will do.
    public static func problem(_ password: String, login: String) -> String? {
        if password.count < shortest {
            return "Het wachtwoord is te kort. Neem er een van ten minste \(shortest) tekens; een korte zin mag."
        }
        if password.count > longest { return "Het wachtwoord is langer dan \(longest) tekens." }
        let plain = password.lowercased()
        if Set(plain).count < 5 { return "Het wachtwoord is te eenvoudig. Gebruik meer verschillende tekens." }
        if login.count >= 4, plain.contains(login.lowercased()) {
            return "Het wachtwoord bevat uw aanmeldnaam. Kies iets anders."
        }
        if isCommon(plain) { return "Dit wachtwoord is te bekend. Kies iets wat anderen niet bedenken." }
        return nil
    }

    /// Whether a password is made of the words that everybody tries first, with digits and signs around them, or walks
    /// along a keyboard.
    private static func isCommon(_ plain: String) -> Bool {
        let asTyped = plain.filter(\.isLetter)
        let asMeant = String(plain.map { replaced[$0] ?? $0 }).filter(\.isLetter)
        let isOfWords = [asTyped, asMeant].contains { letters in
            let rest = commonWords.reduce(letters) { $0.replacing($1, with: "") }
            return rest.count < 3 && rest != letters
        }
        return isOfWords || isWalk(plain)
    }

    /// Whether three of four characters stand beside the one before, on a keyboard or in the alphabet.
    private static func isWalk(_ text: String) -> Bool {
        let characters = Array(text)
        let steps = zip(characters, characters.dropFirst()).count { pair in
            neighbours.contains(String([pair.0, pair.1]))
        }
        return steps * 4 >= (characters.count - 1) * 3
    }

    /// Pairs of characters that stand beside each other, in both ways.
    private static let neighbours: Set<String> = {
        let rows = [
            "01234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm", "1qaz", "2wsx", "3edc",
            "4rfv", "5tgb", "6yhn", "7ujm",
        ]
        let pairs = rows.flatMap { row in zip(row, row.dropFirst()).flatMap { [[$0, $1], [$1, $0]] } }
        return Set(pairs.map { String($0) })
    }()

    /// What people write for letters.
    private static let replaced: [Character: Character] = [
        "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i",
    ]

    /// The words behind most leaked passwords of twelve characters and more that are not walks, longest first.
    private static let commonWords: [String] = [
        "password", "passwort", "wachtwoord", "welkom", "welcome", "geheim", "secret", "admin", "administrator",
        "beheer",
        "beheerder", "login", "letmein", "iloveyou", "princess", "sunshine", "football", "voetbal", "baseball",
        "monkey",
        "dragon", "master", "shadow", "superman", "batman", "michael", "jordan", "liverpool", "chelsea", "arsenal",
        "feyenoord", "ajax", "amsterdam", "rotterdam", "nederland", "holland", "summer", "winter", "zomer", "lente",
        "herfst", "spring", "autumn", "januari", "februari", "maart", "april", "juni", "juli", "augustus", "september",
        "oktober", "november", "december", "qwerty", "qwertyuiop", "azerty", "zxcvbn", "test", "testing", "user",
        "gebruiker", "changeme", "default", "computer", "internet", "whatever", "trustno", "starwars", "pokemon",
        "kompas", "provincie", "gemeente", "waterschap", "hallo", "hello", "mijn", "nieuw",
    ].sorted { ($1.count, $0) < ($0.count, $1) }
}
