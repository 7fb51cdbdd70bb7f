import Testing

@testable import WebApp

@Suite("Bringing two versions together") struct MergeTests {
    @Test(
        "a text that only one of the two changed is taken; two changed texts are put under each other",
        arguments: [
            ("", "mijn", "", "mijn"), ("", "", "hun", "hun"), ("oud", "oud", "nieuw", "nieuw"),
            ("oud", "nieuw", "oud", "nieuw"), ("oud", "mijn", "hun", "hun\n\nmijn"),
            ("oud", "gelijk", "gelijk", "gelijk"),
            // Who wrote on from the same beginning has the other's words already.
            ("oud", "oud en meer", "oud en", "oud en meer"), ("oud", "oud en", "oud en meer", "oud en meer"),
            ("oud", "", "hun", "hun"),
        ])
    func text(_ base: String, _ mine: String, _ theirs: String, _ merged: String) {
        #expect(Merge.text(base: base, mine: mine, theirs: theirs) == merged)
    }

    @Test("without a beginning both began with nothing")
    func nothing() {
        #expect(Merge.text(base: nil, mine: "a", theirs: "b") == "b\n\na")
        #expect(Merge.tick(base: nil, mine: true, theirs: false))
    }

    @Test(
        "a tick that either changed is changed",
        arguments: [
            (false, false, false, false), (false, true, false, true), (false, false, true, true),
            (false, true, true, true),
            (true, true, true, true), (true, false, true, false), (true, true, false, false),
            (true, false, false, false),
        ])
    func tick(_ base: Bool, _ mine: Bool, _ theirs: Bool, _ merged: Bool) {
        #expect(Merge.tick(base: base, mine: mine, theirs: theirs) == merged)
    }

    @Test(
        "one of several is taken from who changed it; two other choices are left to a person",
        arguments: [
            ("a", "b", "a", "b"), ("a", "a", "c", "c"), ("a", "b", "b", "b"), ("a", "b", "c", nil), ("", "b", "", "b"),
        ] as [(String, String, String, String?)])
    func choice(_ base: String, _ mine: String, _ theirs: String, _ merged: String?) {
        #expect(Merge.choice(base: base, mine: mine, theirs: theirs) == merged)
    }

    @Test("the words of neither are ever lost")
    func lossless() {
        let words = ["", "een", "twee", "een twee", "twee een", "drie"]
        for base in words {
            for mine in words {
                for theirs in words where mine != base && theirs != base {
                    let merged = Merge.text(base: base, mine: mine, theirs: theirs)
                    #expect(merged.contains(mine) && merged.contains(theirs), "\(base) | \(mine) | \(theirs)")
                }
            }
        }
    }
}
