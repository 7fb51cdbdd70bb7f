import Testing

@testable import WebApp

@Suite("Fields of a form") struct FormTests {
    @Test("names and values are decoded, in their order, and may repeat")
    func decode() {
        let form = Form(urlencoded: "a=1&b=twee+woorden&a=%C3%A9%26&leeg=&kaal&=x")
        #expect(form["a"] == "1")
        #expect(form.all("a") == ["1", "é&"])
        #expect(form["b"] == "twee woorden")
        #expect(form["leeg"] == nil && form.isTicked("leeg"))
        #expect(form.isTicked("kaal") && !form.isTicked("weg"))
    }

    @Test("what is not well encoded is taken as it stands")
    func broken() {
        #expect(Form(urlencoded: "a=%zz&b=%4")["a"] == "%zz")
        #expect(Form(urlencoded: "b=50%")["b"] == "50%")
        #expect(Form(urlencoded: "a=%FF")["a"] == "\u{FFFD}")
        #expect(Form(urlencoded: "").fields.isEmpty)
    }

    @Test("words to search for are cut off, what is typed elsewhere is not")
    func words() {
        let long = String(repeating: "é", count: 300)
        let form = Form(urlencoded: "q=\(long)&leeg=+")
        #expect(form.words("q")?.count == 200)
        #expect(form["q"]?.count == 300)
        #expect(form.words("leeg") == nil && form.words("weg") == nil)
    }

    @Test("line ends become one kind, and white space around a value is left out where it does not count")
    func lines() {
        let form = Form(urlencoded: "tekst=+een%0D%0Atwee%0D+")
        #expect(form.text("tekst") == " een\ntwee\n ")
        #expect(form["tekst"] == "een\ntwee")
    }
}
