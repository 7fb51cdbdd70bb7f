import Testing

@testable import Reporting

@Suite("The canvas of a text report")
struct TextCanvasTests {
    @Test("Lines break at spaces, never later than the width")
    func wrap() {
        #expect(TextCanvas.wrap("een twee drie vier", first: 8, next: 9) == ["een twee", "drie vier"])
        #expect(TextCanvas.wrap("een twee", first: 7, next: 7) == ["een", "twee"])
    }

    @Test("A word that is longer than a line stands on its own")
    func longWord() {
        #expect(
            TextCanvas.wrap("een hottentottententoonstelling of", first: 8, next: 8) == [
                "een", "hottentottententoonstelling", "of",
            ])
    }

    @Test("Spaces at the end of a line are left out, also those of a row without value")
    func noTrailingSpaces() {
        var canvas = TextCanvas(width: 40, isColoured: false)
        canvas.row("Naam", "")
        #expect(canvas.text == "  Naam\n")
    }

    @Test("The lines of a row hang under its value")
    func row() {
        var canvas = TextCanvas(width: 20, isColoured: false)
        canvas.row("Naam", "een twee drie", column: 8)
        #expect(canvas.text == "  Naam    een twee\n          drie\n")
    }

    @Test("A row whose name is as long as its column keeps a space")
    func longName() {
        var canvas = TextCanvas(width: 40, isColoured: false)
        canvas.row("Een lange naam", "waarde", column: 8)
        #expect(canvas.text == "  Een lange naam waarde\n")
    }

    @Test("The lines of an item hang under its text")
    func item() {
        var canvas = TextCanvas(width: 12, isColoured: false)
        canvas.item("een twee drie")
        #expect(canvas.text == "  • een twee\n    drie\n")
    }

    @Test("A heading has a blank line before it and a line as long as itself under it")
    func heading() {
        var canvas = TextCanvas(width: 12, isColoured: false)
        canvas.paragraph("een")
        canvas.heading("Wat en waar nog meer")
        canvas.blank()
        canvas.blank()
        canvas.heading("Waar")
        #expect(
            canvas.text == "een\n\nWAT EN WAAR NOG MEER\n────────────\n\nWAAR\n────\n")
    }

    @Test("Colour marks headings only when it is wanted")
    func colour() {
        var plain = TextCanvas(width: 40, isColoured: false)
        plain.subheading("Kop")
        #expect(plain.text == "Kop\n")
        var coloured = TextCanvas(width: 40, isColoured: true)
        coloured.subheading("Kop")
        #expect(coloured.text == "\u{1B}[1mKop\u{1B}[0m\n")
    }
}
