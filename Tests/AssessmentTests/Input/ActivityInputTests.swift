import Assessment
import Testing

@Suite("What happens, as told")
struct ActivityInputTests {
    private func problems(activities: String) throws -> [String] {
        try Meerstad.problems(
            #"{"type":"Feature","geometry":\#(Site.water),"properties":{"activities":\#(activities)}}"#)
    }

    private let missing =
        "/properties/activities: er staat niet wat er gebeurt (noem ten minste één activiteit; zie `kompas activities`)"

    @Test("An initiative without activities is refused")
    func none() throws {
        #expect(
            try Meerstad.problems(#"{"type":"Feature","geometry":\#(Site.water),"properties":{}}"#) == [missing])
        #expect(try problems(activities: "[]") == [missing])
    }

    @Test("Activities must be a list")
    func wrongType() throws {
        #expect(
            try problems(activities: "5") == [
                "/properties/activities: `activities` moet een lijst van activiteiten zijn"
            ])
        #expect(try problems(activities: "[5]") == ["/properties/activities/0: een activiteit moet tekst zijn"])
    }

    @Test("One activity as text is a list of one")
    func oneText() throws { #expect(try problems(activities: #""steiger""#) == []) }

    @Test("An unknown activity is refused with what it is like")
    func nearMiss() throws {
        #expect(
            try problems(activities: #"["steigr"]"#) == [
                "/properties/activities/0: de activiteit `steigr` bestaat niet (bedoelt u `steiger`?)"
            ])
    }

    @Test("Several activities that it is like are all named")
    func nearMisses() throws {
        #expect(
            try problems(activities: #"["baren"]"#) == [
                "/properties/activities/0: de activiteit `baren` bestaat niet (bedoelt u `boren` of `varen`?)"
            ])
    }

    @Test("An unknown activity that is like nothing is refused with where to look")
    func noNearMiss() throws {
        #expect(
            try problems(activities: #"["steiger","vliegveld"]"#) == [
                "/properties/activities/1: de activiteit `vliegveld` bestaat niet (zoek met `kompas activities --search`)"
            ])
    }

    @Test("An unknown kind of change is refused with all that are known")
    func change() throws {
        #expect(
            try Meerstad.problems(plan("steiger", Site.water, #""change":"nieuwe""#)) == [
                "/properties/change: `nieuwe` is niet bekend (kies uit: nieuw, uitbreiding, wijziging, verlenging, "
                    + "voortzetting, beeindiging, herbestemming)"
            ])
    }

    @Test("An unknown phase is refused with all that are known")
    func phase() throws {
        #expect(
            try Meerstad.problems(plan("steiger", Site.water, #""phase":1"#)) == [
                "/properties/phase: geen tekst is niet bekend (kies uit: aanleg, gebruik, nagebruik)"
            ])
    }
}
