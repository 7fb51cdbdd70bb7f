/// Divides readable text into sentences. Knows the abbreviations of Dutch policy documents.
enum SentenceSplitter {
    /// After these a sentence never ends.
    private static let abbreviations: Set<String> = [
        "ca.", "m.b.t.", "t.b.v.", "o.a.", "d.d.", "c.q.", "art.", "nr.", "nrs.", "bijv.", "i.v.m.", "incl.", "excl.",
        "resp.",
        "evt.", "mln.", "mld.", "dhr.", "mevr.", "drs.", "prof.", "dr.", "ir.", "ing.", "mr.", "zgn.", "a.d.h.v.",
        "i.p.v.",
        "n.v.t.", "t.o.v.", "t.a.v.", "v.w.b.", "m.e.r.", "blz.", "vgl.", "max.", "min.", "afb.", "fig.", "tab.",
        "hfst.",
        "par.", "z.o.z.", "i.k.v.", "t.g.v.", "t.z.t.", "m.i.v.", "n.a.v.", "o.b.v.", "o.l.v.", "d.w.z.", "m.n.",
        "i.o.",
        "o.m.", "p.j.", "e.v.", "m.u.v.", "st.",
    ]
    /// After these a sentence ends when a capital follows.
    private static let closingAbbreviations: Set<String> = ["etc.", "e.d.", "jl.", "enz.", "e.a.", "a.u.b."]
    /// A number with a full stop after one of these is a chapter or an article.
    private static let counted: Set<String> = ["hoofdstuk", "paragraaf", "artikel", "art."]

    /// The sentences from first to last. A colon ends a sentence only where the text ends.
    static func sentences(in text: Scalars) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start = 0
        var index = 0
        while index < text.count {
            guard isStop(text[index]) else {
                index += 1
                continue
            }
            let stop = index
            while index < text.count, isStop(text[index]) { index += 1 }
            let isSingle = index == stop + 1
            while index < text.count, text[index] == ")" || isQuote(text[index]) { index += 1 }
            guard index < text.count, text[index] == " ", begins(text, at: index + 1, after: start..<stop, isSingle)
            else {
                continue
            }
            result.append(start..<index)
            start = index + 1
            index = start
        }
        if start < text.count { result.append(start..<text.count) }
        return result
    }

    /// Whether a sentence begins at `next`, where `before` and a stop went before it.
    private static func begins(_ text: Scalars, at next: Int, after before: Range<Int>, _ isSingleStop: Bool) -> Bool {
        var first = next
        while first < text.count, text[first] == "(" || isQuote(text[first]) { first += 1 }
        guard first < text.count else { return false }
        let head = text[first]
        guard head.isCapitalLetter || head.isDigit || head == "*" else { return false }
        guard isSingleStop, text[before.upperBound] == "." else { return true }

        let tokens = text[before.lowerBound...before.upperBound].split(separator: " ", omittingEmptySubsequences: false)
        let last = (tokens.last ?? []).drop { $0 == "(" || isQuote($0) }
        let word = last.text.lowercased()
        if abbreviations.contains(word) { return false }
        if closingAbbreviations.contains(word) { return head.isCapitalLetter }
        if last.count == 2, let initial = last.first, initial.isCapitalLetter { return false }
        let isNumber = last.count > 1 && last.dropLast().allSatisfy(\.isDigit)
        let previous = tokens.dropLast().last?.text.lowercased() ?? ""
        return !(isNumber && counted.contains(previous))
    }

    private static func isStop(_ scalar: Unicode.Scalar) -> Bool { scalar == "." || scalar == "?" || scalar == "!" }
    private static func isQuote(_ scalar: Unicode.Scalar) -> Bool { scalar == "\"" || scalar == "'" }
}
