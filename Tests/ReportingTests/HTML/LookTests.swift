import Foundation
import PolicyModel
import Testing

@testable import Reporting

@Suite("The colours of a page")
struct LookTests {
    /// Relative luminance by WCAG 2.2.
    private func luminance(_ colour: Look.Colour) -> Double {
        let parts = [16, 8, 0].map { shift -> Double in
            let value = Double((colour.bits >> UInt32(shift)) & 0xFF) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    private func contrast(_ first: Look.Colour, _ second: Look.Colour) -> Double {
        let (one, two) = (luminance(first), luminance(second))
        return (max(one, two) + 0.05) / (min(one, two) + 0.05)
    }

    @Test("Every colour of text and marks is at least 5.4 to 1 on paper and on sand")
    func contrast() {
        let look = Look()
        for colour in [look.ink, look.block, look.restrain, look.provide, look.open, look.order, look.unknown] {
            #expect(contrast(colour, look.paper) >= 5.4, "\(colour.text)")
            #expect(contrast(colour, look.sand) >= 5.4, "\(colour.text)")
        }
    }

    @Test("Colours are written with six digits, and another look brings its own")
    func text() {
        #expect(Look.Colour(0x00000F).text == "#00000F")
        #expect(Look.Colour(0xFF12_3456).text == "#123456")
        var look = Look()
        look.ink = Look.Colour(0x123456)
        #expect(look.styles.text.hasPrefix(":root{--kompas-ink:#123456;--kompas-paper:#FFFFFF;--kompas-sand:#F7F3EA;"))
    }

    @Test("Every effect has a mark and every mark has words")
    func marks() {
        #expect(Set(Mark.allCases.map(\.meaning)).count == Mark.allCases.count)
        #expect(Mark(.prohibited) == .block)
        #expect(Mark(.phaseOut) == .restrain)
        #expect(Mark(.duty) == .provide)
        #expect(Mark(.permitted) == .open)
        #expect(Mark(.priority) == .order)
        #expect(Mark(.regulatedElsewhere) == .unknown)
    }
}
