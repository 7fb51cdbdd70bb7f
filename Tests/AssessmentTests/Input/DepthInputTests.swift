import Assessment
import PolicyModel
import Testing

@Suite("The depth, as told")
struct DepthInputTests {
    private func problems(_ depth: String) throws -> [String] {
        try Meerstad.problems(plan("boren", Site.water, #""depth":\#(depth)"#))
    }

    private func depths(_ activity: String, _ depth: String) throws -> [DepthInterval?] {
        let report = try Meerstad.report(plan(activity, Site.water, #""depth":\#(depth)"#))
        let part = try #require(report.initiative.parts.first)
        return [part.use, part.reach]
    }

    @Test("A depth that is no object is refused")
    func wrongType() throws {
        #expect(
            try problems("12") == [
                "/properties/depth: `depth` moet een object zijn (bijvoorbeeld {\"use\": [60, 120]} in meters onder maaiveld)"
            ])
    }

    @Test("A depth that is no pair of numbers is refused")
    func noPair() throws {
        let rest = ": een diepte is een paar getallen: van en tot, in meters onder maaiveld"
        #expect(try problems(#"{"use":60}"#) == ["/properties/depth/use" + rest])
        #expect(try problems(#"{"use":[60]}"#) == ["/properties/depth/use" + rest])
        #expect(try problems(#"{"reach":["a",3]}"#) == ["/properties/depth/reach" + rest])
        #expect(try problems(#"{"from":"a","to":3}"#) == ["/properties/depth" + rest])
    }

    @Test("A depth that is upside down is refused")
    func upsideDown() throws {
        let rest =
            ": de diepte staat op haar kop: van 120 tot 60.5 meter (noem eerst de ondiepe en dan de diepe grens)"
        #expect(try problems(#"{"use":[120,60.5]}"#) == ["/properties/depth/use" + rest])
        #expect(try problems(#"{"from":120,"to":60.5}"#) == ["/properties/depth" + rest])
    }

    @Test("A depth above the surface is refused")
    func negative() throws {
        let rest =
            ": een diepte onder maaiveld is niet negatief (0 is het maaiveld, 100 is 100 meter diep)"
        #expect(try problems(#"{"use":[-5,10]}"#) == ["/properties/depth/use" + rest])
        #expect(try problems(#"{"reach":[0,-10]}"#) == ["/properties/depth/reach" + rest])
        let kinds = try Meerstad.refused(plan("boren", Site.water, #""depth":{"use":[-5,10]}"#)).map(\.kind)
        #expect(kinds == [.depthUpsideDown])
    }

    @Test("A key that does not belong to a depth is refused")
    func unknownKey() throws {
        #expect(
            try problems(#"{"use":[0,2],"diep":3}"#) == [
                "/properties/depth/diep: `diep` hoort niet bij een diepte (gebruik use, reach, from of to)"
            ])
    }

    @Test("An activity that drills reaches from the surface down to where it happens")
    func defaultReach() throws {
        #expect(
            try depths("boren", #"{"use":[5,10]}"#)
                == [DepthInterval(from: 5, to: 10), DepthInterval(from: 0, to: 10)])
    }

    @Test("An activity that does not drill reaches no further than where it happens")
    func reachOfUse() throws {
        #expect(
            try depths("lozen", #"{"use":[5,10]}"#)
                == [DepthInterval(from: 5, to: 10), DepthInterval(from: 5, to: 10)])
    }

    @Test("A reach that is told is kept")
    func ownReach() throws {
        #expect(
            try depths("boren", #"{"use":[5,10],"reach":[2,11]}"#)
                == [DepthInterval(from: 5, to: 10), DepthInterval(from: 2, to: 11)])
        #expect(try depths("boren", #"{"reach":[2,11]}"#) == [nil, DepthInterval(from: 2, to: 11)])
    }

    @Test("From and to are short for the use")
    func shortForm() throws {
        let expected = [DepthInterval(from: 5, to: 10), DepthInterval(from: 0, to: 10)]
        #expect(try depths("boren", #"{"from":5,"to":10}"#) == expected)
        #expect(
            try depths("boren", #"{"from":5,"to":10,"reach":[1,12]}"#)
                == [DepthInterval(from: 5, to: 10), DepthInterval(from: 1, to: 12)])
        #expect(
            try depths("boren", #"{"from":5}"#) == [DepthInterval(from: 5, to: nil), DepthInterval(from: 0, to: nil)])
        #expect(
            try depths("lozen", #"{"to":5}"#) == [DepthInterval(from: 0, to: 5), DepthInterval(from: 0, to: 5)])
    }

    @Test("No depth is not known, and null is no depth")
    func noDepth() throws { #expect(try depths("boren", "null") == [nil, nil]) }
}
