import Testing

@testable import Accounts

@Suite("What a password must be")
struct PasswordRulesTests {
    @Test(
        "long ones of ordinary words will do, with or without signs",
        arguments: [
            "een korte zin mag", "fietsbel-lantaarn", "Zeven kale bomen", "correct horse battery",
            "in de zomer regent het",
            "ウィキペディアは百科事典です", "hjvxqkznwrtd", "9174 0628 3359",
        ])
    func good(password: String) {
        #expect(PasswordRules.problem(password, login: "jansen") == nil)
    }

    @Test("shorter than twelve or longer than 256 characters is refused")
    func length() {
        #expect(
            PasswordRules.problem("elf tekens.", login: "")
                == "Het wachtwoord is te kort. Neem er een van ten minste 12 tekens; een korte zin mag.")
        #expect(PasswordRules.problem("twaalf teken", login: "") == nil)
        let long = String(repeating: "heide vuur ", count: 24)
        #expect(PasswordRules.problem(String(long.prefix(256)), login: "") == nil)
        #expect(
            PasswordRules.problem(String(long.prefix(257)), login: "") == "Het wachtwoord is langer dan 256 tekens.")
    }

    @Test("few different characters are refused, and one's own name")
    func simple() {
        #expect(
            PasswordRules.problem("aabbccddaabb", login: "")
                == "Het wachtwoord is te eenvoudig. Gebruik meer verschillende tekens.")
        #expect(
            PasswordRules.problem("ik ben DeVries zelf", login: "devries")
                == "Het wachtwoord bevat uw aanmeldnaam. Kies iets anders.")
        #expect(PasswordRules.problem("ik zit bij jan op schoot", login: "jan") == nil)
    }

    @Test(
        "what everybody tries first is refused",
        arguments: [
            "password1234", "Password!2026", "P@ssw0rd2026", "wachtwoord123", "W4chtw00rd!!", "welkom123456",
            "Welkom2026!!", "administrator", "Beheerder123", "geheim-geheim", "qwertyuiop12", "123456789012",
            "abcdefghijkl", "asdfghjkl123", "1qaz2wsx3edc", "zomer zomer 2026", "Kompas2026!!", "kompasprovincie",
        ])
    func common(password: String) {
        #expect(
            PasswordRules.problem(password, login: "")
                == "Dit wachtwoord is te bekend. Kies iets wat anderen niet bedenken.")
    }
}
